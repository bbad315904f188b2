"""The fixture yields what expected.jsonl says, and the problems that its comments announce."""

from __future__ import annotations

from dataclasses import asdict

import orjson

from tests.sources.un_sc.documents import FIXTURE, codes
from yalu.sources.registry import FOLDER
from yalu.sources.un_sc.parse import parse


def test_sightings_are_as_expected() -> None:
    lines = (FOLDER / "un_sc" / "expected.jsonl").read_bytes().splitlines()
    expected = [orjson.loads(line) for line in lines]
    parsed = parse(FIXTURE, "list")
    assert [
        {"part": "list", **{k: v for k, v in asdict(s).items() if v}} for s in parsed.sightings
    ] == expected


def test_problems_and_quarantine() -> None:
    parsed = parse(FIXTURE, "list")
    assert codes(parsed) == [
        "alias_quality",
        "bad_birth_date",
        "document_without_number",
        "bad_amendment_date",
        "id_on_two_parties",
        "id_on_two_parties",
        "bad_amendment_date",
        "name_may_be_later",
        "unread_fields",
    ]
    assert [q.where for q in parsed.quarantined] == ["KPi.904 line 91", "KPi.904 line 100"]
    assert parsed.records == 8
