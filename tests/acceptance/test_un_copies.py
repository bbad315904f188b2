"""The three real copies of the UN list, against counts made here with another XML parser."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import orjson
import pytest

from yalu.errors import ContractError
from yalu.model.dates import Interval
from yalu.sources.registry import source
from yalu.sources.sighting import Parsed, Sighting
from yalu.sources.un_sc.parse import parse

pytestmark = pytest.mark.acceptance

COPIES = {
    "un_2018-06-08.xml": "2018-06-07",
    "un_2020-12-08.xml": "2020-12-01",
    "un_2026-02-27.xml": "2026-02-27",
}
MEMO = "2017-06-13"
SILENT = {
    "DATAID",
    "VERSIONNUM",
    "SORT_KEY",
    "SORT_KEY_LAST_MOD",
    "LIST_TYPE",
    "LAST_DAY_UPDATED",
    "LISTED_ON",
}
SILENT |= {"REFERENCE_NUMBER", "QUALITY", "TYPE_OF_DATE", "TYPE_OF_DOCUMENT", "GENDER"}


@cache
def reading(path: Path) -> Parsed:
    return parse(path.read_bytes(), "list")


@cache
def records(path: Path) -> list[ElementTree.Element]:
    root = ElementTree.parse(path).getroot()
    return [*root.iterfind("INDIVIDUALS/INDIVIDUAL"), *root.iterfind("ENTITIES/ENTITY")]


def text(element: ElementTree.Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


@pytest.fixture(params=sorted(COPIES))
def copy(request: pytest.FixtureRequest, shared: Path) -> Path:
    return shared / "data" / "lists" / "un" / str(request.param)


def test_the_stated_day_and_the_totals(copy: Path) -> None:
    parsed = reading(copy)
    assert parsed.stated == Interval(COPIES[copy.name], COPIES[copy.name])
    assert parsed.quarantined == []
    limits = source("un_sc").contract
    assert limits.min_records <= parsed.records == len(records(copy)) <= limits.max_records
    listings = [s for s in parsed.sightings if s.prop == "Sanction"]
    regimes = Counter(orjson.loads(s.detail)["regime"] for s in listings)
    assert regimes == Counter(text(r, "UN_LIST_TYPE") for r in records(copy))
    kinds = Counter(s.kind for s in listings)
    tags = Counter(r.tag for r in records(copy))
    assert (kinds["Person"], kinds["Organization"]) == (tags["INDIVIDUAL"], tags["ENTITY"])


def test_dprk_parties(copy: Path) -> None:
    listings = [
        s for s in reading(copy).sightings if s.prop == "Sanction" and s.detail == '{"regime":"DPRK"}'
    ]
    assert Counter(s.kind for s in listings) == {"Person": 80, "Organization": 75}
    assert len({s.party for s in listings}) == 155
    by_the_memo = [s for s in listings if s.known_hi <= MEMO]
    assert Counter(s.kind for s in by_the_memo) == {"Person": 53, "Organization": 46}


def test_every_text_of_every_record_is_in_a_sighting_of_its_party(copy: Path) -> None:
    said: dict[str, list[Sighting]] = {}
    for s in reading(copy).sightings:
        said.setdefault(s.party, []).append(s)
    missing = []
    for record in records(copy):
        reference = "".join(text(record, "REFERENCE_NUMBER").split())
        kept = " | ".join(f"{s.value} {orjson.loads(s.detail or '{}')}" for s in said[f"un-{reference}"])
        kept += " | " + " ".join(f"{s.value}" for s in said[f"un-{reference}"] if s.prop == "name")
        for top in record:
            for leaf in top.iter():
                value = " ".join((leaf.text or "").split())
                if {top.tag, leaf.tag} & SILENT or not value or value in ("na", "Approximately"):
                    continue
                if leaf.tag in ("DATE", "DATE_OF_BIRTH"):
                    value = value[:10]
                if value not in kept and repr(value)[1:-1] not in kept:
                    missing.append((reference, leaf.tag, value))
    assert [m for m in missing if m[1] != "TYPE_OF_DOCUMENT2"] == []
    assert {value.casefold() for _, _, value in missing} <= {"passport"}


def test_every_field_is_read_and_problems_are_few(copy: Path) -> None:
    codes = Counter(p.code for p in reading(copy).problems)
    assert set(codes) <= {"document_without_number", "name_may_be_later"}
    assert sum(codes.values()) <= 40


def test_half_a_real_copy_is_refused(copy: Path) -> None:
    content = copy.read_bytes()
    with pytest.raises(ContractError, match="the file breaks off"):
        parse(content[: len(content) // 2], "list")


def test_line_wraps_that_differ_between_copies_make_no_new_value(shared: Path) -> None:
    """KPe.022's comment is wrapped in 2026 and was not in 2018: it is the same statement."""
    folder = shared / "data" / "lists" / "un"
    first, last = (
        {(s.party, s.prop, s.value, s.lang, s.detail) for s in reading(folder / name).sightings}
        for name in (min(COPIES), max(COPIES))
    )
    (note,) = [k for k in last if k[0] == "un-KPe.022" and k[1] == "notes"]
    assert note in first
