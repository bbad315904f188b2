"""Turns the journal of results into sightings: what an authority reported of a ship, and nothing of its own.

A result is an item about an IMO number. It makes no party, so that a ship which was looked at and let go is
found by no screening.
"""

from __future__ import annotations

from typing import Any

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.model.vocabulary import Grade
from yalu.sources.results.journal import COLUMNS, read
from yalu.sources.sighting import Parsed, Problem, Quarantined, Sighting, sighting

PARSER_VERSION = 1
KIND = "InspectionResult"
_SEVERAL = ("hs_codes", "items")


def parse(content: bytes, source: str) -> Parsed:
    """Read one edition of the journal. Raises ContractError where it is not whole, or empty."""
    journal = read(content, source)
    if not journal.entries:
        told = "a journal as yalu fleet result writes it"
        raise ContractError(source, "the journal is empty", expected=told)
    parsed = Parsed(records=len(journal.entries))
    last = max(str(e["at"]) for e in journal.entries)
    parsed.stated = Interval(last, last)
    for entry in journal.results.values():
        parsed.sightings += _sightings(entry)
        parsed.citations[_work(entry)] = _citation(entry)
    for (file, row), entry in journal.apart.items():
        where = f"{file} row {row}"
        parsed.problems.append(Problem("result_apart", where, entry["why"], f"{source}-?"))
        parsed.quarantined.append(Quarantined(f"{source}-?", where, entry["text"], entry["why"]))
    return parsed


def _sightings(entry: dict[str, Any]) -> list[Sighting]:
    happened, received = entry["date"], entry["received"]
    found = []
    for name in COLUMNS:
        text = entry[name].strip()
        values = [p.strip() for p in text.split(";")] if name in _SEVERAL else [text]
        found += [
            sighting(
                entry["id"],
                KIND,
                name,
                value,
                known=Interval(happened, received),
                known_by=KnownBy.COLLECTOR,
                from_=Interval(happened, happened),
                locator=f"{entry['file']} row {entry['row']}",
                cites=_work(entry),
                grade=Grade.SOURCED,
            )
            for value in dict.fromkeys(values)
            if value
        ]
    return found


def _work(entry: dict[str, Any]) -> str:
    return f"{entry['id']}-report"


def _citation(entry: dict[str, Any]) -> dict[str, str]:
    reference = f", {entry['reference']}" if entry["reference"] else ""
    return {
        "title": f"Result of an inspection of IMO {entry['imo']}, as reported{reference}",
        "publisher": entry["authority"],
        "date": entry["received"],
        "basis": "stored",
    }
