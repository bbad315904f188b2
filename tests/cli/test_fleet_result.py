"""``yalu fleet result`` as a user runs it."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import orjson
import pytest

from yalu.cli.fleet import result, ship
from yalu.errors import ContractError, UsageError
from yalu.sources.results.journal import COLUMNS


def test_a_workbook_comes_back_as_a_source(
    casebook: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(casebook, home)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(COLUMNS))
    sheet.append([8518780, "JIE SHUN", "Invented Port", "2026-03-01", "Invented Coast Guard", "seized"])
    sheet.append([8518781, "JIE SHUN", "Invented Port", "2026-03-01", "Invented Coast Guard", "seized"])
    book.save(tmp_path / "form.xlsx")
    result.run(str(tmp_path / "form.xlsx"), dated="2026-03-04", quiet=True)
    said = capsys.readouterr()
    assert "new: IMO 8518780 seized" in said.out and "row 3 is set apart" in said.err
    ship.run("8518780", json=True, quiet=True)
    [found] = orjson.loads(capsys.readouterr().out)["results"]
    assert (found["outcome"], found["known"]) == ("seized", ["2026-03-01", "2026-03-04"])
    assert found["locator"] == "form.xlsx row 2"
    result.run(withdraw=found["id"], why="wrong ship", quiet=True)
    capsys.readouterr()
    ship.run("8518780", json=True, quiet=True)
    assert orjson.loads(capsys.readouterr().out)["results"] == []


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Give a file"):
        result.run("form.csv", withdraw="x")
    with pytest.raises(UsageError, match="There is no file"):
        result.run("none.csv")
    with pytest.raises(UsageError, match="why"):
        result.run(withdraw="x")
    (tmp_path / "form.csv").write_text("imo,port\n1,x\n")
    with pytest.raises(ContractError, match="no row can be used"):
        result.run(str(tmp_path / "form.csv"))
    with pytest.raises(UsageError, match="--dated"):
        result.run(str(tmp_path / "form.csv"), dated="soon")
