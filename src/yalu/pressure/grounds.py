"""Which law each lever has on the day, by stream: in force, a power, asked of states, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yalu.evidence.cited import ids
from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model.statement import Statement
from yalu.regimes import load_levers
from yalu.regimes.levers import Reach

SHOWN = ("jurisdiction", "instrument", "provision")


class Status(StrEnum):
    """How ready the law is, from the readiest on. It is read from the rows of the day, and is no score."""

    IN_FORCE = "in force"
    POWER = "statute or order exists, each use needs a decision"
    ASKED = "asked of states, no duty"
    NONE = "needs a law: none that reaches it is held as in force"


@dataclass(frozen=True)
class Ground:
    """An authority that stands on the day."""

    id: str
    status: Status
    by: str
    instrument: str
    provision: str
    since: str
    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """``UNSCR 2321 para 26 (2016-11-30)``."""
        name = " ".join(filter(None, (self.instrument, self.provision)))
        return f"{name} ({self.since})" if self.since else name

    def as_json(self) -> dict[str, Any]:
        """Every field, with the ids of its sources and statements."""
        return {
            "id": self.id,
            "status": self.status.value,
            "by": self.by,
            "instrument": self.instrument,
            "provision": self.provision,
            "since": self.since,
            "sources": ids(self.statements),
            "statements": [s.id for s in self.statements],
        }


@dataclass(frozen=True)
class Readiness:
    """The law for one stream: the readiest status, and every authority that stands."""

    stream: str
    status: Status
    grounds: tuple[Ground, ...]

    def as_json(self) -> dict[str, Any]:
        """The status and its authorities."""
        return {
            "stream": self.stream,
            "status": self.status.value,
            "authorities": [g.as_json() for g in self.grounds],
        }


def held(scope: Scope) -> dict[str, Item]:
    """The authorities in force that the day shows, but for what no stored text backs: it decides nothing."""
    found = items(scope.view, "Authority")
    return {i.id: i for i in found if i.verified and i.one("instrument")}


def readiness(standing: dict[str, Item], lever: str, streams: list[str]) -> tuple[Readiness, ...]:
    """The law of a lever for each of some streams, out of the authorities that are held."""
    table = {stream: one for one in load_levers().reaches if one.lever == lever for stream in one.streams}
    found = []
    for stream in streams:
        grounds = _grounds(table[stream], standing) if stream in table else []
        status = grounds[0].status if grounds else Status.NONE
        found.append(Readiness(stream, status, tuple(grounds)))
    return tuple(found)


def _grounds(one: Reach, standing: dict[str, Item]) -> list[Ground]:
    parts = ((Status.IN_FORCE, one.in_force), (Status.POWER, one.powers), (Status.ASKED, one.asked))
    return [_ground(standing[name], status) for status, names in parts for name in names if name in standing]


def _ground(item: Item, status: Status) -> Ground:
    told = item.all(*SHOWN)
    return Ground(
        id=item.id,
        status=status,
        by=item.text("jurisdiction"),
        instrument=item.text("instrument"),
        provision=item.text("provision").strip("-"),
        since=item.text("start") or min((s.from_hi for s in told if s.from_hi), default=""),
        statements=tuple(told),
    )
