"""Documents that are not UK-Sanctions-List.csv, or not all of it."""

from __future__ import annotations

import pytest

from tests.sources.uk_sanctions_list.documents import FIXTURE, document
from yalu.errors import ContractError
from yalu.sources.uk_sanctions_list.parse import parse
from yalu.sources.uk_sanctions_list.table import COLUMNS


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Report Date: 14-Nov-2025\r\n", "the file ends after its first line"),
        (document({}, first="Last Updated,14/11/2025"), "the first line is"),
        (document({}, first="Report Date: 31-Feb-2025"), "the first line is"),
        (document(), "the file holds no row"),
        (document({}, columns=[c for c in COLUMNS if c != "Unique ID"]), "the header lacks Unique ID"),
        (document({}, columns=[*COLUMNS, "Gender"]), "the header has Gender twice"),
        (document({"Unique ID": "x"}), "row 3: Unique ID is 'x'"),
        (document({"Designation Type": "Aircraft"}), "row 3: Designation Type is 'Aircraft'"),
        (document({"Name type": "Nickname"}), "row 3: Name type is 'Nickname'"),
        (document({"Date Designated": "2016-03-05"}), "row 3: Date Designated is '2016-03-05'"),
        (FIXTURE[:-40], "fields"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("uk_sanctions_list: UK-Sanctions-List.csv")
    assert caught.value.expected


def test_a_part_that_the_source_lacks() -> None:
    with pytest.raises(ContractError, match="there is no part 'alt'"):
        parse(FIXTURE, "alt")
