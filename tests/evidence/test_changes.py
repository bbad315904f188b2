"""What changed between copies of small lists in the official formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.loaded import evidence
from tests.sources.ofac_sdn import documents as ofac
from tests.sources.uk_ofsi import documents as uk
from yalu.errors import UsageError
from yalu.evidence.changes import Change, Changes, What, find
from yalu.model.dates import Interval

Copy = tuple[str, str, dict[str, bytes]]

FIRST, SECOND, THIRD = "2018-01-26", "2019-01-15", "2021-07-07"


def sdn(day: str, *rows: str, alt: str | None = None) -> Copy:
    parts = {"sdn": "".join(r + "\r\n" for r in rows).encode()}
    return "ofac_sdn", day, parts | ({} if alt is None else {"alt": alt.encode()})


def uk_list(day: str, *rows: dict[str, str]) -> Copy:
    year, month, of = day.split("-")
    return "uk_ofsi", day, {"list": uk.document(*(uk.row(r) for r in rows), day=f"{of}/{month}/{year}")}


def changes(root: Path, start: str, end: str, *copies: Copy) -> Changes:
    workspace, held = evidence(root, *copies)
    return find(workspace, held, start, end)


def told(found: Changes) -> list[tuple[str, str, str]]:
    return [(c.what.value, c.party, c.when()) for c in found.changes]


def one(found: Changes) -> Change:
    [change] = found.changes
    return change


A, B, C = ofac.row(1, "ALPHA"), ofac.row(2, "BETA"), ofac.row(3, "GAMMA")


def test_added_and_delisted_lie_between_the_copies(tmp_path: Path) -> None:
    found = changes(tmp_path, FIRST, SECOND, sdn(FIRST, A, B), sdn(SECOND, A, C))
    assert told(found) == [
        ("added", "ofac-3", f"{FIRST}..{SECOND}"),
        ("delisted", "ofac-2", f"{FIRST}..{SECOND}"),
    ]
    assert [c.name for c in found.changes] == ["GAMMA", "BETA"]


def test_a_change_counts_when_a_copy_shows_it(tmp_path: Path) -> None:
    copies = (sdn(FIRST, A, B), sdn(SECOND, A, C))
    assert changes(tmp_path / "before", FIRST, "2019-01-14", *copies).changes == []
    assert len(changes(tmp_path / "in", "2019-01-14", SECOND, *copies).changes) == 2
    assert changes(tmp_path / "after", SECOND, THIRD, *copies).changes == []


def test_a_return_is_a_relisting(tmp_path: Path) -> None:
    copies = (sdn(FIRST, A, B), sdn(SECOND, A), sdn(THIRD, A, B))
    found = changes(tmp_path, FIRST, THIRD, *copies)
    assert told(found) == [
        ("delisted", "ofac-2", f"{FIRST}..{SECOND}"),
        ("relisted", "ofac-2", f"{SECOND}..{THIRD}"),
    ]


def test_a_first_copy_says_nothing_of_what_came_before(tmp_path: Path) -> None:
    assert changes(tmp_path, "2017-01-01", SECOND, sdn(FIRST, A, B)).changes == []


def test_fields_that_came_and_went(tmp_path: Path) -> None:
    before = ofac.row(1, "ALPHA", remarks="DOB 1966; nationality Korea, North.")
    after = ofac.row(1, "ALPHA", remarks="DOB 25 Mar 1966; nationality Korea, North.", title="Director")
    change = one(changes(tmp_path, FIRST, SECOND, sdn(FIRST, before), sdn(SECOND, after)))
    assert change.what is What.AMENDED
    assert {f.prop: (f.old, f.new) for f in change.fields} == {
        "birthDate": (("1966",), ("1966-03-25",)),
        "position": ((), ("Director",)),
    }
    assert change.places == ("sdn.csv row 1",)


ALIAS = '1,12,"aka","FIRST NAME",-0- \r\n'
ALIASES = ALIAS + '1,13,"aka","SECOND NAME",-0- \r\n'


def test_a_part_that_a_copy_lacks_is_unknown(tmp_path: Path) -> None:
    found = changes(tmp_path, FIRST, SECOND, sdn(FIRST, A), sdn(SECOND, A, alt=ALIAS))
    assert found.changes == []
    assert ("2018-01-26", "alt") in {
        (u.copy, u.part) for u in changes(tmp_path / "u", "2018-01-01", FIRST, sdn(FIRST, A)).unknown
    }


def test_a_part_is_compared_with_the_last_copy_that_has_it(tmp_path: Path) -> None:
    copies = (sdn(FIRST, A, alt=ALIAS), sdn(SECOND, A), sdn(THIRD, A, alt=ALIASES))
    change = one(changes(tmp_path, SECOND, THIRD, *copies))
    assert [f.text() for f in change.fields] == ["alias: – → SECOND NAME"]
    assert change.between == Interval(FIRST, THIRD)


def test_a_quarantined_id_is_neither_delisted_nor_amended(tmp_path: Path) -> None:
    reused = (A, B, ofac.row(2, "ANOTHER ONE"))
    found = changes(tmp_path, FIRST, SECOND, sdn(FIRST, A, B), sdn(SECOND, *reused))
    assert found.changes == []
    assert [(u.party, u.copy) for u in found.unknown if u.party] == [("ofac-2", SECOND)]
    back = changes(tmp_path / "back", FIRST, THIRD, sdn(FIRST, A, B), sdn(SECOND, *reused), sdn(THIRD, A))
    assert told(back) == [("delisted", "ofac-2", f"{FIRST}..{THIRD}")]


def test_a_name_that_a_spreadsheet_garbled_is_no_renaming(tmp_path: Path) -> None:
    copies = (
        sdn(FIRST, ofac.row(1, "7-28", '"vessel"')),
        sdn(SECOND, ofac.row(1, "28-Jul", '"vessel"')),
        sdn(THIRD, ofac.row(1, "7-28", '"vessel"')),
    )
    assert changes(tmp_path, FIRST, THIRD, *copies).changes == []


def test_remarks_that_a_copy_cut_short_took_nothing_away(tmp_path: Path) -> None:
    long = "; ".join(f"DOB {year}" for year in range(1900, 1990))
    whole = ofac.row(1, "ALPHA", '"individual"', remarks=long + "; POB Nampo.")
    cut = ofac.row(1, "ALPHA", '"individual"', remarks=(long + "; POB Nampo." * 20)[:1000])
    found = changes(tmp_path, FIRST, SECOND, sdn(FIRST, whole), sdn(SECOND, cut))
    assert not [f for c in found.changes for f in c.fields if f.old]


def test_a_listing_counts_on_its_own_day(tmp_path: Path) -> None:
    copies = (
        uk_list("2014-04-02", {"Group ID": "1", "Listed On": "16/07/2009", "Last Updated": "16/07/2009"}),
        uk_list(
            "2018-04-13",
            {"Group ID": "1", "Listed On": "16/07/2009", "Last Updated": "16/07/2009"},
            {"Group ID": "2", "Name 1": "WON HO", "Listed On": "05/03/2016", "Last Updated": "15/09/2017"},
        ),
    )
    change = one(changes(tmp_path, "2016-03-04", "2016-03-05", *copies))
    assert (change.what, change.party, change.day, change.dated_by) == (
        What.ADDED,
        "gb-2",
        "2016-03-05",
        "listing",
    )
    assert change.between == Interval(), "the copies are later than the day asked"
    old = one(changes(tmp_path / "old", "2009-07-15", "2009-07-16", *copies))
    assert (old.party, old.day) == ("gb-1", "2009-07-16")


def test_a_day_that_the_copies_contradict_does_not_date_a_listing(tmp_path: Path) -> None:
    late = {"Group ID": "2", "Listed On": "16/07/2009", "Last Updated": "16/07/2009"}
    copies = (
        uk_list("2014-04-02", {"Group ID": "1"} | USUAL),
        uk_list("2018-04-13", {"Group ID": "1"} | USUAL, late),
    )
    change = one(changes(tmp_path, "2014-04-02", "2018-04-13", *copies))
    assert (change.day, change.between) == ("", Interval("2014-04-02", "2018-04-13"))


USUAL = {"Listed On": "16/07/2009", "Last Updated": "16/07/2009"}


def test_a_changed_day_of_listing_and_the_day_of_amendment_are_told(tmp_path: Path) -> None:
    before = {"Group ID": "1", "Listed On": "16/07/2009", "Last Updated": "16/07/2009", "Title": "Mr"}
    after = before | {"Listed On": "17/07/2009", "Last Updated": "15/09/2017", "Title": "General"}
    change = one(
        changes(
            tmp_path, "2014-04-02", "2018-04-13", uk_list("2014-04-02", before), uk_list("2018-04-13", after)
        )
    )
    assert [f.text() for f in change.fields] == [
        "listed since: 2009-07-16 → 2009-07-17",
        "title: Mr → General",
    ]
    assert change.amended == "2017-09-15"


def test_ids_of_changes_stay_the_same(tmp_path: Path) -> None:
    copies = (sdn(FIRST, A, B), sdn(SECOND, A, C))
    wide = changes(tmp_path / "wide", "2017-01-01", THIRD, *copies)
    narrow = changes(tmp_path / "narrow", FIRST, SECOND, *copies)
    assert [c.id for c in wide.changes] == [c.id for c in narrow.changes]
    assert len({c.id for c in wide.changes}) == 2


def test_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    copies = (sdn(FIRST, A, B), sdn(SECOND, A), sdn(THIRD, A, B))
    there = changes(tmp_path / "there", FIRST, THIRD, *copies)
    back = changes(tmp_path / "back", FIRST, THIRD, *reversed(copies))
    assert there.changes == back.changes


def test_days_in_the_wrong_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not before"):
        changes(tmp_path, SECOND, FIRST, sdn(FIRST, A))
