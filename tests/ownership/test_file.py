from __future__ import annotations

from pathlib import Path

import pytest

from yalu.errors import ContractError, UsageError
from yalu.ownership.file import read
from yalu.ownership.holdings import INDICATED, NO_CONTROL, STATED, Holdings
from yalu.ownership.rules import rule
from yalu.ownership.shares import percent, span
from yalu.ownership.unit import Unit
from yalu.ownership.verdict import Court, Says

ON = "2020-01-01"


def made(tmp_path: Path, *rows: str, on: str = ON, unit: Unit = Unit.AUTO) -> Holdings:
    file = tmp_path / "holdings.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read(str(file), on, unit)


def told(found: Holdings) -> dict[str, str]:
    """The range of each holding by its pair."""
    return {
        f"{found.ids[found.owner[e]]}-{found.ids[found.owned[e]]}": span(
            int(found.low[e]), int(found.high[e])
        )
        for e in range(found.m)
    }


def codes(found: Holdings) -> set[str]:
    return {finding.code for finding in found.faults()}


def refused(tmp_path: Path, *rows: str) -> str:
    with pytest.raises(ContractError) as error:
        made(tmp_path, *rows)
    assert error.value.exit_code == 5 and error.value.expected and error.value.do
    return str(error.value)


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("50", "7.5"), ("50%", "7.5%")),
        (("50%", "0.5%"), ("50%", "0.5%")),
        (("0.5", "0.075"), ("50%", "7.5%")),
        (("1", "0.5"), ("100%", "50%")),
        (("1.0", "0"), ("100%", "0%")),
        (("1", "50"), ("1%", "50%")),
        (("0.5", ""), ("50%", "0% to 100%")),
        (("33.3333333333", "66.7"), ("33.333333333% to 33.333333334%", "66.7%")),
    ],
)
def test_the_whole_file_tells_what_a_share_means(
    tmp_path: Path, shares: tuple[str, str], expected: tuple[str, str]
) -> None:
    found = told(made(tmp_path, "owner,owned,share", f"X,A,{shares[0]}", f"X,B,{shares[1]}"))
    assert (found["X-A"], found["X-B"]) == expected


def test_a_file_that_does_not_tell_is_refused_until_the_user_says(tmp_path: Path) -> None:
    rows = ("owner,owned,share", "X,A,50", "X,B,0.5")
    assert "percent figures or fractions" in refused(tmp_path, *rows)
    assert told(made(tmp_path, *rows, unit=Unit.PERCENT)) == {"X-A": "50%", "X-B": "0.5%"}
    assert "some shares have a percent sign" in refused(tmp_path, "owner,owned,share", "X,A,50%", "X,B,25")
    assert "1% or all of it" in refused(tmp_path, "owner,owned,share", "X,A,1")


def test_a_small_stake_among_many_percent_figures_is_one_and_is_told(tmp_path: Path) -> None:
    many = [f"X,A{i},{i}" for i in range(2, 12)]
    found = made(tmp_path, "owner,owned,share", *many, "X,B,0.5")
    assert told(found)["X-B"] == "0.5%"
    assert [f.code for f in found.findings] == ["small_shares"]
    assert "percent figures or fractions" in refused(tmp_path, "owner,owned,share", *many[1:], "X,B,0.5")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("X,A,150", "a share is '150'"),
        ("X,A,-5", "a share is '-5'"),
        ("X,A,half", "'half' is no number"),
        ("X,A,nan", "'nan' is no number"),
        ('X,A,"12,5"', "no comma"),
        (",A,50", "row 2: the owner is missing"),
        ("X,,50", "row 2: the owned party is missing"),
        ("X,A", "row 2: 2 fields"),
        ("X,A,50,1", "row 2: 4 fields"),
    ],
)
def test_a_row_that_is_no_holding_is_refused_with_its_place(tmp_path: Path, row: str, says: str) -> None:
    assert says in refused(tmp_path, "owner,owned,share", row)


def test_a_heading_that_is_not_understood_is_refused(tmp_path: Path) -> None:
    assert "row 1" in refused(tmp_path, "X,A,50")
    assert "'votes' is unknown" in refused(tmp_path, "owner,owned,share,votes", "X,A,50,50")
    assert "stands twice" in refused(tmp_path, "owner,owned,share,share", "X,A,50,50")
    with pytest.raises(UsageError, match="cannot be read"):
        read(str(tmp_path / "none.csv"), ON)
    (tmp_path / "bad.csv").write_bytes(b"owner,owned,share\nX,\xff,50\n")
    with pytest.raises(ContractError, match="utf-8"):
        read(str(tmp_path / "bad.csv"), ON)


def test_bands_may_be_open_and_may_not_be_turned(tmp_path: Path) -> None:
    found = made(tmp_path, "owner,owned,low,high", "X,A,>50,<75", "X,B,25,50", "X,C,75,")
    assert told(found) == {
        "X-A": "50.000000001% to 74.999999999%",
        "X-B": "25% to 50%",
        "X-C": "75% to 100%",
    }
    court = Court(found, rule("uk"), ON, {"X"})
    assert court.parties(Says.BLOCKED) == ["A", "C"] and not court.parties(Says.UNCERTAIN)
    assert Court(found, rule("ofac"), ON, {"X"}).parties(Says.UNCERTAIN) == ["B"]
    assert "begins above its end" in refused(tmp_path, "owner,owned,low,high", "X,A,75,50")


def test_rows_hold_between_their_days(tmp_path: Path) -> None:
    rows = ("owner,owned,share,from,to", "X,A,50,2015,2018-06-30", "Y,A,50,2018-06-30,", "Z,B,60,,")
    assert told(made(tmp_path, *rows, on="2015-12-31")).keys() == {"X-A", "Z-B"}
    assert told(made(tmp_path, *rows, on="2015-12-30")).keys() == {"Z-B"}, "some day of 2015 may be its last"
    assert told(made(tmp_path, *rows, on="2018-06-30")).keys() == {"Y-A", "Z-B"}
    assert "other_days" in codes(made(tmp_path, *rows, on="2018-06-30"))
    assert "no date" in refused(tmp_path, "owner,owned,share,from", "X,A,50,May").replace("not a", "no")
    assert "before it begins" in refused(tmp_path, "owner,owned,share,from,to", "X,A,50,2018,2015")


def test_control_is_read_beside_shares(tmp_path: Path) -> None:
    found = made(tmp_path, "owner,owned,share,control", "X,A,,yes", "X,B,10,Indicated", "X,C,10,no", "X,D,,")
    assert told(found) == {"X-A": "0%", "X-B": "10%", "X-C": "10%", "X-D": "0% to 100%"}
    assert found.control.tolist() == [STATED, INDICATED, NO_CONTROL, NO_CONTROL]
    assert "share_not_stated" in codes(found)
    assert "control is 'perhaps'" in refused(tmp_path, "owner,owned,share,control", "X,A,50,perhaps")


def test_a_pair_that_stands_twice_is_a_range(tmp_path: Path) -> None:
    found = made(tmp_path, "owner,owned,share", "X,A,30", "X,A,25", "Y,A,10")
    assert told(found) == {"X-A": "30% to 55%", "Y-A": "10%"} and "pair_twice" in codes(found)
    court = Court(found, rule("ofac"), ON, {"X"})
    assert (court.parties(Says.BLOCKED), court.parties(Says.UNCERTAIN)) == ([], ["A"])


def test_what_a_party_holds_of_itself_lifts_nobody_and_may_raise_others(tmp_path: Path) -> None:
    found = made(tmp_path, "owner,owned,share", "A,A,60", "X,B,45", "B,B,20", "X,C,39", "C,C,20", "D,D,100")
    assert "self_ownership" in codes(found)
    court = Court(found, rule("ofac"), ON, {"X"})
    assert (court.parties(Says.BLOCKED), court.parties(Says.UNCERTAIN)) == ([], ["B"])
    assert court.verdict(found.number["B"]).range_text() == "45% to 56.25%"


def test_more_than_all_is_never_counted(tmp_path: Path) -> None:
    rows = ("owner,owned,share", "X,A,75", "Y,A,75", "X,B,90", "Z,B,15", "X,C,60", "Z,C,40")
    found = made(tmp_path, *rows)
    assert [f.parties for f in found.faults() if f.code == "above_100_percent"] == [("A", "B")]
    court = Court(found, rule("ofac"), ON, {"X"})
    assert court.parties(Says.BLOCKED) == ["B", "C"], "B holds even if all of the excess is in the one share"
    assert court.parties(Says.UNCERTAIN) == ["A"]
    verdict = court.verdict(found.number["A"])
    assert verdict.range_text() == "25% to 75%"


def test_nothing_is_told_of_an_empty_file(tmp_path: Path) -> None:
    found = made(tmp_path, "owner,owned,share")
    assert (found.n, found.m, codes(found)) == (0, 0, {"empty"})
    assert Court(found, rule("ofac"), ON, {"X"}).parties(Says.BLOCKED) == []
    none = made(tmp_path, "owner,owned,share,from", "X,A,50,2021")
    assert (none.m, codes(none)) == (0, {"other_days"})


def test_ids_are_kept_as_they_are(tmp_path: Path) -> None:
    found = made(tmp_path, "\ufeffOwner, owned ,share", '"Foo, Ltd",朝鮮,50', "", "朝鮮,b,50")
    assert told(found) == {"Foo, Ltd-朝鮮": "50%", "朝鮮-b": "50%"}
    assert percent("50") == found.low[0]
