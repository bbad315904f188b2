"""Copies of one day that do not say the same: nothing tells which of them came later."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yalu.evidence.fold import CopyContent
from yalu.model.dates import Interval
from yalu.model.figures import counted
from yalu.sources.sighting import Problem

CODE = "copies_of_one_day_differ"

Value = tuple[str, str, str, str, str]
"""Party, property, value, language and qualifiers."""


def contradictions(copies: Sequence[CopyContent]) -> list[tuple[Interval, Problem]]:
    """One problem for each two copies, next to each other, of the same day that hold different values.

    A part that one of them lacks, and a party that one of them cannot be read for, contradict nothing.
    """
    found = []
    for one, other in pairwise(copies):
        if one.date == other.date and (differing := _differing(one, other)):
            found.append((one.date, _problem(one, other, differing)))
    return found


def _differing(one: CopyContent, other: CopyContent) -> set[Value]:
    unread = one.quarantined | other.quarantined
    differing: set[Value] = set()
    for part in one.documents.keys() & other.documents.keys():
        if one.documents[part] != other.documents[part]:
            differing |= _values(one, part, unread) ^ _values(other, part, unread)
    return differing


def _values(copy: CopyContent, part: str, unread: frozenset[str]) -> set[Value]:
    return {
        (s.party, s.prop, s.value, s.lang, s.detail)
        for s in copy.sightings.get(part, ())
        if s.party not in unread
    }


def _problem(one: CopyContent, other: CopyContent, differing: set[Value]) -> Problem:
    parts = sorted(p for p in one.documents if one.documents[p] != other.documents.get(p))
    where = "; ".join(f"{p} {one.documents[p][:12]}, {other.documents[p][:12]}" for p in parts)
    party, prop, value, *_ = min(differing)
    records = len({v[0] for v in differing})
    return Problem(
        CODE,
        where,
        f"two copies of {one.date.text()} differ in {counted(len(differing), 'value')} of"
        f" {counted(records, 'record')}, such as {party} {prop}: {value}. Which of them came later is not"
        " known: they are taken in the order of their hashes, so what only one holds may seem to begin or"
        " end that day. Ask the publisher which one was in force.",
        party,
    )
