"""Which party of the list a name in "Linked To" means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

_SHOWN = 10


class Names:
    """Which party a name means: the only one that has it as its primary name, else none."""

    def __init__(self, primary: Iterable[tuple[str, str]], shared: Collection[str]) -> None:
        """``primary`` gives the number and the primary name of each party, ``shared`` numbers of several."""
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        for number, name in primary:
            self._owners[name].add(number)
        self._shared = frozenset(shared)
        self._loose: dict[str, None] = {}

    def stopped(self, name: str) -> str:
        """The name without a full stop that belongs to the remark and not to it."""
        if name.endswith(".") and name not in self._owners and name[:-1] in self._owners:
            return name[:-1]
        return name

    def party(self, name: str) -> str:
        """The id of the party, or ``""``; the name is then told by :meth:`unresolved`."""
        owners = self._owners.get(name, set())
        if len(owners) == 1 and not owners & self._shared:
            return f"ofac-{next(iter(owners))}"
        self._loose[name] = None
        return ""

    def unresolved(self) -> str:
        """What to tell about the names that meant no single party; ``""`` where there was none."""
        if not self._loose:
            return ""
        shown = "; ".join(list(self._loose)[:_SHOWN])
        return f"{len(self._loose)} linked names mean no single party here: {shown}"
