"""Documents that are not the Consolidated Screening List, or not all of it."""

from __future__ import annotations

import gzip

import pytest

from tests.sources.us_csl.documents import FIXTURE, document, row
from yalu.errors import ContractError
from yalu.sources.us_csl import table
from yalu.sources.us_csl.parse import parse
from yalu.sources.us_csl.table import COLUMNS

PACKED = gzip.compress(FIXTURE)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" ", "the file is empty"),
        (PACKED[: len(PACKED) // 2], "the gzip file breaks off"),
        (PACKED[:12] + b"\0" * 20 + PACKED[32:], "the gzip file is damaged|breaks off"),
        (document(), "the file holds no row"),
        (document(row(), header=COLUMNS[:-1]), "lacks ids"),
        (document(row(source="A New List (NEW) - Some Department")), "row 2: source is 'A New List"),
        (document(row(id_="A B")), "row 2: _id is 'A B'"),
        (document(row(type="Wallet")), "row 2: type is 'Wallet'"),
        (document(row(name=" ")), "row 2: name is empty"),
        (document(row(start_date="11/12/2015")), "row 2: start_date is"),
        (document(row())[:-20], "row 2: .* fields"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("us_csl: consolidated.csv")
    assert caught.value.expected


def test_a_gzip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_UNPACKED", 1000)
    with pytest.raises(ContractError, match="unpacks to too much"):
        parse(gzip.compress(FIXTURE), "list")
