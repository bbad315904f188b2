"""Which ids are one party, as a later step found it: what a view takes in place of ``sameAs`` alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from yalu.model.clock import Mode


class Grouping(Protocol):
    """Groups of ids for a day. Whoever gives one answers for its clocks: nothing later counts."""

    @property
    def name(self) -> str:
        """What stands behind it, as a short text: another one where other groups may come out."""
        ...

    def groups(self, as_of: str, mode: Mode) -> list[tuple[str, ...]]:
        """The parties of several ids; the first id of each is the one by which it is counted."""
        ...

    def pending(self, as_of: str, mode: Mode) -> Collection[str]:
        """Ids that may belong to a party with another id: somebody has to look."""
        ...

    def limited(self, sources: Collection[str]) -> Grouping:
        """The same without what records of other sources prove."""
        ...
