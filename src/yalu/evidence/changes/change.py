"""One change of one record of a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yalu.model.dates import Interval
from yalu.model.statement import statement_id


class What(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    RELISTED = "relisted"  # it had been on the list before, and gone
    AMENDED = "amended"
    DELISTED = "delisted"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The values of one property that went and that came; either may be empty."""

    prop: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    def text(self) -> str:
        """``birthDate: 1966 → 1966-03-25``."""
        return f"{self.prop}: {'; '.join(self.old) or '–'} → {'; '.join(self.new) or '–'}"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened, and when: on ``day`` where a date says so, else within ``between``.

    ``between`` runs from the last copy before the change to the first copy after it, and is open where
    no copy came before. ``dated_by`` names what gives the day: ``listing`` (the record's own date) or
    ``casebook``. ``lists_as`` is the property of the entry: ``Sanction``, or that of a list which only
    controls exports or repeats another. ``amended`` is the record's own day of amendment, where it lies
    between the copies.
    """

    what: What
    source: str
    authority: str
    party: str
    between: Interval
    day: str = ""
    dated_by: str = ""
    kind: str = ""
    name: str = ""
    ids: tuple[str, ...] = ()
    lists_as: str = ""
    fields: tuple[FieldChange, ...] = ()
    amended: str = ""
    places: tuple[str, ...] = ()

    @property
    def certain(self) -> str:
        """The day by which it had certainly happened."""
        return self.day or self.between.hi

    @property
    def earliest(self) -> str:
        """The earliest day on which it can have happened."""
        return self.day or self.between.lo

    @property
    def id(self) -> str:
        """Stable as long as the copies beside the change are the same."""
        when = (self.day,) if self.day else tuple(self.between)
        return statement_id("change", self.what, self.source, self.authority, self.party, *when)

    def when(self) -> str:
        """The day, or the copies between which it lies."""
        return self.day or self.between.text()

    def as_json(self) -> dict[str, Any]:
        """One line of ``yalu changes --json``."""
        return {
            "version": 1,
            "id": self.id,
            "what": self.what,
            "source": self.source,
            "authority": self.authority,
            "party": self.party,
            "ids": list(self.ids),
            "kind": self.kind,
            "name": self.name,
            "lists_as": self.lists_as,
            "day": self.day,
            "dated_by": self.dated_by,
            "after": self.between.lo,
            "by": self.between.hi,
            "amended": self.amended,
            "fields": [{"field": f.prop, "old": list(f.old), "new": list(f.new)} for f in self.fields],
            "where": list(self.places),
        }


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a copy cannot say: a part that it lacks, or an id that cannot be used in it."""

    source: str
    copy: str
    part: str = ""
    party: str = ""
    why: str = ""

    def as_json(self) -> dict[str, Any]:
        """One line of ``yalu changes --json``."""
        return {
            "version": 1,
            "what": "unknown",
            "source": self.source,
            "copy": self.copy,
            "part": self.part,
            "party": self.party,
            "why": self.why,
        }
