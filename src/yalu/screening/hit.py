"""What screening answers: parties, each with its lists, its score and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Listing:
    """One listing of a party as the day shows it."""

    authority: str
    """Whose list: US, UN, EU ..."""
    list: str
    """Which of its lists or programs, where the source says so; may be empty."""
    source: str
    measure: str
    """``sanction``; ``export control``, which leaves money and property free; ``repeated``: a copy of another
    source's list."""
    since: str
    """The day from which it stands, ISO; empty where the source gives none."""
    until: str = ""
    """The day by which it was gone; empty while it stands."""

    @property
    def delisted(self) -> bool:
        """Whether the listing had ended on the day asked."""
        return bool(self.until)

    def text(self) -> str:
        """``US SDN since 2009-06-30``, ``US (delisted by 2024-03-27)``."""
        name = f"{self.authority} {self.list}".strip()
        note = "" if self.measure == "sanction" else f" ({self.measure})"
        end = f" (delisted by {self.until})" if self.until else ""
        return name + note + (f" since {self.since}" if self.since and not self.until else "") + end


@dataclass(frozen=True, slots=True)
class Hit:
    """A party that may be the one asked for, best first in a list of hits.

    ``score`` runs from 0 to 1 and never reaches 1 by a name alone; ``alert`` says whether it is at or above
    the one line of the configuration.
    """

    id: str
    ids: tuple[str, ...]
    name: str
    """The name by which the party is called on the day."""
    matched: str
    """The name of the party that met the query best."""
    score: float
    alert: bool
    kind: str
    """Person, Company, Vessel ... as the sources say; may be empty."""
    lists: tuple[Listing, ...]
    reasons: tuple[str, ...]
    sources: tuple[str, ...]
    name_score: float
    status: str
    """``listed``; ``delisted``: on a list once, on none on the day; ``own list``: on no authority's list, but
    on one of the user's own; ``named in a source``: on no list."""
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO codes where known, else as written."""
    identifiers: tuple[tuple[str, str], ...] = ()
    """Kind and number, as written."""
    own_lists: tuple[str, ...] = ()
    """The user's own lists that hold the party; none of them is a listing."""

    @property
    def listed(self) -> bool:
        """Whether some list holds the party on the day."""
        return self.status == "listed"

    @property
    def delisted(self) -> bool:
        """Whether lists held the party once and none does on the day."""
        return self.status == "delisted"

    def as_dict(self) -> dict[str, Any]:
        """The hit as JSON shows it."""
        return {
            "id": self.id,
            "ids": list(self.ids),
            "name": self.name,
            "matched": self.matched,
            "score": self.score,
            "alert": self.alert,
            "status": self.status,
            "delisted": self.delisted,
            "kind": self.kind,
            "lists": [
                {
                    "authority": one.authority,
                    "list": one.list,
                    "source": one.source,
                    "measure": one.measure,
                    "since": one.since,
                    "until": one.until,
                    "delisted": one.delisted,
                }
                for one in self.lists
            ],
            "own_lists": list(self.own_lists),
            "reasons": list(self.reasons),
            "sources": list(self.sources),
            "birth_dates": list(self.birth_dates),
            "countries": list(self.countries),
            "identifiers": [list(pair) for pair in self.identifiers],
        }


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party's name that may meet a query's, before any full comparison."""

    ids: tuple[str, ...]
    name: str
    schema: str
    """The schema under which the name is read: Person, Organization, Vessel, or LegalEntity for either."""
    likeness: float
    """Rough likeness, 0 to 1: good for ordering, not for deciding."""
    by: str
    """``letters`` or ``keys``: which index found it."""


@dataclass(slots=True)
class Draft:
    """A hit in the making: the best name of a party so far, and why."""

    party: int
    name_score: float = 0.0
    score: float = 0.0
    name: int = -1
    weak: bool = False
    query_name: str = ""
    parts: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
