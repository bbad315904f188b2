"""A port's expected ships: reasons to look, and rows that cannot be read."""

from __future__ import annotations

import csv
from pathlib import Path

import orjson
import pytest

from tests.running import yalu
from yalu.errors import UsageError
from yalu.fleet import radio
from yalu.fleet.arrivals import numbers
from yalu.fleet.arrivals.check import Checked, Checker
from yalu.fleet.arrivals.layout import ARRIVALS
from yalu.fleet.files.columns import Line, read


def checked(checker: Checker, **cells: str) -> Checked:
    return checker.check(Line(2, cells))


def codes(one: Checked) -> set[str]:
    return {reason.code for reason in one.reasons}


def test_by_number_under_another_name(checker: Checker) -> None:
    [ship] = checked(checker, name="Lucky Star", imo="IMO 8518780").reasons
    assert ship.kind == "listed" and "UN: port ban since 2017-10-03" in ship.text
    assert any("imo number is the same" in detail for detail in ship.details)


def test_by_name_spelled_otherwise(checker: Checker) -> None:
    assert codes(checked(checker, name="Jie Shunn")) == {"ship"}


def test_by_a_former_name(checker: Checker) -> None:
    found = checked(checker, name="Entirely New Name", former_names="Jie Shun")
    assert "ship" in codes(found)


def test_a_wrong_check_digit_hints_at_the_register(checker: Checker) -> None:
    [reason] = checked(checker, imo="8518708").reasons
    assert reason.code == "imo_check_digit" and reason.parties == ("8518780",)


def test_digits_of_another_state(checker: Checker) -> None:
    [reason] = checked(checker, name="Quiet Waters", mmsi="353136000", flag="Malta").reasons
    assert reason.code == "mmsi_flag" and "Panama" in reason.text and "Malta" in reason.text
    assert not checked(checker, name="Quiet Waters", mmsi="353136000", flag="Panama").reasons


def test_flag_and_ports_of_the_country(checker: Checker) -> None:
    found = checked(checker, name="Quiet Waters", flag="DPRK", last_port="Nampo", next_port="Wonsan, KP")
    assert codes(found) == {"flag", "last_port", "next_port"}
    assert all(reason.kind == "flag or port" for reason in found.reasons)


def test_a_listed_owner(checker: Checker) -> None:
    found = checked(checker, name="Quiet Waters", owner="Ocean Maritime Management Co Ltd")
    assert codes(found) == {"owner"}
    assert found.reasons[0].kind == "listed" and "UN" in found.reasons[0].lists


def test_no_hit_is_not_called_clean(checker: Checker) -> None:
    found = checked(checker, name="Quiet Waters", imo="9074729")
    assert (found.verdict, found.reasons) == ("no hit", ())
    assert "not compared" in found.notes[-1]


@pytest.mark.parametrize("number", ["8518780", "9074729"])
def test_slips_are_valid_and_near(number: str) -> None:
    made = numbers.slips(number)
    assert number not in made and made
    assert all(sum(a != b for a, b in zip(number, other, strict=True)) <= 2 for other in made)


@pytest.mark.parametrize("wrong", ["123", "0000000000", "851878O", "8518780x", "²²²²²²²"])
def test_odd_numbers_are_reasons_and_no_crash(wrong: str) -> None:
    assert [r.code for r in numbers.imo_reasons(wrong, ())] == ["imo_form"]


def test_radio_digits() -> None:
    assert (radio.state_of("445114000"), radio.state_of("199000000")) == ("KP", "")
    assert not radio.ship_number("111232506") and not radio.ship_number("44511400")


def test_columns_are_guessed_or_said(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Schiff;Nummer;Flag\nJie Shun;8518780;KH\n\n;;\na;b;c;d\n")
    with pytest.raises(UsageError, match="Schiff"):
        read(str(file), None, ARRIVALS)
    sheet = read(str(file), None, ARRIVALS, "name=Schiff,imo=Nummer,flag=Flag")
    assert [line.number for line in sheet.lines] == [2, 5]
    assert sheet.lines[0].cells == {"name": "Jie Shun", "imo": "8518780", "flag": "KH"}
    assert sheet.lines[1].problem == "4 fields, the heading has 3"
    with pytest.raises(UsageError, match="no column"):
        read(str(file), None, ARRIVALS, "name=Ship")


def test_the_command_writes_no_formula(fleet_home: Path, tmp_path: Path) -> None:
    arrivals, out = tmp_path / "arrivals.csv", tmp_path / "out.csv"
    arrivals.write_text('Vessel,IMO,Flag\n"=HYPERLINK(""x"")",8518780,KH\nQuiet Waters,9074729,PA\nx,1,2,3\n')
    done = yalu("fleet", "check", arrivals, "--out", out, "--json", workspace=fleet_home, check=False)
    assert done.returncode == 3, done.stderr
    told = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert [one["verdict"] for one in told] == ["hit", "no hit", "not read"]
    assert told[0]["reasons"][0]["innocent_explanation"]
    rows = list(csv.reader(out.open(encoding="utf-8-sig")))
    assert rows[1][1].startswith("'=") and len(rows) == 4


def test_without_hits_the_command_ends_with_0(fleet_home: Path, tmp_path: Path) -> None:
    arrivals = tmp_path / "arrivals.csv"
    arrivals.write_text("Vessel,IMO\nQuiet Waters,9074729\n")
    yalu("fleet", "check", arrivals, "--out", tmp_path / "out.xlsx", workspace=fleet_home)
    wrong = yalu("fleet", "check", arrivals, "--out", tmp_path / "out.pdf", workspace=fleet_home, check=False)
    assert wrong.returncode == 2
