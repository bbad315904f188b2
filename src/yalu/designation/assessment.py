"""What an assessment says: which statement meets which element of a criterion, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yalu.model.statement import Statement


class Verdict(StrEnum):
    """How far the public evidence meets a criterion. It is no finding about the party."""

    SUFFICIENT = "sufficient"
    THIN = "thin"
    NONE = "none"


class Weight(StrEnum):
    """What a statement counts for."""

    STRONG = "strong"  # alone enough for its element
    LESSER = "lesser"  # two that are independent of each other are enough
    NOTHING = "nothing"  # shown, and counts for nothing: unverified, or withdrawn


@dataclass(frozen=True, slots=True)
class StatementFinding:
    """A statement, the element of the criterion that it speaks to, and what it counts for.

    ``date`` is the first day on which it was public, as an interval in text; ``passage`` is the quoted text
    where one is held, and ``locator`` the place in the source. ``says`` puts the statement in words.
    """

    statement: Statement
    element: str
    weight: Weight
    says: str
    passage: str = ""
    why: str = ""
    """Why it counts for less than its grade suggests; empty where nothing takes from it."""
    rests_on: tuple[Statement, ...] = ()
    """Further statements that it needs: the listing of the party at the far end of a tie."""

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.statement.id

    @property
    def grade(self) -> str:
        """The grade of the evidence."""
        return self.statement.grade

    @property
    def source(self) -> str:
        """The source that holds it."""
        return self.statement.source

    @property
    def cites(self) -> list[str]:
        """Ids of the works that it cites."""
        return self.statement.cited

    @property
    def date(self) -> str:
        """When it was first public."""
        return self.statement.clocks.known.text()

    @property
    def locator(self) -> str:
        """The place in the source."""
        return self.statement.locator

    def as_json(self) -> dict[str, Any]:
        """The finding as JSON shows it."""
        return {
            "statement": self.id,
            "element": self.element,
            "weight": self.weight.value,
            "says": self.says,
            "grade": self.grade,
            "source": self.source,
            "cites": self.cites,
            "date": self.date,
            "passage": self.passage,
            "locator": self.locator,
            "why": self.why,
            "rests_on": [s.id for s in self.rests_on],
        }


@dataclass(frozen=True, slots=True)
class Assessment:
    """One criterion of one authority, held against what was public of one party on a day.

    ``missing`` are plain sentences: what would have to be shown. ``contrary`` are statements against it.
    ``leads`` are unverified or too old: they are shown and count for nothing. ``doubts`` say which fields of
    the criterion itself no stored text backs; one whose text is among them is never more than thin.
    """

    party: str
    authority: str
    criterion: str
    instrument: str
    provision: str
    text: str
    since: str
    until: str
    must: bool
    """Whether the instrument says that the authority shall act, and not that it may."""
    verdict: Verdict
    met: tuple[StatementFinding, ...]
    missing: tuple[str, ...]
    contrary: tuple[StatementFinding, ...]
    leads: tuple[StatementFinding, ...]
    sources: tuple[str, ...]
    """Ids of the works that carry the criterion."""
    doubts: tuple[str, ...] = ()
    to_decide: str = ""
    """What no statement can show, and the authority itself decides."""

    def as_json(self) -> dict[str, Any]:
        """The assessment as JSON shows it."""
        return {
            "party": self.party,
            "authority": self.authority,
            "criterion": self.criterion,
            "instrument": self.instrument,
            "provision": self.provision,
            "text": self.text,
            "since": self.since,
            "until": self.until,
            "must": self.must,
            "verdict": self.verdict.value,
            "met": [f.as_json() for f in self.met],
            "missing": list(self.missing),
            "contrary": [f.as_json() for f in self.contrary],
            "leads": [f.as_json() for f in self.leads],
            "sources": list(self.sources),
            "doubts": list(self.doubts),
            "to_decide": self.to_decide,
        }
