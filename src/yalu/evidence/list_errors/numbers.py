"""Numbers that cannot be right, or that stand where they cannot both be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from yalu.evidence.list_errors.error import ListError, about
from yalu.evidence.list_errors.records import Records
from yalu.model.statement import Statement
from yalu.sources.damage import imo_number

_DIGITS_OF_A_PASSPORT = 5
"""Shorter numbers are parts of numbers, or of ways to number that repeat."""


def imo(records: Records) -> Iterator[ListError]:
    """IMO numbers that fail their check digit, and other words in their place."""
    for s in records.of("imoNumber"):
        if s.kind == "Vessel" and not imo_number(s.value):
            yield about(
                "imo_check_digit",
                [s],
                f"{records.name(s.party)}: {s.value} fails the check of its last digit",
            )
    for s in records.of("notes"):
        if s.kind == "Vessel" and s.details.get("field") == "IMO number":
            yield about("imo_not_a_number", [s], f"{records.name(s.party)}: the IMO number is {s.value!r}")


def imo_twice(records: Records) -> Iterator[ListError]:
    """One valid IMO number on two records of one list."""
    ships = [s for s in records.of("imoNumber") if s.kind == "Vessel" and imo_number(s.value)]
    for (_, number), rows in _shared(ships, lambda s: (s.source, s.value)).items():
        called = " and ".join(f"{records.name(s.party)} ({s.party})" for s in rows)
        yield about("imo_on_two_records", rows, f"{called} have the IMO number {number}")


def mmsi(records: Records) -> Iterator[ListError]:
    """One MMSI on ships that have different IMO numbers, in any lists."""
    hulls = {s.party: s.value for s in records.of("imoNumber") if imo_number(s.value)}
    ships = [s for s in records.of("mmsi") if s.party in hulls]
    for (number,), rows in _shared(ships, lambda s: (s.value,)).items():
        if len({hulls[s.party] for s in rows}) > 1:
            called = " and ".join(f"{records.name(s.party)} (IMO {hulls[s.party]})" for s in rows)
            yield about("mmsi_on_two_ships", rows, f"{called} have the MMSI {number}")


def passports(records: Records) -> Iterator[ListError]:
    """One passport number on two people whose names do not fit and whom nothing joins."""
    people = [s for s in records.of("passportNumber") if s.kind == "Person" and _whole(s.value)]
    for (number,), rows in _shared(people, lambda s: (_plain(s.value),)).items():
        if any(records.apart(a.party, b.party) for a, b in combinations(rows, 2)):
            called = " and ".join(f"{records.name(s.party)} ({s.party})" for s in rows)
            yield about("passport_on_two_people", rows, f"{called} have the passport {number}")


def _shared(
    rows: list[Statement], key: Callable[[Statement], tuple[str, ...]]
) -> dict[tuple[str, ...], list[Statement]]:
    """The values that stand on two records or more, with one statement for each record."""
    found: dict[tuple[str, ...], dict[str, Statement]] = defaultdict(dict)
    for s in rows:
        found[key(s)].setdefault(s.party, s)
    return {k: list(by_party.values()) for k, by_party in sorted(found.items()) if len(by_party) > 1}


def _plain(number: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", number.upper())


def _whole(number: str) -> bool:
    return sum(c.isdigit() for c in number) >= _DIGITS_OF_A_PASSPORT
