"""Checks the rows of a result form: a row that is wrong in anything is set apart whole, with its reasons."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yalu.errors import UsageError
from yalu.fleet.arrivals.numbers import digits
from yalu.fleet.cargo.codes import exists, hs_code
from yalu.fleet.exercise.marks import is_exercise
from yalu.fleet.files.columns import Layout, Line, Sheet
from yalu.fleet.identity import check_digit_holds
from yalu.sources.results.journal import COLUMNS, OUTCOMES
from yalu.sources.user import RESULTS
from yalu.sources.written_dates import iso

FORM = Layout(
    "result form",
    {
        "imo": "imo|imo number|imo no|imo nr",
        "name": "name|name of the ship|ship|ship name|vessel|vessel name",
        "port": "port|place",
        "date": "date|date of inspection|inspected on",
        "authority": "authority|inspecting authority|reported by",
        "outcome": "outcome|result",
        "items": "items|items found|goods|cargo",
        "hs_codes": "hs codes|hs code|hs|codes",
        "photographs": "photographs|photographs how many where kept|photos",
        "reported_to": "reported to|report to",
        "reference": "reference|ref|report number",
        "remarks": "remarks|notes|note",
    },
    frozenset({"imo"}),
)
"""The columns, and headings that mean them."""

NEEDED = ("imo", "port", "date", "authority", "outcome")
LONGEST = 2000
"""Letters of a cell."""
_TIME = re.compile(r"[T ]\d\d:\d\d.*$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_AMBIGUOUS = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{4}", re.ASCII)


@dataclass(slots=True)
class Checked:
    """The rows of a file: entries that can stand, and those set apart with their reasons."""

    results: list[dict[str, Any]] = field(default_factory=list)
    apart: list[dict[str, Any]] = field(default_factory=list)


def checked(sheet: Sheet, *, file: str, sha256: str, received: str, at: str) -> Checked:
    """Check every row. ``received`` is the day of the report, ``at`` the day of taking it in."""
    found = Checked()
    seen: dict[str, int] = {}
    for line in sheet.lines:
        start = {"file": file, "sha256": sha256, "row": line.number, "at": at}
        fields = {name: line.get(name)[:LONGEST] for name in COLUMNS}
        reasons = [line.problem] if line.problem else list(_faults(fields, line, received))
        one = "" if reasons else _id(fields)
        if one in seen:
            reasons.append(f"it is the same inspection as row {seen[one]}")
        if reasons:
            told = " | ".join(f"{k}: {v}" for k, v in line.cells.items()) or "(nothing that is read)"
            found.apart.append({"type": "apart", "text": told[:LONGEST], "why": "; ".join(reasons)} | start)
            continue
        seen[one] = line.number
        found.results.append({"type": "result", "id": one, "received": received} | fields | start)
    return found


def _faults(fields: dict[str, str], line: Line, received: str) -> Iterator[str]:
    """What is wrong with a row; its fields are put into their one form."""
    for name in NEEDED:
        if not fields[name]:
            yield f"{name.replace('_', ' ')} is missing"
    long = [name for name in COLUMNS if len(line.get(name)) > LONGEST]
    if long:
        yield f"{', '.join(long)} is longer than {LONGEST:,} letters"
    fields["imo"] = digits(fields["imo"])
    if fields["imo"] and not check_digit_holds(fields["imo"]):
        yield f"IMO {fields['imo'][:20]} fails its check digit"
    elif is_exercise(fields["imo"]):
        yield f"IMO {fields['imo']} is a number of exercises and no ship's"
    if fields["date"]:
        yield from _day_faults(fields, received)
    fields["outcome"] = re.sub(r"[\s-]+", "_", fields["outcome"].casefold())
    if fields["outcome"] and fields["outcome"] not in OUTCOMES:
        yield f"outcome {fields['outcome'][:30]!r} is none of {', '.join(OUTCOMES)}"
    yield from _code_faults(fields)
    fields["items"] = "; ".join(p.strip() for p in fields["items"].split(";") if p.strip())


def _day_faults(fields: dict[str, str], received: str) -> Iterator[str]:
    written = _TIME.sub("", fields["date"])
    day = "" if _AMBIGUOUS.fullmatch(written) else iso(written)
    if not _DAY.fullmatch(day):
        yield f"date {fields['date'][:30]!r} is no day that can be read one way only, such as 2026-03-01"
    elif day > received:
        yield f"date {day} is after the report of {received}"
    fields["date"] = day or fields["date"]


def _code_faults(fields: dict[str, str]) -> Iterator[str]:
    codes = []
    for piece in re.split(r"[;|,]", fields["hs_codes"]):
        if not piece.strip():
            continue
        try:
            code = hs_code(piece)
        except UsageError as error:
            yield error.what
            continue
        if not exists(code):
            yield f"HS code {code} is in no chapter"
        codes.append(code)
    fields["hs_codes"] = "; ".join(dict.fromkeys(codes))


def _id(fields: dict[str, str]) -> str:
    """By ship, day, authority, and reference or port: a form that comes again corrects the first."""
    what = (fields["imo"], fields["date"], fields["authority"], fields["reference"] or fields["port"])
    key = "|".join(" ".join(text.casefold().split()) for text in what)
    return f"{RESULTS}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
