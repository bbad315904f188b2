"""From a name asked to the listed names that meet it: rough candidates, then full comparisons."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from yalu.names import Comparison, Prepared, Schema, compare, likely_schema, prepare
from yalu.screening import build, damaged, grams, keys
from yalu.screening.config import config
from yalu.screening.day import Day
from yalu.screening.nearest import Sums

BY_LETTERS, BY_LETTERS_SHORT = 20, 48
BY_KEYS = 10
LETTERS_FLOOR, LETTERS_FLOOR_SHORT = 0.3, 0.15
SHORT = 9
"""Of a name of so few letters, one error leaves hardly a 3-gram as it was: more names are looked at."""
FEW_KEYS = 3
"""So many rare keys must meet before keys alone can speak for a name."""
ROUGH_FLOOR = 0.66
"""Below this rough likeness (up to 1.5) a name is not compared in full, unless keys speak for it."""
KEYS_SPEAK = 0.5
"""From this share of its keys on a name is compared whatever its letters; in other scripts always."""
PATIENCE = 4
"""So many names in a row that do not meet end the comparing: names come likeliest first."""
PREPARED = 1 << 15
"""How many listed names are kept prepared. They are kept by text, never by whose name it is."""
MASS = 0.8
"""The share of a query's weight that is looked up: what is left are features that most names have."""

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
        self.latin = text.isascii()
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
            for met in self._best(name):
                if note and met.score > 0:
                    factor = config().name.spreadsheet.value
                    words = (
                        f"{note} is {asked} once a spreadsheet has read it as a date, or the other way round"
                    )
                    met = Met(met.name, met.score * factor, text, met.comparison, (*met.notes, words))
                found.append(met)
        return found

    def _best(self, asked: Asked) -> Iterator[Met]:
        """Full comparisons of the likeliest names, until several in a row do not meet."""
        misses = 0
        line = config().near_line.value
        for rough in self._rough(asked):
            met = self._full(asked, rough.name)
            yield met
            misses = 0 if met.score >= line else misses + 1
            if misses >= PATIENCE:
                return

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
            short = len(asked.letters) <= SHORT
            weights = np.square(index.gram_weight[features])
            norm = float(np.sqrt(weights.sum()))
            features, weights = _rarest(features, weights)
            names, scores = self._sums.best(
                index.gram_start,
                index.gram_names,
                features,
                weights / np.float32(norm * MASS),
                index.name_norm,
                self._day.named,
                LETTERS_FLOOR_SHORT if short else LETTERS_FLOOR,
                BY_LETTERS_SHORT if short else BY_LETTERS,
            )
            best = {n: (min(s, 1.0), "letters") for n, s in zip(names.tolist(), scores.tolist(), strict=True)}
        for reading in asked.readings:
            for name, score in self._by_keys(asked, reading):
                if score > best.get(name, (0.0, ""))[0]:
                    best[name] = (score, "keys")
        if not best:
            return []
        numbers = np.fromiter(best, np.int32, len(best))
        rated = self._sums.rate(asked.letters, index.letters, index.letters_start, numbers).tolist()
        found = []
        for (name, (score, by)), alike in zip(best.items(), rated, strict=True):
            family = int(index.name_family[name])
            likeness = max(alike, score if by == "keys" else 0.0) + 0.25 * score
            if asked.family is not None and family not in (asked.family, keys.EITHER):
                likeness *= config().name.schema_mismatch.value
            speaks = by == "keys" and (score > KEYS_SPEAK or not asked.latin)
            if likeness >= ROUGH_FLOOR or speaks:
                found.append(Rough(name, likeness, by, keys.SCHEMA_NAMES[family]))
        found.sort(key=lambda rough: (-rough.likeness, rough.name))
        return found

    def _by_keys(self, asked: Asked, reading: int) -> list[tuple[int, float]]:
        """The names that share the rarest keys, each with the share of the keys that it has."""
        index = self._index
        wanted = keys.numbers(asked.under(reading), reading)
        if not wanted or not len(index.key_number):
            return []
        numbers = np.fromiter(wanted, np.uint32, len(wanted))
        numbers.sort()
        places = np.minimum(np.searchsorted(index.key_number, numbers), len(index.key_number) - 1)
        there = places[index.key_number[places] == numbers]
        sizes = index.key_start[there + 1] - index.key_start[there]
        few = sizes < max(2000, index.names // 50)
        there, sizes = there[few], sizes[few]
        if not len(there):
            return []
        weights = build.rarity(sizes, index.names)
        top = max(float(weights.sum()), FEW_KEYS * (1.0 + math.log(index.names)))
        there, weights = _rarest(there, weights)
        names, scores = self._sums.best(
            index.key_start,
            index.key_names,
            there,
            weights,
            self._one,
            self._day.named,
            0.0,
            BY_KEYS,
        )
        return [(n, min(s / top, 1.0)) for n, s in zip(names.tolist(), scores.tolist(), strict=True)]

    def _full(self, asked: Asked, name: int) -> Met:
        family = int(self._index.name_family[name])
        reading = family if family != keys.EITHER else self._reading(asked, name)
        comparison = compare(asked.under(reading), self._listed(name, reading))
        score = comparison.score
        notes: tuple[str, ...] = ()
        if asked.family is not None and family not in (asked.family, keys.EITHER):
            score *= config().name.schema_mismatch.value
            notes = (f"asked as {keys.SCHEMA_NAMES[asked.family]}, listed as {keys.SCHEMA_NAMES[family]}",)
        return Met(name, score, asked.text, comparison, notes)

    def _reading(self, asked: Asked, name: int) -> int:
        """How a name is read whose party may be a person or not: as the query is, else as its words say."""
        if asked.family is not None:
            return asked.family if asked.family == keys.PERSON else keys.ORGANIZATION
        schema = likely_schema(asked.text, self._index.name(name))
        return keys.PERSON if schema is Schema.PERSON else keys.ORGANIZATION

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


def _rarest(
    features: npt.NDArray[np.integer], weights: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """The features with the most weight that together have the share ``MASS`` of it."""
    order = np.argsort(-weights, kind="stable")
    mass = np.cumsum(weights[order])
    kept = order[: int(np.searchsorted(mass, mass[-1] * MASS)) + 1]
    return features[kept].astype(np.int64), weights[kept]
