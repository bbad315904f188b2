"""A manifest's lines against the rules, the register and the lists of the day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from yalu.errors import UsageError
from yalu.fleet.arrivals.check import Checker
from yalu.fleet.arrivals.parties import party_reasons
from yalu.fleet.arrivals.reason import Reason
from yalu.fleet.cargo.answer import Answer
from yalu.fleet.cargo.codes import hs_code
from yalu.fleet.cargo.effect import Effect
from yalu.fleet.cargo.movement import Movement
from yalu.fleet.cargo.question import ask
from yalu.fleet.cargo.rules import Rules
from yalu.fleet.files.columns import Line
from yalu.fleet.manifest.flag import Flag
from yalu.fleet.manifest.flags import Oddities
from yalu.fleet.manifest.layout import PARTIES
from yalu.fleet.manifest.weight import tonnes, weight_flags
from yalu.fleet.places import Place


@dataclass(frozen=True, slots=True)
class Checked:
    """A line with its answer, red flags, parties and ship to be looked at, and what is not known."""

    line: Line
    answer: Answer | None = None
    flags: tuple[Flag, ...] = ()
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()
    problem: str = ""
    weight: Decimal | None = None

    @property
    def verdict(self) -> str:
        """``prohibited``, ``license needed``, ``capped``, ``check``, ``unknown``, or ``rejected``."""
        return self.answer.verdict if self.answer else "rejected"

    @property
    def hit(self) -> bool:
        """Whether somebody is to look at it."""
        ruled = self.answer is not None and self.answer.effect > Effect.UNKNOWN
        return ruled or bool(self.flags) or bool(self.reasons)

    def as_json(self) -> dict[str, Any]:
        """The line as JSON shows it."""
        return {
            "row": self.line.number,
            "cargo": self.line.cells,
            "verdict": self.verdict,
            "hit": self.hit,
            "problem": self.problem,
            "answer": self.answer.as_json() if self.answer else None,
            "red_flags": [flag.as_json() for flag in self.flags],
            "reasons": [reason.as_json() for reason in self.reasons],
            "notes": list(self.notes),
        }


@dataclass
class ManifestChecker:
    """Checks lines of cargo; rules, screener and register are of one snapshot and day."""

    rules: Rules
    checker: Checker
    country: str
    _ships: dict[tuple[str, ...], list[Reason]] = field(default_factory=dict)
    _parties: dict[tuple[str, str], list[Reason]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.oddities = Oddities(self.checker.register.scope.view, self.country)

    def check(self, lines: list[Line]) -> list[Checked]:
        """Every line, in order; the weights of a ship's lines are judged together at its first line."""
        found = [self._line(line) for line in lines]
        ships: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, one in enumerate(found):
            if one.answer is not None:
                ships[one.line.get("imo"), one.line.get("vessel")].append(place)
        for places in ships.values():
            first = found[places[0]]
            dwt, draught, full = (_first(found, places, f) for f in ("dwt", "draught", "full_draught"))
            extra = weight_flags([found[p].weight for p in places], dwt, draught, full)
            found[places[0]] = replace(first, flags=(*first.flags, *extra))
        return found

    def _line(self, line: Line) -> Checked:
        if line.problem:
            return Checked(line, problem=line.problem)
        goods, code, notes = line.get("description"), "", []
        if line.get("hs"):
            try:
                code = hs_code(line.get("hs"))
            except UsageError as error:
                if not goods:
                    return Checked(line, problem=error.what)
                notes.append(f"{error.what} The description alone was read.")
        if not code and not goods:
            return Checked(line, problem="neither a code nor a description of goods")
        origin = self.oddities.places.find(line.get("origin"))
        load = self._place(line, "load")
        end = self._place(line, "discharge")
        movement = Movement(code, load.state, end.state, origin.state, goods)
        answer = ask(self.rules, movement, self.country)
        ship = self._ship(line)
        suspect = any(r.code == "ship" or r.code == "flag" for r in ship)
        flags = self.oddities.flags(code, goods, origin, load, suspect)
        reasons = [*ship, *(r for role in PARTIES for r in self._party(role, line.get(role)))]
        for what, place in (("port of loading", load), ("port of discharge", end), ("origin", origin)):
            if not place.state:
                notes.append(f"{what} not known" + (f": {place.text}" if place.text else ""))
        weight = tonnes(line.get("weight"), line.get("unit"))
        if line.get("weight") and weight is None:
            notes.append(f"weight not read: {line.get('weight')} {line.get('unit')}".rstrip())
        return Checked(line, answer, tuple(flags), tuple(reasons), tuple(notes), weight=weight)

    def _place(self, line: Line, end: str) -> Place:
        found = self.oddities.places.find(line.get(f"{end}_port"))
        stated = self.oddities.places.find(line.get(f"{end}_state"))
        return Place(found.text or stated.text, found.state or stated.state, found.port)

    def _ship(self, line: Line) -> list[Reason]:
        """Reasons about the ship of a line, found once for each ship."""
        names = {"vessel": "name", "imo": "imo", "flag": "flag"}
        cells = {field: line.get(column) for column, field in names.items() if line.get(column)}
        key = tuple(cells.get(f, "") for f in ("name", "imo", "flag"))
        if key not in self._ships:
            checked = self.checker.check(Line(line.number, cells)) if cells else None
            self._ships[key] = list(checked.reasons) if checked else []
        return self._ships[key]

    def _party(self, role: str, name: str) -> list[Reason]:
        if (role, name) not in self._parties:
            head = self.checker.register.scope.head
            self._parties[role, name] = party_reasons(self.checker.screener, role, name, head)
        return self._parties[role, name]


def _first(found: list[Checked], places: list[int], column: str) -> str:
    return next((text for p in places if (text := found[p].line.get(column))), "")


HEADINGS = (
    "row", "hs", "description", "verdict", "rule", "red flags", "parties and ship", "notes", "problem",
)  # fmt: skip


def row(told: dict[str, Any]) -> list[object]:
    """An answer as a row of a table, under ``HEADINGS``."""
    cargo, answer = told["cargo"], told["answer"]
    return [
        told["row"], cargo.get("hs", ""), cargo.get("description", ""), told["verdict"],
        answer["why"] if answer else "", "; ".join(f["text"] for f in told["red_flags"]),
        "; ".join(r["text"] for r in told["reasons"]), "; ".join(told["notes"]), told["problem"],
    ]  # fmt: skip
