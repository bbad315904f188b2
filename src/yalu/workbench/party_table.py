"""One row for each party of a view, with what searches are filtered, counted and sorted by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from time import sleep
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import connect, reads
from yalu.evidence.view import When
from yalu.model.clock import shows_sql
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS, OWN_KNOWLEDGE, PARTY_KINDS
from yalu.screening.countries import code, known
from yalu.workbench.ftm.entity import EXPORT_CONTROL, REPEATED, schema_of
from yalu.workbench.ftm.schemata import schemata
from yalu.workbench.plain import plain

FACETS = ("countries", "topics", "datasets", "schema", "identifiers", "genders")
"""What search results are counted by."""

Mask = npt.NDArray[np.bool_]

_NO_TEXT = frozenset({*EDGE_KINDS, LISTING, EXPORT_CONTROL, REPEATED, "sameAs"})


class Moments(NamedTuple):
    """Days as text; ``""`` where there is none."""

    first_seen: str
    last_seen: str
    last_change: str


@dataclass(slots=True)
class _Party:
    kinds: Counter[str] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    first: str = "9999"
    last: str = ""
    change: str = ""


class Column:
    """The values of each party under one facet, as numbers."""

    def __init__(self, found: Sequence[set[str]]) -> None:
        self.values = sorted(set().union(*found))
        number = {value: i for i, value in enumerate(self.values)}
        sizes = np.fromiter(map(len, found), np.int64, len(found))
        self._starts = np.concatenate([[0], np.cumsum(sizes)])
        self._rows = np.repeat(np.arange(len(found)), sizes)
        self._codes = np.fromiter(
            (number[v] for one in found for v in sorted(one)), np.int64, int(sizes.sum())
        )

    def of(self, row: int) -> tuple[str, ...]:
        """The values of one party, in order."""
        return tuple(self.values[i] for i in self._codes[self._starts[row] : self._starts[row + 1]])

    def having(self, wanted: Iterable[str]) -> Mask:
        """Which parties have one of these values."""
        asked = set(wanted)
        is_asked = np.fromiter((v in asked for v in self.values), np.bool_, len(self.values))
        held = np.zeros(len(self._starts) - 1, np.bool_)
        held[self._rows[is_asked[self._codes]]] = True
        return held

    def counted(self, among: Mask) -> list[tuple[str, int]]:
        """How many of these parties have each value, the most frequent first."""
        counts = np.bincount(self._codes[among[self._rows]], minlength=len(self.values))
        order = np.argsort(-counts, kind="stable")
        return [(self.values[i], int(counts[i])) for i in order if counts[i]]


class PartyTable:
    """The parties of a view by row number; the columns are in the order of the ids."""

    def __init__(self, parties: dict[str, _Party]) -> None:
        self.ids = sorted(parties)
        found = [parties[i] for i in self.ids]
        self.names: Sequence[str] = [plain(" ".join(p.names)) for p in found]
        self.texts: Sequence[str] = [
            n + plain(" ".join(p.texts)) for n, p in zip(self.names, found, strict=True)
        ]
        self.sizes = np.array([len(p.names) + len(p.texts) for p in found], np.float64)
        self.moments = [Moments("" if p.first == "9999" else p.first, p.last, p.change) for p in found]
        self.captions = [p.names[0] if p.names else i for i, p in zip(self.ids, found, strict=True)]
        self.columns = {facet: Column([p.values[facet] for p in found]) for facet in FACETS}

    def __len__(self) -> int:
        return len(self.ids)

    def having(self, facet: str, wanted: Iterable[str]) -> Mask:
        """Which parties have one of these values, under one of ``FACETS``."""
        return self.columns[facet].having(wanted)

    def sort_value(self, row: int, field: str) -> str:
        """What a party is sorted by, under a field of an entity; ``""`` where it has none."""
        if field == "id":
            return self.ids[row]
        if field == "caption":
            return self.captions[row]
        if field == "schema":
            return self.columns["schema"].of(row)[0]
        found: str = getattr(self.moments[row], field)
        return found


def read(snapshot: Snapshot, when: When, head: Callable[[str], str]) -> PartyTable:
    """The rows of a view; ``head`` gives the id by which the party of an id is called."""
    parties: dict[str, _Party] = defaultdict(_Party)
    for party, kind, prop, value, source, own, first, last, known_hi in _statements(snapshot, when):
        one = parties[head(party)]
        one.kinds[kind] += 1
        if prop in NAME_PROPS:
            one.names.append(value)
        elif prop not in _NO_TEXT:
            one.texts.append(value)
        _facets(one, kind, prop, value, own == "1")
        one.values["datasets"].add(source)
        one.first = min(one.first, first or "9999")
        one.last = max(one.last, last)
        one.change = max(one.change, first or known_hi)
    for party, one in parties.items():
        one.texts.append(party)
        one.values["schema"] = {schema_of(one.kinds)}
    return PartyTable(dict(parties))


def values(snapshot: Snapshot, when: When, props: Collection[str]) -> list[tuple[str, ...]]:
    """The party and the value of each statement under these properties that the view shows."""
    if not props:
        return []
    own = f"basis <> '{OWN_KNOWLEDGE}' AND list_contains(?, prop)"
    with reads(f"Snapshot {snapshot.id}"), connect() as engine:
        return engine.execute(
            f"SELECT party, value {_shown(snapshot, when)} AND {own}", [sorted(props)]
        ).fetchall()


def _statements(snapshot: Snapshot, when: When) -> Iterable[tuple[str, ...]]:
    order = ", ".join(f"'{prop}'" for prop in NAME_PROPS)
    as_of = when.as_of  # checked to be a day
    with reads(f"Snapshot {snapshot.id}"), connect() as engine:
        found = engine.execute(
            "SELECT party, kind, prop, value, source,"
            f" CASE WHEN basis = '{OWN_KNOWLEDGE}' THEN '1' ELSE '' END,"
            f" CASE WHEN seen_first > '{as_of}' THEN '' ELSE seen_first END,"
            f" CASE WHEN seen_last <= '{as_of}' THEN seen_last WHEN seen_first <= '{as_of}' THEN seen_first"
            f" ELSE '' END, known_hi {_shown(snapshot, when)}"
            f" ORDER BY party, flag <> '', list_position([{order}], prop), known_hi, value, id"
        )
        while chunk := found.fetchmany(10_000):
            yield from chunk
            sleep(0)  # requests are answered meanwhile


def _shown(snapshot: Snapshot, when: When) -> str:
    files = ", ".join("'" + str(p).replace("'", "''") + "'" for p in snapshot.tables())
    kinds = ", ".join(f"'{kind}'" for kind in sorted(PARTY_KINDS))
    shown = shows_sql(when.as_of, when.on, when.mode)
    return f"FROM read_parquet([{files}]) WHERE kind IN ({kinds}) AND {shown}"


def _facets(one: _Party, kind: str, prop: str, value: str, own: bool) -> None:
    if own:
        return
    if prop == LISTING:
        one.values["topics"].add("sanction")
    elif prop == EXPORT_CONTROL:
        one.values["topics"].add("export.control")
    else:
        group = _group(kind, prop)
        if group == "countries":
            found = code(value)
            one.values[group].add(found.lower() if known(found) else value)
        elif group in FACETS:
            one.values[group].add(value)


@cache
def _group(kind: str, prop: str) -> str:
    """The facet of a property: ``countries`` for a flag or a nationality, ``identifiers`` for a passport."""
    found = schemata()[kind].properties.get(prop)
    return {"country": "countries", "identifier": "identifiers", "gender": "genders"}.get(
        found.type if found else "", ""
    )
