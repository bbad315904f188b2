"""The inspection sheet as data: every line that is printed, and the JSON of all that lies behind it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from yalu.fleet.targeting.targets import EXERCISE, Target


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the ship's identity: its values, each with day and source, or why it is not known."""

    field: str
    values: tuple[str, ...]
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The ship's standing under one regime."""

    regime: str
    measures: str
    since: str
    law: str
    exemption: str = "no source that is held tells of an exemption for this ship"


@dataclass(frozen=True, slots=True)
class Move:
    """A call, a gap or a meeting: when, what, and where in degrees."""

    kind: str
    when: str
    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Action:
    """What the rules of the day require or allow in port, and what follows a refusal."""

    verdict: str
    why: str
    also: tuple[str, ...]
    refusal: str
    report: str
    caution: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Which sheet it is. ``number`` is made of the ship, the day and what the sheet says."""

    number: str
    issued: str
    expires: str
    as_of: str
    mode: str
    snapshot: str
    lists: tuple[tuple[str, str], ...]
    """Each source with the day of the newest copy that the day may know."""
    positions: str


@dataclass(frozen=True)
class Sheet:
    """One ship's sheet. ``target`` holds both scores with all reasons."""

    issue: Issue
    target: Target
    facts: tuple[Fact, ...]
    status: tuple[Status, ...]
    moves: tuple[Move, ...]
    unknown: tuple[str, ...]
    action: Action
    look: tuple[str, ...]
    documents: tuple[str, ...]
    form: dict[str, str]
    """The fields of the result form, with what is known already."""
    humanitarian: str
    contacts: str
    limits: tuple[str, ...]

    @property
    def exercise(self) -> bool:
        """Whether it rests on invented positions."""
        return EXERCISE in self.limits

    @property
    def name(self) -> str:
        """A name for files: the IMO number or id, and the ship's name in plain letters."""
        plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.target.ship.name.casefold())
        plain = "-".join(filter(None, plain.split("-")))[:40]
        key = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.target.ship.key)
        key = f"exercise-{key}" if self.exercise else key
        return f"{key}-{plain}" if plain else key

    def as_json(self) -> dict[str, Any]:
        """The sheet as JSON shows it: nothing is cut."""
        return {
            "version": 1,
            "exercise": self.exercise,
            "issue": asdict(self.issue) | {"lists": dict(self.issue.lists)},
            **self.target.as_json(),
            "facts": [asdict(one) for one in self.facts],
            "legal_status": [asdict(one) for one in self.status],
            "movements": [asdict(one) for one in self.moves],
            "not_known": list(self.unknown),
            "action": asdict(self.action),
            "where_to_look": list(self.look),
            "documents": list(self.documents),
            "result_form": self.form,
            "humanitarian_note": self.humanitarian,
            "contacts": self.contacts,
            "limits": list(self.limits),
        }
