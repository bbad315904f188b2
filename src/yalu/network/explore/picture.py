"""A picture of a part of the network: who is in it and why, and each tie between them once."""

from __future__ import annotations

from dataclasses import dataclass, field

from yalu.network.expansion.tie import Tie

PAGE = 25
"""Neighbors that are added at a time."""
ASK = 50
"""More than so many are added only when the reader says so."""
MOST = 500
"""Parties that a picture holds."""


@dataclass(frozen=True)
class Selection:
    """What was chosen. Ids are first ids; ``opened`` says how many pages of whose neighbors are shown.

    Empty ``kinds`` and ``grades`` are all of them. ``since`` and ``until`` keep ties that may have held in
    that time. ``wanted`` are parties shown besides; ``whole`` those whose neighbors are all shown.
    """

    party: str = ""
    start: str = ""
    goal: str = ""
    wanted: tuple[str, ...] = ()
    opened: tuple[tuple[str, int], ...] = ()
    whole: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    shapes: frozenset[str] = frozenset()
    grades: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Node:
    """A party of a picture. ``lists`` are who lists it on the day; ``more`` its neighbors not shown."""

    id: str
    name: str
    kind: str
    bank: bool
    lists: tuple[str, ...]
    neighbors: int
    more: int
    place: tuple[int, int] = (0, 0)

    @property
    def listed(self) -> bool:
        """Whether it stands on a list on the day."""
        return bool(self.lists)


@dataclass(frozen=True)
class Line:
    """A tie of a picture: its ends in the order of its words, and its statement."""

    tie: Tie
    kind: str

    @property
    def ends(self) -> tuple[str, str]:
        """First ids of both ends."""
        return self.tie.near, self.tie.far


@dataclass(frozen=True)
class Picture:
    """``nodes`` by name, ``lines`` the best evidence first. ``cut`` counts parties above :data:`MOST`.

    ``paths`` is how many shortest paths it began with, of ``length`` ties; ``unverified`` says that the only
    ones, or the shorter, need a tie that no stored text backs. ``left`` counts ties that the filters hid.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    paths: int = 0
    length: int = 0
    unverified: bool = False
    cut: int = 0
    left: int = 0
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    """The words of those pairs of ends whose label touches no other and no party."""
