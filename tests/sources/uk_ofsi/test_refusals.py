"""Documents that are not ConList.csv, or not all of it."""

from __future__ import annotations

import pytest

from tests.sources.uk_ofsi.documents import FIXTURE, document, row
from yalu.errors import ContractError
from yalu.sources.uk_ofsi.parse import parse


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" \r\n", "the file is empty"),
        (b"<html>", "a web page"),
        (FIXTURE.decode("cp1252").encode("utf-16"), "the file is UTF-16"),
        (b"Last Updated,13/04/2018\r\n", "the file ends after its first line"),
        (FIXTURE.split(b"\n", 1)[1], "the first line is 'Name 6"),
        (document(row(), day="2018-04-13"), "'2018-04-13' is not a day"),
        (document(row(), day="31/02/2018"), "not a day that exists"),
        (document(), "the file holds no row"),
        (FIXTURE.replace(b"Regime,", b"Programme,", 1), "lacks Regime and has the new 'Programme'"),
        (FIXTURE.replace(b"Name 6,Name 1", b"Name 1,Name 6", 1), "has another order"),
        (document(row({"Group ID": "x"})), "row 3: Group ID is 'x'"),
        (document(row({"Group Type": "Aircraft"})), "row 3: Group Type is 'Aircraft'"),
        (document(row({"Alias Type": "NKA"})), "row 3: Alias Type is 'NKA'"),
        (document(row({"Listed On": ""})), "row 3: Listed On: ''"),
        (FIXTURE[:-40], "fields"),
        (document(row({"Position": "a, b"}))[:-60], "breaks off or breaks its quoting|fields"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("uk_ofsi: ConList.csv")
    assert caught.value.expected


def test_a_part_that_the_source_lacks() -> None:
    with pytest.raises(ContractError, match="there is no part 'alt'"):
        parse(FIXTURE, "alt")
