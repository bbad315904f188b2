"""``yalu payments trace`` on the command line: text, JSON, files, and calls that do not fit."""

from __future__ import annotations

import csv
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from yalu.cli import load
from yalu.errors import YaluError

MIXING = str(Path(__file__).parents[2] / "examples" / "payments" / "mixing.csv")
CALL = ["payments", "trace", MIXING, "--from", "Front Company"]


def run(*arguments: str) -> int:
    """The exit code of a call in this process, which is much quicker than one of its own."""
    try:
        load(arguments[0])(list(arguments[1:]), standalone_mode=False)
    except YaluError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


def test_text_has_all_methods_and_says_what_was_assumed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*CALL) == 0
    out = capsys.readouterr().out
    assert re.search(r"hop 3 +0\.00 +100\.00 +250\.00 +0\.00", out)
    assert "taken as zero" in out


def test_json_ends_at_the_day_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*CALL, "--json", "--on", "2015-03-03", "--method", "haircut") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["version"] == 1 and answer["until"] == "2015-03-03" and answer["methods"] == ["haircut"]
    (flow,) = answer["currencies"]
    assert [h["haircut"] for h in flow["hops"]] == ["400.00", "200.00"]
    assert {n["code"] for n in answer["findings"]} == {"later"}


def test_the_page_has_a_drawing_for_each_method_and_a_table_equal_to_it(tmp_path: Path) -> None:
    out = tmp_path / "trace.html"
    assert run(*CALL, "--out", str(out), "--quiet") == 0
    page = out.read_text()
    assert page.count("<svg") == 4 and "<script" not in page
    drawn = set(re.findall(r"<title>Trading House .*? to (.*?): ([\d.,]+) USD", page))
    assert ("Shipper (820 at FICTSGSG)", "120.00") in drawn
    for name, total in drawn:
        assert re.search(rf"<td>{re.escape(name)}(<td class=n>[\d.]+)*<td class=n>{total}", page), (
            name,
            total,
        )


def test_the_table_of_payments_takes_no_cell_for_a_formula(tmp_path: Path) -> None:
    given, out = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text("date,amount,currency,payer,payee\n2016-01-01,5,USD,A,=1+1\n")
    assert run("payments", "trace", str(given), "--from", "A", "--out", str(out), "-q") == 0
    (row,) = csv.DictReader(out.open(encoding="utf-8-sig"))
    assert row["payee"] == "'=1+1" and Decimal(row["fifo"]) == 5


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--method", "lifo"], "no such method"),
        (["--out", "x.docx"], "no such kind of file"),
        (["--as-of", "2015-01-01"], "no payment that can be followed"),
        (["--opening", "missing.csv"], "cannot be read"),
        (["--from", "Nobody At All"], "No account"),
    ],
)
def test_calls_that_do_not_fit(more: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*CALL, *more) == 2
    assert says in capsys.readouterr().err


def test_an_empty_file_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.csv").write_text("")
    assert run("payments", "trace", str(tmp_path / "empty.csv"), "--from", "A") == 2
    err = capsys.readouterr().err
    assert "it is empty" in err and "no payment that can be followed" in err
