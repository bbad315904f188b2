"""An entity as a file has it, whatever the form: its values, each with the day by which it was known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from yalu.model.dates import Interval, partial
from yalu.model.ftm import Schema, schemata
from yalu.sources.sighting import Problem


class Value(NamedTuple):
    """One value of one property. ``known`` is the latest day by which somebody had seen it, or ``""``."""

    prop: str
    text: str
    lang: str = ""
    known: str = ""


@dataclass(slots=True)
class Record:
    """One entity. ``known`` is the day by which all of it was known; of ``names`` each is kept once."""

    id: str
    schema: str
    where: str
    known: str = ""
    datasets: dict[str, str] = field(default_factory=dict)  # name to the day of the first sight, or ""
    referents: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def texts(self, *props: str) -> list[str]:
        """The values of some properties, in the order asked for, each once."""
        return list(dict.fromkeys(v.text for prop in props for v in self.values if v.prop == prop))

    def first(self, *props: str) -> str:
        """The first of the values of some properties, or ``""``."""
        return next(iter(self.texts(*props)), "")

    def days(self, *props: str) -> Interval:
        """The days that the dates of some properties leave possible; of several, first to last."""
        found = [p for text in self.texts(*props) if (p := date_of(text))]
        return Interval(min(p.lo for p in found), max(p.hi for p in found)) if found else Interval()

    @property
    def model(self) -> Schema | None:
        """What is known of its schema."""
        return schemata().get(self.schema)

    def more_specific(self, schema: str) -> None:
        """Take another schema that a line gives to the same entity, if it says more."""
        known = schemata()
        if schema in known and (self.schema not in known or self.schema in known[schema].line):
            self.schema = schema


class Tally:
    """Problems by what they are: how often, and where first, so that a large file gives a short report."""

    def __init__(self) -> None:
        self._count: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], str] = {}

    def add(self, code: str, what: str, where: str) -> None:
        """Count one."""
        self._count[code, what] += 1
        self._first.setdefault((code, what), where)

    def problems(self) -> list[Problem]:
        """One for each kind, in the order of their first place."""
        return [
            Problem(code, self._first[code, what], f"{what} ({n:,} times)" if n > 1 else what)
            for (code, what), n in self._count.items()
        ]


def date_of(text: str) -> Interval | None:
    """The days that a date may mean; a time of day is cut off; None for anything else.

    >>> date_of("2016-02"), date_of("2024-05-01T10:00:00"), date_of("soon")
    (Interval(lo='2016-02-01', hi='2016-02-29'), Interval(lo='2024-05-01', hi='2024-05-01'), None)
    """
    try:
        return partial(text[:10])
    except ValueError:
        return None


def day_of(text: object) -> str:
    """The latest day that a time stamp may mean, or ``""``."""
    found = date_of(text) if isinstance(text, str) else None
    return found.hi if found else ""
