"""The fixture yields what expected.jsonl says, and the problems that it was made to show."""

from __future__ import annotations

from tests.sources.ofac_sdn.documents import FIXTURE, FOLDER_HERE, codes, lines
from yalu.sources.ofac_sdn.parse import parse


def test_sightings_are_as_expected() -> None:
    assert lines() == (FOLDER_HERE / "expected.jsonl").read_bytes().splitlines()


def test_problems_and_quarantine() -> None:
    parsed = parse(FIXTURE["sdn"], "sdn")
    assert codes(parsed) == [
        "id_on_two_parties",
        "spreadsheet_date",
        "imo_check_digit",
        "unread_remarks",
        "link_unresolved",
    ]
    assert parsed.records == 16
    assert [(q.party, q.where) for q in parsed.quarantined] == [
        ("ofac-2677", "sdn.csv row 3"),
        ("ofac-2677", "sdn.csv row 16"),
    ]
    assert parsed.quarantined[1].row.startswith("2677,HAMER AND NAIL CONSTRUCTION LIMITED,,SDGT,")
    assert not [s for s in parsed.sightings if s.party == "ofac-2677"]
    assert codes(parse(FIXTURE["alt"], "alt")) == ["spreadsheet_date"]
    assert codes(parse(FIXTURE["add"], "add")) == []
    assert parse(FIXTURE["add"], "add").records == 7


def test_line_ends_and_closing_marks_change_nothing() -> None:
    plain = parse(FIXTURE["sdn"], "sdn")
    body = FIXTURE["sdn"].rstrip(b"\x1a").rstrip()
    for variant in (
        body,
        body + b"\n",
        body + b"\r\n\x1a\r\n",
        body.replace(b"\r\n", b"\n") + b"\x1a",
        b"\xef\xbb\xbf" + body,
    ):
        assert parse(variant, "sdn") == plain


def test_windows_and_utf8_copies_say_the_same() -> None:
    plain = parse(FIXTURE["add"], "add")
    assert "Zürich" in " ".join(s.value for s in plain.sightings)
    assert parse(FIXTURE["add"].decode("cp1252").encode(), "add") == plain
