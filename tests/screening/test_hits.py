"""What a hit is, and what it says: names, dates, numbers, lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.screening.made import ask, party, screener, statement
from yalu.screening import Query
from yalu.screening.config import config

LINE = config().alert_line.value


@pytest.mark.parametrize(
    ("asked", "listed", "schema"),
    [
        ("리홍섭", "RI, Hong Sop", "Person"),
        ("李弘燮", "RI, Hong Sop", "Person"),
        ("马晓红", "MA, Xiaohong", "Person"),
        ("ペク・セボン", "PAEK, Se Bong", "Person"),
        ("丹東鴻祥", "DANDONG HONGXIANG INDUSTRIAL DEVELOPMENT CO LTD", ""),
        ("丹东鸿祥实业发展有限公司", "DANDONG HONGXIANG INDUSTRIAL DEVELOPMENT CO LTD", "Company"),
    ],
)
def test_names_in_other_scripts_are_found(tmp_path: Path, asked: str, listed: str, schema: str) -> None:
    kind = "Person" if schema == "Person" else "Company"
    others = party("y", "Person", "Park Chol Su") + party("z", "Company", "Dandong Rongcheng Trading Co Ltd")
    hits = ask(screener(tmp_path, party("x", kind, listed) + others), asked, schema=schema)
    assert (hits[0].id, hits[0].alert, hits[0].matched) == ("x", True, listed)
    assert any(r.startswith("name: ") for r in hits[0].reasons)


def test_namesakes_are_told_apart_by_date(tmp_path: Path) -> None:
    """Two men called Kim Yong Chol are listed."""
    one = screener(
        tmp_path,
        party("young", "Person", "KIM Yong Chol", birthDate="1962-02-18")
        + party("old", "Person", "KIM Yong Chol", birthDate=["1945", "1946-03-01"]),
    )
    assert {hit.id for hit in ask(one, "Kim Yong Chol") if hit.alert} == {"young", "old"}
    first, second = ask(one, "Kim Yong Chol", birth_dates=["1962-02-18"])
    assert (first.id, first.alert, second.id, second.alert) == ("young", True, "old", False)
    assert any("birth date agrees" in r for r in first.reasons)
    assert any("birth date conflicts" in r for r in second.reasons)


def test_the_same_name_does_not_saturate(tmp_path: Path) -> None:
    one = screener(
        tmp_path,
        party("plain", "Person", "Ivan Petrov")
        + party("dated", "Person", "Ivan Petrov", birthDate="1950-01-02")
        + party(
            "full",
            "Person",
            "Ivan Petrov",
            birthDate="1950-01-02",
            nationality="RU",
            passportNumber="A123456",
        ),
    )
    more = {"birth_dates": ["1950-01-02"], "countries": ["Russia"], "identifiers": [("passport", "A 123456")]}
    hits = ask(one, "Ivan Petrov", **more)
    assert [h.id for h in hits] == ["full", "dated", "plain"]
    assert 1 > hits[0].score > hits[1].score > hits[2].score > LINE
    assert all(h.score < 1 for h in ask(one, "Ivan Petrov"))


def test_a_weak_alias_weighs_less(tmp_path: Path) -> None:
    rows = party("weak", "Person", "Someone Else") + party("strong", "Person", "Abu Tariq")
    one = screener(tmp_path, [*rows, statement("weak", "Person", "weakAlias", "Abu Tariq")])
    first, second = ask(one, "Abu Tariq")
    assert (first.id, second.id) == ("strong", "weak")
    assert first.score > second.score
    assert second.reasons[0].startswith("weak alias")


def test_another_schema_stays_below_the_line(tmp_path: Path) -> None:
    one = screener(tmp_path, party("ship", "Vessel", "Grand Karo"))
    assert ask(one, "Grand Karo", schema="Vessel")[0].alert
    assert not any(h.alert for h in ask(one, "Grand Karo", schema="Person"))


def test_listed_delisted_and_named(tmp_path: Path) -> None:
    gone: dict[str, Any] = {"to_lo": "2024-03-01", "to_hi": "2024-03-27"}
    gone |= {"ended_known_lo": "2024-03-01", "ended_known_hi": "2024-03-27"}
    rows = party("held", "Vessel", "JW Jewel", listed="")
    rows += [statement("held", "Vessel", "Sanction", "US", detail={"list": "SDN"}, **gone)]
    rows += party("named", "Vessel", "JW Jewel", listed="")
    before = screener(tmp_path / "a", rows, as_of="2024-03-26")
    after = screener(tmp_path / "b", rows, as_of="2024-03-27")
    assert {h.id: h.status for h in ask(before, "JW Jewel")} == {
        "held": "listed",
        "named": "named in a source",
    }
    hit = next(h for h in ask(after, "JW Jewel") if h.id == "held")
    assert (hit.status, hit.delisted, hit.listed) == ("delisted", True, False)
    assert [one.until for one in hit.lists] == ["2024-03-27"]
    assert any("delisted" in r for r in hit.reasons)
    named = next(h for h in ask(after, "JW Jewel") if h.id == "named")
    assert not named.lists
    assert any("on no list" in r for r in named.reasons)


def test_export_control_is_no_listing(tmp_path: Path) -> None:
    rows = [
        *party("e", "Company", "Acme Rotors", listed=""),
        statement("e", "Company", "exportControl", "US"),
    ]
    assert [h.status for h in ask(screener(tmp_path, rows), "Acme Rotors")] == ["export control"]


def test_a_copy_of_another_list_stands_once(tmp_path: Path) -> None:
    copy = [
        statement("csl-1", "Person", "name", "Ivan Petrov", source="list_b"),
        statement("csl-1", "Person", "repeatedListing", "US", source="list_b"),
        statement("csl-1", "Person", "ofacNumber", "77", source="list_b"),
    ]
    both = screener(tmp_path / "a", [*party("ofac-77", "Person", "Ivan Petrov"), *copy])
    assert [h.id for h in ask(both, "Ivan Petrov")] == ["ofac-77"]
    alone = screener(tmp_path / "b", copy)
    assert [(h.id, h.status) for h in ask(alone, "Ivan Petrov")] == [("csl-1", "listed")]


def test_a_spreadsheets_date_is_the_ship(tmp_path: Path) -> None:
    one = screener(tmp_path, party("x", "Vessel", "7-28") + party("y", "Vessel", "Jul-11"))
    assert [h.id for h in ask(one, "28-Jul") if h.alert] == ["x"]
    assert [h.id for h in ask(one, "7-28") if h.alert] == ["x"]
    assert [h.id for h in ask(one, "7-11", schema="Vessel") if h.alert] == ["y"]


@pytest.mark.parametrize(
    "name", ["", " ", "\x00\x01\u202e", "?!", "\udcff", "x" * 10_000, "\u202eاسم abc 이름"]
)
def test_odd_names_meet_nothing_and_break_nothing(tmp_path: Path, name: str) -> None:
    one = screener(tmp_path, party("x", "Person", "Ri Hong Sop"))
    assert one.screen(Query(names=[name])) == []
    assert one.candidates(name) == []


def test_candidates_are_parties_by_name(tmp_path: Path) -> None:
    one = screener(tmp_path, party("x", "Person", "Ri Hong Sop") + party("y", "Company", "Hong Trading"))
    found = one.candidates("Ri Hong Sup", "Person")
    assert (found[0].ids, found[0].name, found[0].schema) == (("x",), "Ri Hong Sop", "Person")


def test_the_limit_and_the_threshold(tmp_path: Path) -> None:
    rows = [row for n in range(9) for row in party(f"p{n}", "Person", "Ivan Petrov")]
    one = screener(tmp_path, rows)
    assert len(one.screen(Query(names=["Ivan Petrov"]), limit=3)) == 3
    assert one.screen(Query(names=["Ivan Petrov"]), threshold=0.99) == []
    assert [len(hits) for hits in one.batch([Query(names=["Ivan Petrov"])] * 2, limit=9)] == [9, 9]
