"""From a name asked to the listed names that meet it: rough candidates, then full comparisons."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yalu.names import Comparison, Prepared, Schema, compare, likely_schema, prepare
from yalu.screening import damaged, grams, keys
from yalu.screening.config import config
from yalu.screening.day import Day
from yalu.screening.nearest import Nearest, Rated

PATIENCE = 4
"""So many names in a row that do not meet end the comparing: names come likeliest first."""
PREPARED = 1 << 15
"""How many listed names are kept prepared. They are kept by text, never by whose name it is."""

_BY = ("letters", "keys")
_FAMILY = {"Person": keys.PERSON, "Organization": keys.ORGANIZATION, "Vessel": keys.VESSEL}


class Rough(NamedTuple):
    """A listed name that may meet, and how likely."""

    name: int
    likeness: float
    by: str
    schema: str


class Met(NamedTuple):
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
        self._nearest = Nearest(day.index, day.named)
        self._prepared: OrderedDict[tuple[str, int], Prepared] = OrderedDict()

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
        for name in self._rough(asked).names.tolist():
            met = self._full(asked, name)
            yield met
            misses = 0 if met.score >= line else misses + 1
            if misses >= PATIENCE:
                return

    def compare_all(self, texts: Iterable[str], family: str, names: list[int]) -> list[Met]:
        """Names asked against all the names of one party."""
        return [self._full(Asked(text, family), name) for text in texts for name in names]

    def rough(self, text: str, family: str) -> list[Rough]:
        """Candidates for a name, likeliest first."""
        found = self._rough(Asked(text, family))
        families = self._index.name_family[found.names].tolist()
        return [
            Rough(name, likeness, _BY[by], keys.SCHEMA_NAMES[family])
            for name, likeness, by, family in zip(
                found.names.tolist(), found.likeness.tolist(), found.by.tolist(), families, strict=True
            )
        ]

    def _rough(self, asked: Asked) -> Rated:
        wanted = (keys.numbers(asked.under(reading), reading) for reading in asked.readings)
        family = -1 if asked.family is None else asked.family
        mismatch = config().name.schema_mismatch.value
        return self._nearest.rough(asked.letters, wanted, family, asked.latin, mismatch)

    def _full(self, asked: Asked, name: int) -> Met:
        family = self._index.cells.name_family[name]
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
