"""The parties that a query met, ordered, with their reasons."""

from __future__ import annotations

import numpy as np

from yalu.model.vocabulary import NAME_PROPS
from yalu.screening import facts
from yalu.screening.config import config
from yalu.screening.day import Day
from yalu.screening.facts import Facts
from yalu.screening.hit import Hit
from yalu.screening.names import Met
from yalu.screening.query import Query
from yalu.screening.records import PROPS
from yalu.screening.score import weigh

_WEAK = PROPS.index("weakAlias")
_NAMES = [PROPS.index(prop) for prop in NAME_PROPS]


class Ranking:
    """Collects, for one query, the best name of each party and the numbers that it shares."""

    def __init__(self, day: Day, query: Query) -> None:
        self._day = day
        self._index = day.index
        self._query = query
        self._best: dict[int, tuple[float, Met, bool]] = {}
        self._numbered: set[int] = set()

    def add_name(self, met: Met) -> None:
        """Count a name for each party that bears it on the day."""
        weak: dict[int, bool] = {}
        cells = self._index.cells
        for row in cells.name_rows[cells.name_start[met.name] : cells.name_start[met.name + 1]]:
            if self._day.is_shown[row]:
                head = self._day.head(cells.row_party[row])
                weak[head] = weak.get(head, True) and cells.row_prop[row] == _WEAK
        for head, is_weak in weak.items():
            score = met.score * (config().name.weak_alias.value if is_weak else 1.0)
            if head not in self._best or score > self._best[head][0]:
                self._best[head] = (score, met, is_weak)

    def add_number(self, row: int) -> None:
        """Count a statement that gives a number of the query."""
        if self._day.shown[row]:
            self._numbered.add(self._day.head(int(self._index.party[row])))

    def unnamed(self) -> list[int]:
        """Parties that only a number found, so far."""
        return sorted(self._numbered - self._best.keys())

    def names_of(self, head: int) -> list[int]:
        """The numbers of a party's names."""
        rows = [row for row in self._day.rows(head) if self._index.prop[row] in _NAMES]
        return [int(n) for n in np.flatnonzero(np.isin(self._index.name_text, self._index.value[rows]))][:40]

    def hits(self, limit: int, floor: float) -> list[Hit]:
        """The best parties, at most ``limit``, each with a score of at least ``floor``."""
        found = []
        # A fact lifts a name by no more than the room above it, so far worse names cannot come before.
        asked = self._query
        facts_count = bool(asked.birth_dates or asked.countries or asked.identifiers)
        most = max(limit * 4, 20) if facts_count else limit * 2
        likely = sorted(self._best, key=lambda head: (-self._best[head][0], head))[:most]
        for head in dict.fromkeys([*self._numbered, *likely]):
            name_score, met, weak = self._best.get(head, (0.0, None, False))
            if head not in self._numbered and name_score < floor * 0.9:
                continue
            held = facts.gather(self._day, head)
            score = weigh(self._query, held, name_score)
            if score.value >= floor:
                hit = self._hit(head, held, name_score, score.value, met, weak, score.reasons)
                found.append((score.value, hit, held.repeats))
        there = {one for _, hit, _ in found for one in hit.ids}
        kept = [hit for _, hit, repeated in found if repeated not in there]
        kept.sort(key=lambda hit: (-hit.score, -hit.name_score, hit.delisted, hit.id))
        return kept[:limit]

    def _hit(
        self,
        head: int,
        held: Facts,
        name_score: float,
        score: float,
        met: Met | None,
        weak: bool,
        said: list[str],
    ) -> Hit:
        reasons: list[str] = []
        if met is not None and name_score > 0:
            alias = "weak alias" if weak else "name"
            reasons.append(f"{alias} {self._index.name(met.name)!r} meets {met.asked!r} by {name_score:.2f}")
            reasons += [f"name: {text}" for text in met.comparison.reasons]
            reasons += met.notes
        elif self._query.names:
            reasons.append("no name meets")
        reasons += said
        status = held.status
        reasons += [f"on your own list {one}, which is no listing" for one in held.own_lists]
        if status == "named in a source":
            reasons.append("on no list on this day: named in a source")
        elif status == "delisted":
            reasons += [f"delisted: {one.text()}" for one in held.lists]
        if held.unverified:
            reasons.append("unverified: no stored text backs its name")
        ids = self._day.ids(head)
        return Hit(
            id=self._index.party_id(head),
            ids=ids,
            name=held.name or ids[0],
            matched=self._index.name(met.name) if met is not None and name_score > 0 else "",
            score=score,
            alert=score >= config().alert_line.value,
            kind=held.kind,
            lists=tuple(held.lists),
            reasons=tuple(reasons),
            sources=tuple(held.sources),
            name_score=round(name_score, 4),
            status=status,
            birth_dates=tuple(d.shown for d in held.births),
            countries=tuple(held.countries),
            identifiers=tuple(held.identifiers),
            own_lists=tuple(held.own_lists),
        )
