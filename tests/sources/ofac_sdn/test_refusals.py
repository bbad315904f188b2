"""Documents that are not the list, or not all of it: refused, naming file, row and what was expected."""

from __future__ import annotations

import pytest

from tests.sources.ofac_sdn.documents import FIXTURE, PARTS, row
from yalu.errors import ContractError, UsageError
from yalu.sources.ofac_sdn.parse import parse

GOOD = row().encode()
HEADER = (
    b"ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n"
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "sdn.csv: the file is empty"),
        (b"\r\n\x1a", "sdn.csv: the file is empty"),
        (b"<!DOCTYPE html>\n<html><body>503</body></html>", "a web page or XML"),
        (b"\xef\xbb\xbf\n <HTML>", "a web page or XML"),
        (GOOD + b"\n\0", "NUL byte at offset"),
        (GOOD.decode().encode("utf-16"), "the file is UTF-16"),
        (GOOD.decode().encode("utf-16-be"), "NUL byte at offset 0"),
        (GOOD.replace(b"A NAME", b"A \x81 NAME"), "byte 0x81 at offset 5 is no letter"),
        (HEADER + GOOD, "row 1: a header row"),
        (GOOD + b"\n" + GOOD + b",-0- ", "row 2: 13 fields"),
        (GOOD + b'\n2,"B",-0- ,"DPRK"', "row 2: 4 fields"),
        (GOOD + b'\n2,"B",-0- ,"DP\n', "row 2: the CSV breaks off"),
        (GOOD + b'\n2,"B" x,-0- ', "row 2: the CSV breaks"),
        (GOOD[:-5], "row 1: 11 fields"),
        (GOOD[:-4], "sdn.csv row 1: the file breaks off in"),
        (GOOD[:-3], "sdn.csv row 1: the file breaks off in"),
        (GOOD[:-4] + b"a.k.a. 'B", "sdn.csv row 1: the file breaks off in"),
        (b'2,"' + b"x" * 140_000, "the CSV breaks off or breaks its quoting"),
        (row("2.3E+04").encode(), "row 1: ent_num is '2.3E"),
        (row("").encode(), "row 1: ent_num is ''"),
        (row("-5").encode(), "row 1: ent_num is '-5'"),
        (row("٣").encode(), "row 1: ent_num is"),
        (GOOD + b"\n" + row(2, type_="ship").encode(), "row 2: SDN_Type is 'ship'"),
        (GOOD + b"\n\x1a\n" + GOOD, "row 2: 1 fields"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError) as error:
        parse(content, "sdn")
    assert message in str(error.value)
    assert error.value.source == "ofac_sdn"
    assert error.value.where.startswith("sdn.csv")
    assert error.value.expected
    assert error.value.exit_code == 5


@pytest.mark.parametrize("given", PARTS)
@pytest.mark.parametrize("asked", PARTS)
def test_a_part_given_for_another_is_refused(given: str, asked: str) -> None:
    if given == asked:
        parse(FIXTURE[given], asked)
        return
    with pytest.raises(ContractError, match=f"{asked}.csv row 1: . fields|{asked}.csv row 1: 12 fields"):
        parse(FIXTURE[given], asked)


def test_an_unknown_alias_type_is_refused() -> None:
    with pytest.raises(ContractError, match="row 1: alt_type is 'xka'"):
        parse(b'1,2,"xka","NAME",-0- \n', "alt")


def test_an_unknown_part_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="no part 'comments'"):
        parse(GOOD, "comments")


@pytest.mark.parametrize("part", ["sdn", "alt", "add"])
def test_every_cut_within_a_row_is_refused_or_loses_nothing_but_the_empty_mark(part: str) -> None:
    whole = FIXTURE[part].rstrip(b"\x1a\r\n ")
    rows = parse(whole, part).records
    for length in range(len(whole) - 200, len(whole)):
        try:
            parsed = parse(whole[:length], part)
        except ContractError:
            continue
        cut = whole[length:]
        assert parsed.records < rows or cut in (b"-", b" ", b"- ")
