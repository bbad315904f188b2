"""Pages that are not the list, not whole, or in another layout."""

from __future__ import annotations

import pytest

from tests.sources.un_1718_vessels.documents import FIXTURE, cell, document, head, row, ship
from yalu.errors import ContractError
from yalu.sources.un_1718_vessels.parse import parse
from yalu.sources.un_1718_vessels.ships import MEASURES


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" \n", "the file is empty"),
        (b"%PDF-1.7 \xe2\xe3", "is no UTF-8"),
        (FIXTURE[: len(FIXTURE) // 2], "the file breaks off"),
        (FIXTURE.decode().encode("utf-16"), "is no UTF-8"),
        (b"<html><body>503</body></html>", "the page has no table"),
        (document(heading=head(MEASURES[:4])), "the measures are"),
        (
            document(heading=head((*MEASURES[:4], "Paragraph 9 of resolution 2397 (2017)"))),
            "the measures are",
        ),
        (document(), "the list holds no ship"),
        (document(row(cell("Flag"), cell("1. Kiribati"))), "stands before the first ship"),
        (document(ship(day="2018-03-30")), "the day of designation is '2018-03-30'"),
        (document(ship(day="31-Feb-18")), "the day of designation is '31-Feb-18'"),
        (document(ship(measures=("na", "na", "na", "Yes", "maybe"))), "the measures are"),
        (document(ship(below=row(cell("Flag"), cell("a"), cell("b")))), "has 3 cells"),
        (document(ship(below=row(cell(""), cell(""), cell("a")))), "the text 'a' has no label"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("un_1718_vessels: un_1718_vessels.html")
    assert caught.value.expected
