"""Documents that are not Japan's workbook."""

from __future__ import annotations

import pytest

from tests.sources.jp_mof.documents import FIXTURE, PERSONS, sheet
from tests.sources.workbooks import workbook
from yalu.errors import ContractError
from yalu.sources.jp_mof.parse import parse

WHOLE = FIXTURE.read_bytes()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7", "no Excel workbook"),
        (WHOLE[: len(WHOLE) // 2], "the workbook cannot be read"),
        (workbook({"One": [["a", "b"], [1, 2]]}), "no sheet of the workbook is a list"),
        (workbook({PERSONS: sheet(("告示日付", "日本語表記"))}), "no sheet of the workbook is a list"),
        (
            workbook({PERSONS: sheet(("告示日付", "告示番号", "氏名"))}),
            "the headings are 告示日付, 告示番号, 氏名",
        ),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("jp_mof: shisantouketsu.xlsx")
    assert caught.value.expected
