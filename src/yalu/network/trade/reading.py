"""Reads a table of shipments: exporter, importer, HS code, value and date; faults are told by row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from yalu.errors import UsageError
from yalu.model.dates import partial

FIELDS = ("exporter", "importer", "hs", "value", "date", "currency")
OPTIONAL = frozenset({"currency"})
HEADINGS: Mapping[str, frozenset[str]] = {
    "exporter": frozenset({"exporter", "shipper", "seller", "exporter name", "shipper name"}),
    "importer": frozenset({"importer", "consignee", "buyer", "importer name", "consignee name"}),
    "hs": frozenset({"hs", "hs code", "hscode", "hs_code", "commodity code", "tariff code"}),
    "value": frozenset({"value", "usd", "value usd", "value (usd)", "value_usd", "total value", "fob value"}),
    "date": frozenset({"date", "shipment date", "arrival date", "declaration date", "day"}),
    "currency": frozenset({"currency", "ccy"}),
}
"""Headings by which a column is known without being told; case and spaces at the ends do not count."""

_HS = re.compile(r"\d{2}(?:\d{2}){0,4}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Shipment:
    """One row that can be counted. Firms stand under :func:`firm_key`; ``year`` is that of the date."""

    exporter: str
    importer: str
    hs: str
    value: Decimal
    year: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be counted; ``row`` is its number in the file, the heading being 1."""

    row: int
    field: str
    what: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.field}: {self.what}"


@dataclass(frozen=True)
class Shipments:
    """A table that was read. ``names`` are the firms as first written, by their key."""

    rows: list[Shipment]
    faults: list[Fault]
    names: dict[str, str]
    currency: str = ""


def read_shipments(rows: Sequence[Sequence[str]], said: str = "") -> Shipments:
    """Read the rows of a table, the first of which is the heading.

    ``said`` maps fields to columns: ``exporter=Shipper,value=USD``. Raises UsageError where a column is
    missing, or where values of several currencies would be added up.
    """
    if not rows:
        raise UsageError("The table is empty.", expected="a row of headings, then one shipment a row")
    place = _columns([cell.strip() for cell in rows[0]], said)
    names: dict[str, str] = {}
    found, faults = [], []
    currencies: set[str] = set()
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = {field: row[i].strip() if i < len(row) else "" for field, i in place.items()}
        wrong = _faults(number, cells)
        if any(cell.strip() for cell in row[len(rows[0]) :]):
            wrong.insert(0, Fault(number, "row", f"{len(row)} fields, the heading has {len(rows[0])}"))
        faults += wrong
        if wrong:
            continue
        keys = [firm_key(cells[side]) for side in ("exporter", "importer")]
        for key, side in zip(keys, ("exporter", "importer"), strict=True):
            names.setdefault(key, " ".join(cells[side].split()))
        currencies.add(cells.get("currency", "").upper())
        year = int(partial(cells["date"][:10]).lo[:4])
        found.append(Shipment(keys[0], keys[1], _hs(cells["hs"]), _value(cells["value"]), year))
    if len(currencies) > 1:
        raise UsageError(
            f"The values are in {len(currencies)} currencies: {', '.join(sorted(currencies))}.",
            expected="values of one currency, which can be added up",
            do="Convert them, or give one file for each currency.",
        )
    return Shipments(found, faults, names, next(iter(currencies), ""))


def firm_key(name: str) -> str:
    """One firm's name, whatever its case, width and spaces. Other spellings count as other firms."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _columns(headings: list[str], said: str) -> dict[str, int]:
    told: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in said.split(","))):
        field, equals, column = part.partition("=")
        if not equals or field.strip() not in FIELDS:
            raise UsageError(
                f"{part!r} names no column.",
                expected=f"FIELD=COLUMN, where FIELD is one of {', '.join(FIELDS)}",
            )
        told[field.strip()] = column.strip()
    place: dict[str, int] = {}
    for field in FIELDS:
        wanted = {told[field].casefold()} if field in told else HEADINGS[field]
        fits = [i for i, heading in enumerate(headings) if heading.casefold() in wanted]
        if len(fits) == 1:
            place[field] = fits[0]
        elif fits or field in told or field not in OPTIONAL:
            raise UsageError(
                f"{len(fits) or 'No'} column{'s' if len(fits) > 1 else ''} for {field}; the headings are"
                f" {', '.join(headings)}.",
                expected="one column for each of exporter, importer, hs, value and date",
                do=f"Name it with --columns {field}=HEADING.",
            )
    return place


def _faults(number: int, cells: dict[str, str]) -> list[Fault]:
    found = [Fault(number, side, "no name") for side in ("exporter", "importer") if not cells[side]]
    if not _HS.fullmatch(_hs(cells["hs"])):
        found.append(Fault(number, "hs", f"{cells['hs']!r} is not 2 to 10 digits, an even number of them"))
    try:
        _value(cells["value"])
    except InvalidOperation:
        found.append(Fault(number, "value", f"{cells['value']!r} is not a number of 0 or more"))
    try:
        partial(cells["date"][:10])
    except ValueError:
        found.append(Fault(number, "date", f"{cells['date']!r} is not YYYY, YYYY-MM or YYYY-MM-DD"))
    return found


def _hs(text: str) -> str:
    return text.replace(".", "").replace(" ", "")


def _value(text: str) -> Decimal:
    """Raises InvalidOperation. ``1,234.5`` is read; ``1.234,5`` is not, for it may mean two numbers."""
    if _NUMBER.fullmatch(text) or _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    raise InvalidOperation
