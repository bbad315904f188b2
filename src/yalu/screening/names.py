"""From a name asked to the listed names that meet it: rough candidates, then the full comparison of the best."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz

from yalu.names import Comparison, Prepared, compare, prepare
from yalu.screening import build, damaged, grams, keys
from yalu.screening.config import config
from yalu.screening.day import Day
from yalu.screening.nearest import Sums

BY_LETTERS = 16
BY_KEYS = 10
LETTERS_FLOOR = 0.32
FULL = 8
PREPARED = 4096
"""How many listed names are kept prepared. They are kept by text, never by whose name it is."""

_FAMILY = {"Person": keys.PERSON, "Organization": keys.ORGANIZATION, "Vessel": keys.VESSEL}


class Rough(NamedTuple):
    """A listed name that may meet, and how likely."""

    name: int
    likeness: float
    by: str
    schema: str


@dataclass(frozen=True, slots=True)
class Met:
    """A listed name compared in full with a name asked."""

    name: int
    score: float
    asked: str
    comparison: Comparison
    notes: tuple[str, ...]


class Asked:
    """A name asked, read at most once under each schema."""

    def __init__(self, text: str, family: str) -> None:
        self.text = text
        self.family = _FAMILY.get(family)
        self.letters = grams.letters(text)
        self._prepared: dict[int, Prepared] = {}

    def under(self, family: int) -> Prepared:
        """The name as read under a family of schemas."""
        found = self._prepared.get(family)
        if found is None:
            found = self._prepared[family] = prepare(self.text, keys.SCHEMAS[family])
        return found

    @property
    def readings(self) -> tuple[int, ...]:
        """The families under which the name may be read."""
        return (self.family,) if self.family is not None else (keys.PERSON, keys.ORGANIZATION, keys.VESSEL)


class Names:
    """The names of one day."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self._index = day.index
        self._sums = Sums(day.index.names)
        self._prepared: OrderedDict[tuple[str, int], Prepared] = OrderedDict()
        self._one = np.ones(day.index.names, np.float32)

    def bearers(self, name: int) -> list[int]:
        """The statements that give a name and stand on the day."""
        return [int(row) for row in self._index.rows_of_name(name) if self._day.shown[row]]

    def compare(self, text: str, family: str) -> list[Met]:
        """The listed names that meet a name asked, in any order."""
        found = []
        for asked, note in [(text, ""), *((other, text) for other in damaged.other_writings(text))]:
            name = Asked(asked, family)
            for rough in self._rough(name)[:FULL]:
                met = self._full(name, rough.name)
                if note and met.score > 0:
                    factor = config().name.spreadsheet.value
                    words = (
                        f"{note} is {asked} once a spreadsheet has read it as a date, or the other way round"
                    )
                    met = Met(met.name, met.score * factor, text, met.comparison, (*met.notes, words))
                found.append(met)
        return found

    def compare_all(self, texts: Iterable[str], family: str, names: list[int]) -> list[Met]:
        """Names asked against all the names of one party."""
        return [self._full(Asked(text, family), name) for text in texts for name in names]

    def rough(self, text: str, family: str) -> list[Rough]:
        """Candidates for a name, likeliest first."""
        return self._rough(Asked(text, family))

    def _rough(self, asked: Asked) -> list[Rough]:
        index = self._index
        best: dict[int, tuple[float, str]] = {}
        features = grams.grams(asked.letters).astype(np.int64)
        if len(features):
            weights = np.square(index.gram_weight[features])
            norm = float(np.sqrt(weights.sum()))
            names, scores = self._sums.best(
                index.gram_start, index.gram_names, features, weights / norm, index.name_norm,
                self._day.named, LETTERS_FLOOR, BY_LETTERS,
            )  # fmt: skip
            for name, score in zip(names.tolist(), scores.tolist(), strict=True):
                best[name] = (score, "letters")
        for name, score in self._by_keys(asked):
            if score > best.get(name, (0.0, ""))[0]:
                best[name] = (score, "keys")
        found = []
        for name, (score, by) in best.items():
            family = int(index.name_family[name])
            other = asked.family is not None and family not in (asked.family, keys.EITHER)
            likeness = score * (config().name.schema_mismatch.value if other else 1.0)
            if by == "letters":
                ratio = fuzz.token_sort_ratio(asked.letters, grams.letters(index.name(name))) / 100
                likeness = max(likeness, ratio * (0.7 if other else 1.0))
            found.append(Rough(name, likeness, by, keys.SCHEMA_NAMES[family]))
        found.sort(key=lambda rough: (-rough.likeness, rough.name))
        return found

    def _by_keys(self, asked: Asked) -> list[tuple[int, float]]:
        index = self._index
        wanted: set[int] = set()
        for reading in asked.readings:
            wanted.update(keys.numbers(asked.under(reading), reading))
        if not wanted:
            return []
        numbers = np.array(sorted(wanted), np.uint32)
        places = np.searchsorted(index.key_number, numbers)
        places = places[places < len(index.key_number)] if len(places) else places
        there = places[np.isin(index.key_number[places], numbers)]
        sizes = index.key_start[there + 1] - index.key_start[there]
        few = sizes < max(2000, index.names // 50)
        there, sizes = there[few], sizes[few]
        if not len(there):
            return []
        weights = build.rarity(sizes, index.names)
        names, scores = self._sums.best(
            index.key_start,
            index.key_names,
            there.astype(np.int64),
            weights,
            self._one,
            self._day.named,
            0.0,
            BY_KEYS,
        )
        top = float(weights.sum())
        return [(n, min(s / top, 1.0)) for n, s in zip(names.tolist(), scores.tolist(), strict=True)]

    def _full(self, asked: Asked, name: int) -> Met:
        family = int(self._index.name_family[name])
        reading = family
        if family == keys.EITHER:
            reading = asked.family if asked.family in (keys.PERSON, keys.ORGANIZATION) else keys.ORGANIZATION
        comparison = compare(asked.under(reading), self._listed(name, reading))
        score = comparison.score
        notes: tuple[str, ...] = ()
        if asked.family is not None and family not in (asked.family, keys.EITHER):
            score *= config().name.schema_mismatch.value
            notes = (f"asked as {keys.SCHEMA_NAMES[asked.family]}, listed as {keys.SCHEMA_NAMES[family]}",)
        return Met(name, score, asked.text, comparison, notes)

    def _listed(self, name: int, reading: int) -> Prepared:
        text = self._index.name(name)
        key = (text, reading)
        found = self._prepared.get(key)
        if found is None:
            found = self._prepared[key] = prepare(text, keys.SCHEMAS[reading])
            if len(self._prepared) > PREPARED:
                self._prepared.popitem(last=False)
        else:
            self._prepared.move_to_end(key)
        return found
