"""The rows of the file by id."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from dataclasses import dataclass

from yalu.sources.delimited import TextFile
from yalu.sources.us_csl.lists import LISTS, Kept, list_of
from yalu.sources.written_dates import iso

COLUMNS = (
    *("_id", "source", "entity_number", "type", "programs", "name", "title", "addresses"),
    *("federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement"),
    *("license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage"),
    *("vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships"),
    *("dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids"),
)
KINDS = {
    "Individual": "Person",
    "Entity": "Organization",
    "Vessel": "Vessel",
    "Aircraft": "Airplane",
    "": "LegalEntity",
}
MAX_UNPACKED = 200_000_000
FILE = TextFile("us_csl", "consolidated.csv")
_ID = re.compile(r"[0-9a-z]{1,40}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, its fields by column, and its list."""

    number: int
    fields: dict[str, str]
    list: Kept

    def __getitem__(self, column: str) -> str:
        return self.fields[column]


def read_rows(content: bytes) -> tuple[dict[str, list[Row]], int]:
    """The rows by id, and how many there are.

    Raises:
        ContractError: not this file, not whole, or a row without what every row has.
    """
    rows = FILE.rows(FILE.decode(_unpacked(content)))
    FILE.check_header(rows[0] if rows else [], COLUMNS, 1)
    by_id: defaultdict[str, list[Row]] = defaultdict(list)
    for number, values in enumerate(rows[1:], 2):
        if any(values):
            row = _checked(number, values)
            by_id[row["_id"]].append(row)
    if not by_id:
        raise FILE.refuse("the file holds no row", "a row for each entry", 2)
    return dict(by_id), sum(map(len, by_id.values()))


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    unpacking = zlib.decompressobj(wbits=31)
    try:
        plain = unpacking.decompress(content, MAX_UNPACKED)
    except zlib.error as error:
        raise FILE.refuse(f"the gzip file is damaged: {error}", "the file as published") from error
    if unpacking.unconsumed_tail:
        raise FILE.refuse("the gzip file unpacks to too much", f"at most {MAX_UNPACKED:,} bytes")
    if not unpacking.eof:
        raise FILE.refuse("the gzip file breaks off", "a whole file")
    return plain


def _checked(number: int, values: list[str]) -> Row:
    if len(values) != len(COLUMNS):
        raise FILE.refuse(f"{len(values)} fields", f"{len(COLUMNS)}; a row with fewer is cut off", number)
    fields = dict(zip(COLUMNS, values, strict=True))
    kept = list_of(fields["source"])
    if kept is None:
        raise FILE.refuse(f"source is {fields['source'][:60]!r}", ", ".join(LISTS), number)
    if not _ID.fullmatch(fields["_id"]):
        raise FILE.refuse(f"_id is {fields['_id'][:40]!r}", "an id", number)
    if fields["type"] not in KINDS:
        raise FILE.refuse(f"type is {fields['type'][:40]!r}", ", ".join(filter(None, KINDS)), number)
    if not fields["name"]:
        raise FILE.refuse("name is empty", "a name in every row", number)
    for column in ("start_date", "end_date"):
        if fields[column] and not (_DAY.fullmatch(fields[column]) and iso(fields[column])):
            raise FILE.refuse(f"{column} is {fields[column][:40]!r}", "a day of the form YYYY-MM-DD", number)
    return Row(number, fields, kept)
