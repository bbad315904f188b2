"""What the section on ships says of positions: which are held, and which ships call for a look, and why.

A position is no statement of a source, so each figure is made a statement of its own here, of the source
``positions``: what the rules on behavior read from what was taken in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from yalu.errors import YaluError
from yalu.evidence.scope import Scope
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.store import Positions
from yalu.fleet.register.register import Register
from yalu.fleet.slots import plain
from yalu.fleet.targeting.expected import held
from yalu.fleet.targeting.heard import Heard, heard
from yalu.fleet.targeting.reason import Reason
from yalu.fleet.targeting.targets import Judge, Target
from yalu.model import figures as f
from yalu.model.clock import KnownBy
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement, statement_id
from yalu.model.vocabulary import POSITIONS, Basis, Grade

MOST = 10
"""Ships of the table."""
TOLD = 3
"""Ships of the sentence."""


class Sea:
    """The positions beside a snapshot, as the day of a scope may know them."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.day = scope.view.when.as_of
        self.unread = ""
        self.exercise = False

    @cached_property
    def judge(self) -> Judge | None:
        """The judge of what was heard; None where no position of the day is held, or it cannot be read."""
        folds = list(self.scope.view.evidence.snapshot.folds.values())
        if not folds:
            return None
        positions = Positions(Workspace(folds[0].parents[2]))
        if not positions.path.exists() or not positions.paths("points", "", self.day):
            return None
        if positions.exercise:
            self.exercise = True
            return None
        register = Register(self.scope)
        try:
            found = heard(positions, self.day, held(register))
        except YaluError as error:
            self.unread = error.what
            return None
        return Judge(register, found, self.scope.plan.country) if found.any else None

    @cached_property
    def targets(self) -> list[Target]:
        """The ships with events, ranked."""
        if self.judge is None:
            return []
        joined = self.judge.joined
        ships = [joined.of_hull(h) for h in joined.register.hulls]
        found = [self.judge.judge(s) for s in (*(s for s in ships if s.events), *joined.unregistered())]
        return sorted((t for t in found if t.sanctions.reasons), key=Target.order)

    def told(self) -> list[Sentence]:
        """That positions are held, and what events they show."""
        if self.judge is None:
            return []
        seen = self.judge.heard
        rows = [
            self._made("positions", "ships", f"{seen.ships}"),
            self._made("positions", "first", seen.first),
            self._made("positions", "last", seen.last),
        ]
        start = (
            "The positions that were taken in here are of {ships} and reach from {first} to {last}; by the"
            " rules on behavior they show {events}"
        )
        counts = _counts(seen)
        if not counts:
            return [sentence(start + ".", rows, fill=_SPAN, events=lambda _: "no event")]
        events = [self._made(kind, "events", str(n)) for kind, n in counts.items()]
        return [
            sentence(
                start + ": {kinds}. Each is a reason to look, never proof.",
                [*rows, *events],
                fill=_SPAN,
                events=lambda given: f.counted(sum(int(s.value) for s in given if _event(s)), "event"),
                kinds=lambda given: f.joined([f"{plain(s.party)} {s.value}" for s in given if _event(s)]),
            )
        ]

    def first(self) -> list[Sentence]:
        """The ships heard to look at first, each with its points and strongest reason."""
        if not self.targets:
            return []
        chosen = self.targets[:TOLD]
        return [
            sentence(
                "Of the ships heard, look first at {ships}. The points are of the sanctions score.",
                [s for t in chosen for s in self._rows(t, _SAID)],
                ships=lambda given: f.joined([_account(given, t.ship.key) for t in chosen]),
            )
        ]

    def table(self) -> list[Table]:
        """The ships heard, ranked, with their strongest reason and its paragraph."""
        if not self.targets:
            return []
        columns = {"name": "Ship", "number": "IMO or MMSI", "points": "Points", "reason": "Strongest reason"}
        columns |= {"law": "Paragraph in force"}
        cells = tuple(f.value(f.having(prop)) for prop in columns)
        left = len(self.targets) - MOST
        return [
            Table(
                id="ships-heard",
                title="Ships heard in the positions held, by the sanctions score",
                columns=tuple(columns.values()),
                rows=tuple(Row(cells, tuple(self._rows(t, tuple(columns)))) for t in self.targets[:MOST]),
                note="Points are own judgment of what to look at first; yalu fleet targets shows all reasons."
                + (f" {left} more ships are left out." if left > 0 else ""),
                numeric=frozenset({2}),
            )
        ]

    def unknown(self) -> list[Sentence]:
        """What positions cannot tell, or that none is held."""
        if self.judge is not None:
            return [
                sentence(
                    "No real tracks of North Korean ships could be had to measure field accuracy: how often"
                    " the rules on behavior are right at sea is not known.",
                    [],
                )
            ]
        if self.exercise:
            return [
                sentence(
                    "The positions that are held are of an exercise: they are invented, and none counts.", []
                )
            ]
        if self.unread:
            return [sentence("Positions are held, and they could not be read for what ships did.", [])]
        return [
            sentence("No ship's position is held, so what ships did at sea is known only from documents.", [])
        ]

    def _rows(self, target: Target, wanted: tuple[str, ...]) -> list[Statement]:
        ship = target.ship
        top: Reason = target.sanctions.reasons[0]
        number = ship.imo or (str(ship.mmsi[0]) if ship.mmsi else "not known")
        values = {"name": ship.name, "number": number, "points": str(target.sanctions.points)}
        values |= {"why": top.title, "reason": f"{top.title}: {top.finding.text}", "law": top.law}
        return [self._made(ship.key, prop, value) for prop, value in values.items() if prop in wanted]

    def _made(self, party: str, prop: str, value: str) -> Statement:
        assert self.judge is not None
        last = self.judge.heard.last
        empty = dict.fromkeys(_EMPTY, "")
        return Statement(
            **empty,
            id=statement_id(POSITIONS, self.day, party, prop, value),
            party=party,
            kind="Vessel",
            prop=prop,
            value=value,
            source=POSITIONS,
            document=POSITIONS,
            locator=f"positions {self.judge.heard.first} to {last}, read by the rules on behavior",
            grade=Grade.SOURCED,
            basis=Basis.DERIVED,
            known_lo=last,
            known_hi=last,
            known_by=KnownBy.COPIES,
            seen_first=last,
            seen_last=last,
        )


_EMPTY = (
    *("lang", "detail", "cites", "unverified", "flag", "from_lo", "from_hi", "to_lo", "to_hi"),
    *("ended_known_lo", "ended_known_hi"),
)
_SAID = ("name", "number", "points", "why")
_SHIPS = f.having("ships")
_SPAN: Mapping[str, SlotFunction] = {
    "ships": lambda given: f.counted(int(f.value(_SHIPS)(given)), "ship"),
    "first": f.value(f.having("first")),
    "last": f.value(f.having("last")),
}


def _event(s: Statement) -> bool:
    return s.prop == "events"


def _counts(seen: Heard) -> dict[str, int]:
    """How many events of each kind, the most frequent first."""
    found: dict[str, int] = {}
    for event in seen.events:
        found[event.kind] = found.get(event.kind, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _account(given: Sequence[Statement], key: str) -> str:
    """``QUIET WATERS (441000009, 80 points, most for: call at a port of the country)``."""
    told = {s.prop: s.value for s in given if s.party == key}
    return f"{told['name']} ({told['number']}, {told['points']} points, most for: {told['why']})"
