"""Entries of an authority's list that may be a party which is not joined to any of them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from yalu.coalition.coverage.listings import CASEBOOK, Listings
from yalu.designation.held import REPEATED, Held
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, NAME_PROPS
from yalu.names import Prepared, Schema, compare, keys, prepare
from yalu.resolve.grouping import Grouped

MOST = 3
"""How many possible entries are named for one party."""


class Namesakes:
    """Finds possible entries by the queue of resolution and by name; a known contradiction rules one out.

    Compared are the names of the authority's entries on the regime, those that nothing joins included, and
    names that are equal word for word on the rest of its list.
    """

    def __init__(self, known: Held, listings: Listings, by: str) -> None:
        self.known = known
        self.view = known.view
        self.listings = listings
        self.by = by
        grouping = self.view.evidence.grouping
        self._grouped = grouping if isinstance(grouping, Grouped) else None

    def of(self, party: str) -> list[str]:
        """In words: under which entries the party may stand already."""
        ids = self.known.joins.ids(party)
        queued = {b for i in ids for b in self._queue.get(i, ())}
        named = {e for e in self._by_name(party) if not self._apart(ids, e)}
        found = [
            f"a source reports that {self.by} listed it on {s.details.get('date', 'an unknown day')};"
            " no list held confirms it"
            for i in ids
            for s in self._reported.get(i, ())
        ]
        waiting = {self.known.joins.head(e) for e in queued}
        for entry in sorted(waiting | {self.known.joins.head(e) for e in named})[:MOST]:
            why = "waits for a judgement" if entry in waiting else "a name of it is alike"
            found.append(f"may already be listed as {self.view.name(entry)} ({entry}): {why}")
        return found

    @cached_property
    def _entries(self) -> set[str]:
        """Records that the authority lists, whatever for."""
        rows = self.view.statements(prop=(LISTING, REPEATED), value=self.by)
        return {s.party for s in rows if not s.lead}

    @cached_property
    def _reported(self) -> dict[str, list[Statement]]:
        """Listings by the authority that a page reports and no list held confirms."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in self.view.statements(prop="listingReported", value=self.by):
            found[s.party].append(s)
        return found

    @cached_property
    def _queue(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        if self._grouped is None:
            return found
        when = self.view.when
        for doubt in self._grouped.queue(when.as_of, when.mode):
            for one, other in ((doubt.a, doubt.b), (doubt.b, doubt.a)):
                entries = self._entries.intersection(self.known.joins.ids(other))
                if entries:
                    found[one].add(min(entries))
        return found

    def _apart(self, ids: list[str], entry: str) -> bool:
        """Whether a fact keeps them apart. That the casebook has a row for each is none."""
        if self._grouped is None:
            return False
        said = (self._grouped.conflict(i, entry) for i in ids)
        return any(why and not why.startswith(f"{CASEBOOK} ") for why in said)

    def _by_name(self, party: str) -> set[str]:
        found: set[str] = set()
        for kind, name in self._names(party):
            found |= self._exact.get(name.casefold(), set())
            mine = prepare(name, _schema(kind))
            for key in keys(mine):
                for entry, theirs in self._keyed.get(key, ()):
                    if entry not in found and theirs.schema is mine.schema and _alike(mine, theirs):
                        found.add(entry)
        return {e for e in found if self.known.joins.head(e) != party}

    def _names(self, party: str) -> list[tuple[str, str]]:
        rows = [s for s in self.known.about(party) if s.prop in ("name", "alias", "previousName")]
        return list(dict.fromkeys((s.kind, s.value) for s in rows if not s.flag and not s.lead))

    @cached_property
    def _exact(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for s in self.view.statements(prop=NAME_PROPS):
            if s.party in self._entries and not s.flag:
                found[s.value.casefold()].add(s.party)
        return found

    @cached_property
    def _keyed(self) -> dict[str, list[tuple[str, Prepared]]]:
        """The names of the authority's entries on the regime, by the keys of the name engine."""
        mine = {
            i for p, row in self.listings.by_party.items() if self.by in row for i in self.known.joins.ids(p)
        }
        mine |= {i for r in self.listings.of(self.by) for i in r.loose} | self.known.marked
        found: dict[str, list[tuple[str, Prepared]]] = defaultdict(list)
        ids = tuple(sorted(mine & self._entries))
        for kind, party, name in self._listed_names(ids):
            ready = prepare(name, _schema(kind))
            for key in keys(ready):
                found[key].append((party, ready))
        return found

    def _listed_names(self, ids: tuple[str, ...]) -> list[tuple[str, str, str]]:
        if not ids:
            return []
        rows = self.view.statements(prop=("name", "alias", "previousName"), party=ids)
        return list(dict.fromkeys((s.kind, s.party, s.value) for s in rows if not s.flag))


def _alike(mine: Prepared, theirs: Prepared) -> bool:
    """Whether two names are alike by more than their first letters."""
    answer = compare(mine, theirs)
    return answer.alert and any(part.how != "acronym" for part in answer.parts)


def _schema(kind: str) -> Schema:
    return Schema(kind) if kind in ("Person", "Vessel") else Schema.ORGANIZATION
