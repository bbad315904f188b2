"""A user's own table: read by the columns that the user names, whatever else stands in it."""

from __future__ import annotations

import io

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from yalu.errors import ContractError, UsageError
from yalu.model.vocabulary import LISTING, OWN_LISTING
from yalu.sources.own.columns import FIELDS, read_columns
from yalu.sources.own.parse import parse
from yalu.sources.user import user_source

COLUMNS = {"name": "Name", "birth_date": "Born", "id": "No"}
CSV = b"No,Name,Born,Other\n1,INVENTED One,2 Jan 1960,x\n2,INVENTED Two,,y\n"


def test_no_entry_is_a_listing_and_every_entry_is_on_the_list() -> None:
    parsed = parse(CSV, "clients", COLUMNS)
    assert not [s for s in parsed.sightings if s.prop == LISTING]
    assert [(s.party, s.value) for s in parsed.sightings if s.prop == OWN_LISTING] == [
        ("clients-1", "clients"),
        ("clients-2", "clients"),
    ]


def test_a_workbook_says_the_same_as_text() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["A title"])
    for line in CSV.decode().splitlines():
        sheet.append(line.split(","))
    out = io.BytesIO()
    book.save(out)
    got = parse(out.getvalue(), "clients", COLUMNS).sightings
    assert [(s.party, s.prop, s.value) for s in got] == [
        (s.party, s.prop, s.value) for s in parse(CSV, "clients", COLUMNS).sightings
    ]


def test_without_an_id_a_party_outlives_a_new_order_of_the_rows() -> None:
    columns = {"name": "Name", "birth_date": "Born"}
    head, one, two = CSV.splitlines(keepends=True)
    first = {s.party for s in parse(head + one + two, "c", columns).sightings}
    assert first == {s.party for s in parse(head + two + one, "c", columns).sightings}
    assert len(first) == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (CSV.replace(b"Name", b"Title"), "names the column 'Name'"),
        (CSV.splitlines()[0], "0 of 0 rows"),
        (b"No,Name,Born\n1,,\n2,,\n3,A,\n", "2 of 3 rows"),
        (b"PK\x03\x04 no workbook", "cannot be read"),
        (b"<html></html>", "web page"),
    ],
)
def test_what_is_not_that_table_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(ContractError, match=told):
        parse(content, "clients", COLUMNS)


@given(
    st.lists(st.lists(st.text(max_size=9), max_size=5), max_size=8),
    st.dictionaries(st.sampled_from(sorted(FIELDS)), st.sampled_from(["a", "b", "c"]), min_size=1),
)
def test_any_table_is_read_or_refused(rows: list[list[str]], columns: dict[str, str]) -> None:
    columns["name"] = "a"
    text = "\n".join(",".join(row) for row in [["a", "b", "c"], *rows])
    try:
        parsed = parse(text.encode("utf-8", "replace"), "own", columns)
    except ContractError:
        return
    for s in parsed.sightings:
        assert s.party.startswith("own-") and s.value and orjson.loads(s.detail or "{}") is not None


@given(st.text(max_size=60))
def test_any_text_for_columns_is_read_or_refused(text: str) -> None:
    try:
        assert read_columns([text]) == {} or "name" in read_columns([text])
    except UsageError:
        return


@pytest.mark.parametrize(
    "name", ["ofac", "un-list", "My", "a--b", "a b", "", "casebook", "uk_ofsi", "x" * 41]
)
def test_a_name_that_would_look_like_a_list_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        user_source("own", name)
