"""A fault of a share is told with the row where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu.errors import ContractError, UsageError
from yalu.ownership.file import read
from yalu.ownership.rules import rule


@pytest.mark.parametrize(
    ("columns", "cells", "what"),
    [
        ("share", "150", "a share is '150'"),
        ("share", "abc", "'abc' is no number"),
        ("low,high", "50,40", "begins above its end"),
        ("low,high", "20,140", "a share is '140'"),
    ],
)
def test_the_row_is_named(tmp_path: Path, columns: str, cells: str, what: str) -> None:
    good = ",".join(["60"] * (columns.count(",") + 1))
    file = tmp_path / "holdings.csv"
    file.write_text(f"owner,owned,{columns}\na,b,{good}\n\na,c,{good}\nb,d,{cells}\nc,d,{good}\n")
    with pytest.raises(ContractError, match=what) as error:
        read(str(file), "2020-01-01")
    assert error.value.where == "row 5"


@pytest.mark.parametrize("name", ["ofac", "eu", "uk"])
def test_no_rule_is_in_force_before_there_was_one(name: str) -> None:
    with pytest.raises(UsageError, match="not in force: no rule had been published on 1900-01-01"):
        rule(name).on("1900-01-01")
    assert rule(name).on("2020-06-01").text
