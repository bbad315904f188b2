"""Which two records may be one party at all: by their names, through the screening index, and by numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np

from yalu.evidence.view import When
from yalu.resolve.config import config
from yalu.resolve.record import Record
from yalu.screening import keys, nearest
from yalu.screening.day import Day
from yalu.screening.index import Index
from yalu.screening.names import Names

Pair = tuple[str, str]
Texts = tuple[int, int]
"""Two names of a pair by their numbers in the index's table of texts, in the order of the pair."""
Step = Callable[[str], None]
EVER = "9999-12-31"


class Candidates:
    """The pairs of an index worth a comparison. Two records of one list are none, however alike."""

    def __init__(
        self,
        index: Index,
        records: Mapping[str, Record],
        compiled: Path | None = None,
        step: Step = lambda _: None,
    ) -> None:
        self._index, self._compiled = index, compiled
        self._records = records
        self._step = step
        self._bearers: dict[int, list[str]] = defaultdict(list)
        for record in records.values():
            for name in record.names:
                self._bearers[name.number].append(record.id)

    def by_names(self, changed: Collection[str]) -> dict[Pair, dict[Texts, float]]:
        """Pairs with a changed record whose names may meet, with the likeliest names and their likeness."""
        most = int(config().limit("names_of_a_pair"))
        found: dict[Pair, dict[Texts, float]] = defaultdict(dict)
        for a, b, texts, likeness in self._alike(changed):
            held = found[a, b]
            held[texts] = max(likeness, held.get(texts, 0.0))
        return {
            pair: dict(sorted(texts.items(), key=lambda item: (-item[1], item[0]))[:most])
            for pair, texts in found.items()
        }

    def _alike(self, changed: Collection[str]) -> Iterator[tuple[str, str, Texts, float]]:
        index, wanted = self._index, set(changed)
        day = Day(index, When.at(EVER, EVER))
        day.named = np.ones(index.names, np.bool_)
        nearest.compile_for_many(self._compiled)
        names = Names(day)
        crowd = int(config().limit("bearers"))
        for number in range(index.names):
            if number % 10_000 == 9_999:
                self._step(f"{number + 1:,} of {index.names:,} names looked up")
            text = int(index.name_text[number])
            ours = self._bearers.get(text, [])
            mine = [one for one in ours if one in wanted]
            if not mine:
                continue
            family = int(index.name_family[number])
            schema = "" if family == keys.EITHER else keys.SCHEMA_NAMES[family]
            for rough in names.rough(index.name(number), schema):
                other = int(index.name_text[rough.name])
                theirs = self._bearers.get(other, [])
                if len(mine) * len(theirs) > crowd * crowd:
                    continue
                for x in mine:
                    for y in theirs:
                        if x != y and may_meet(self._records[x], self._records[y]):
                            if x < y:
                                yield x, y, (text, other), rough.likeness
                            else:
                                yield y, x, (other, text), rough.likeness

    def by_numbers(self) -> set[Pair]:
        """Pairs of any lists that share an identifier."""
        bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
        for record in self._records.values():
            for number in record.numbers:
                bearers[number].append(record.id)
        crowd = int(config().limit("bearers"))
        return {
            (a, b)
            for ids in bearers.values()
            if 1 < len(ids) <= crowd
            for a, b in combinations(sorted(ids), 2)
        }


def may_meet(a: Record, b: Record) -> bool:
    """Whether two records of like names are worth a comparison: of other lists, and not of other kinds."""
    return not (a.lists & b.lists) and not (a.group and b.group and a.group != b.group)
