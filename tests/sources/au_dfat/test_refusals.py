"""Documents that are not DFAT's sheet, or not in the known layout."""

from __future__ import annotations

import pytest

from tests.sources.au_dfat.documents import FIXTURE, document, row
from yalu.errors import ContractError
from yalu.sources.au_dfat.parse import parse
from yalu.sources.au_dfat.sheet import COLUMNS

WHOLE = FIXTURE.read_bytes()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Reference,Name\n1,Ri\n", "no Excel workbook"),
        (WHOLE[: len(WHOLE) // 2], "the workbook cannot be read"),
        (document(), "the list holds no party"),
        (document(row(), header=COLUMNS[:-1]), "row 1: the header is"),
        (document(row(), header=(*COLUMNS, "IMO")), "row 1: the header is"),
        (document([*row(), "more"]), "row 2: 13 cells"),
        (document(row({"Reference": "A1"})), "row 2: Reference is 'A1'"),
        (document(row({"Type": "Aircraft"})), "row 2: Type is 'Aircraft'"),
        (document(row({"Name Type": "nickname"})), "row 2: Name Type is 'nickname'"),
        (
            document(row({"Name of Individual or Entity": None})),
            "row 2: Name of Individual or Entity is empty",
        ),
        (document(row({"Committees": " "})), "row 2: Committees is empty"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("au_dfat: regulation8_consolidated.xlsx")
    assert caught.value.expected
