"""An index as a day shows it: which statements stand, which ids are one party.

Ids are one party as records were resolved, where they were; else where curators say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import numpy as np
import numpy.typing as npt

from yalu.evidence.grouping import Grouping
from yalu.evidence.view import SAME, When
from yalu.screening import clock
from yalu.screening.index import Index, cells
from yalu.screening.records import LIST_PROPS, PROPS

_SAME = PROPS.index(SAME)
_LISTS = [PROPS.index(prop) for prop in LIST_PROPS]


class Day:
    """Which statements of an index the view of a day shows, by the same test as ``evidence.view``."""

    def __init__(
        self,
        index: Index,
        when: When,
        sources: Collection[str] | None = None,
        grouping: Grouping | None = None,
    ) -> None:
        self.index = index
        self.resolution = grouping.name if grouping else ""
        """What says which ids are one party; empty where ``sameAs`` alone does."""
        self.when = when
        self.as_of, self.on = clock.number(when.as_of), clock.number(when.on)
        begun = clock.begun(index.clocks, self.as_of, self.on, when.mode)
        over = clock.over(index.clocks, self.as_of, self.on)
        if grouping is None:
            same = np.flatnonzero((index.prop == _SAME) & begun & ~over & (index.own == 0))
            self._groups = _groups(index, same)
        else:
            self._groups = _resolved(index, grouping.groups(when.as_of, when.mode))
        self._heads = {party: head for head, members in self._groups.items() for party in members}
        if sources is not None:
            begun &= np.isin(index.source, [i for i, s in enumerate(index.sources) if s in sources])
        self.shown = begun & ~over
        """For each statement, whether it stands."""
        self.ended = begun & over & np.isin(index.prop, _LISTS)
        """For each listing, whether it stood once and does not now."""
        self.is_shown, self._is_ended = cells(self.shown), cells(self.ended)
        held = self.shown[index.name_rows]
        self.named = np.logical_or.reduceat(held, index.name_start[:-1]) if index.names else held
        """For each name, whether some party bears it on the day."""

    @classmethod
    def ever(cls, index: Index, when: When) -> Day:
        """Every statement of any day, known later or over since: who may be asked about, and nothing else.

        It peeks, so no answer may come from it. Whom no name and number of any day meets, none of a day does.
        """
        made = cls(index, when)
        made.shown = np.ones(len(index.party), np.bool_)
        made.is_shown = cells(made.shown)
        made.named = np.ones(index.names, np.bool_)
        made._groups, made._heads = {}, {}
        return made

    def head(self, party: int) -> int:
        """The first of the ids that are the same party."""
        return self._heads.get(party, party)

    def members(self, head: int) -> list[int]:
        """All ids of a party."""
        return self._groups.get(head, [head])

    def ids(self, head: int) -> tuple[str, ...]:
        """All ids of a party, as text, in order."""
        return tuple(sorted(self.index.party_id(party) for party in self.members(head)))

    def rows(self, head: int) -> list[int]:
        """The statements about a party, under any of its ids, that stand on the day."""
        shown = self.is_shown
        return [row for party in self.members(head) for row in self.index.rows_of(party) if shown[row]]

    def ended_listings(self, head: int) -> list[int]:
        """The listings of a party that had ended by the day."""
        ended = self._is_ended
        return [row for party in self.members(head) for row in self.index.rows_of(party) if ended[row]]


def _resolved(index: Index, groups: Iterable[tuple[str, ...]]) -> dict[int, list[int]]:
    """The ids that were resolved to one, by the first of them that the index knows."""
    number = {index.party_id(party): party for party in range(index.parties)}
    known = ([number[one] for one in ids if one in number] for ids in groups)
    return {members[0]: members for members in known if members}


def _groups(index: Index, edges: npt.NDArray[np.intp]) -> dict[int, list[int]]:
    """The ids that curators say are one, by the first of them. An id that no party bears is no member."""
    root: dict[int, int] = {}

    def find(party: int) -> int:
        while root.setdefault(party, party) != party:
            party = root[party]
        return party

    for row in edges:
        other = index.find(index.text(int(index.value[row])))
        if other >= 0:
            first, second = sorted((find(int(index.party[row])), find(other)))
            root[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for party in root:
        groups[find(party)].append(party)
    return {head: sorted(members) for head, members in groups.items()}
