"""How much a name tells: the words that few parties bear tell most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from yalu.resolve.record import Record


class Rarity:
    """Counts in how many records each word stands, apart for persons, craft and entities."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records: Counter[str] = Counter()
        self._bearers: Counter[tuple[str, str]] = Counter()
        for record in records:
            group = record.group or "entity"
            self._records[group] += 1
            self._bearers.update((group, word) for word in {w for name in record.names for w in name.words})

    def of(self, words: Sequence[str], group: str) -> float:
        """The information in a name: the sum, over its words, of the logarithm of their rarity."""
        group = group or "entity"
        all_ = max(self._records[group], 1)
        return sum(math.log(all_ / max(self._bearers[group, word], 1)) for word in set(words))
