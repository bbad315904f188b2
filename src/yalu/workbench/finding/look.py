"""Joins what the engine of names meets with what words meet, narrows it, and counts it by facet."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import numpy as np

from yalu.model.countries import state
from yalu.screening.hit import Hit
from yalu.sources.registry import sources
from yalu.workbench.finding.question import Question
from yalu.workbench.ftm.schemata import names_within, schemata
from yalu.workbench.lens import Lens
from yalu.workbench.party_table import Mask, PartyTable

MOST_VALUES = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """A value of a facet: its code, its words, and how many results have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Looked:
    """One page of results as entities, the total, and the facets by name."""

    total: int
    results: list[dict[str, Any]]
    facets: dict[str, list[Counted]]


def look(lens: Lens, asked: Question, hits: list[Hit], gone: list[str]) -> Looked:
    """The results, the best names first, those of whom nothing stands on the day (``gone``) last.

    For the thread that alone uses text searches.
    """
    table = lens.text.table
    met, scores = lens.text.find(asked.q)
    if not asked.q.strip():
        met[:] = False
    rank: dict[str, float] = {hit.id: hit.score for hit in hits}
    for party in rank:
        row = bisect_left(table.ids, party)
        if row < len(table) and table.ids[row] == party:
            met[row] = True
    met &= _narrowed(table, asked)
    rows = [int(i) for i in np.flatnonzero(met)]
    rows.sort(key=lambda i: (-rank.get(table.ids[i], 0.0), -float(scores[i]), i))
    ids = [table.ids[i] for i in rows]
    if not (asked.kind or asked.list or asked.country or asked.status):
        ids += [party for party in gone if party not in set(ids)]
    shown = ids[asked.offset : asked.offset + asked.limit]
    found = [one for i in shown if (one := lens.entity(i)) is not None]
    return Looked(len(ids), found, _facets(table, met))


def _narrowed(table: PartyTable, asked: Question) -> Mask:
    met = np.ones(len(table), np.bool_)
    if asked.kind in schemata():
        met &= table.having("schema", names_within(asked.kind))
    elif asked.kind:
        met[:] = False
    if asked.list:
        met &= table.having("datasets", [asked.list])
    if asked.country:
        met &= table.having("countries", [asked.country])
    if asked.status:
        listed = table.having("topics", ["sanction"])
        met &= listed if asked.status == "listed" else ~listed
    return met


def _facets(table: PartyTable, met: Mask) -> dict[str, list[Counted]]:
    listed = int((met & table.having("topics", ["sanction"])).sum())
    rest = int(met.sum()) - listed
    named = [Counted("listed", "listed", listed), Counted("named", "on no list", rest)]
    return {
        "kind": [Counted(v, schemata()[v].plural, n) for v, n in _top(table, "schema", met)],
        "list": [Counted(v, _title(v), n) for v, n in _top(table, "datasets", met)],
        "country": [Counted(v, _country(v), n) for v, n in _top(table, "countries", met)],
        "status": [c for c in named if c.count],
    }


def _top(table: PartyTable, facet: str, met: Mask) -> list[tuple[str, int]]:
    return table.columns[facet].counted(met)[:MOST_VALUES]


def _title(source: str) -> str:
    if source not in sources():
        return source
    found = sources()[source]
    return f"{found.authority} {found.list_name}" if found.list_name else found.id.replace("_", " ")


def _country(code: str) -> str:
    return state(code.upper()) if len(code) == 2 else code
