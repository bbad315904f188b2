"""Scores the answers of an exercise against its truth: precision, recall, by deception, time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from yalu.errors import ContractError, UsageError
from yalu.fleet.exercise.deceptions import DECEPTIONS, DECOYS, named
from yalu.fleet.exercise.marks import MARK
from yalu.fleet.files.columns import Layout, Line, read

ANSWERS = Layout(
    "file of answers",
    {
        "imo": "imo|imo number",
        "name": "name|ship",
        "inspect": "inspect|inspect yes no|inspection",
        "reason": "reason|reasons|why",
        "minutes": "minutes|time|minutes taken",
    },
    frozenset({"imo"}),
)
YES, NO = ("yes", "y", "1", "true", "x"), ("no", "n", "0", "false", "")


class Ship(BaseModel):
    """What is true of a ship."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    imo: str
    name: str
    inspect: bool
    deceptions: list[str]
    decoys: list[str]


class Truth(BaseModel):
    """The truth of an exercise."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1]
    exercise: Literal[True]
    seed: int
    ships: list[Ship]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a trainee decided of a ship."""

    inspect: bool
    reason: str = ""
    minutes: float | None = None


@dataclass(frozen=True)
class Score:
    """``by_deception``: ships that have it, of those inspected, and of those that the reason names it for."""

    ships: int
    answered: int
    right: int
    false_alarms: list[str]
    missed: list[str]
    by_deception: dict[str, tuple[int, int, int]]
    by_decoy: dict[str, tuple[int, int]]
    """Ships that have the decoy and no deception, and of those inspected."""
    minutes: float | None
    median: float | None

    @property
    def precision(self) -> float | None:
        """Of the ships inspected, the share that deceived; None where none was."""
        return self.right / asked if (asked := self.right + len(self.false_alarms)) else None

    @property
    def recall(self) -> float | None:
        """Of the ships that deceived, the share inspected; None where none did."""
        return self.right / there if (there := self.right + len(self.missed)) else None

    def as_json(self) -> dict[str, Any]:
        """The score as JSON shows it."""
        return {
            "version": 1,
            "exercise": True,
            "ships": self.ships,
            "answered": self.answered,
            "precision": self.precision,
            "recall": self.recall,
            "right": self.right,
            "false_alarms": self.false_alarms,
            "missed": self.missed,
            "by_deception": {
                k: {"ships": n, "inspected": i, "named": m} for k, (n, i, m) in self.by_deception.items()
            },
            "by_decoy": {k: {"ships": n, "inspected": i} for k, (n, i) in self.by_decoy.items()},
            "minutes": self.minutes,
            "median_minutes": self.median,
        }


def score(truth: Truth, answers: Mapping[str, Answer]) -> Score:
    """Score answers by IMO number; a ship without an answer counts as not inspected."""
    none = Answer(False)
    mine = [(ship, answers.get(ship.imo, none)) for ship in truth.ships]
    times = [a.minutes for _, a in mine if a.minutes is not None]
    by_deception = {}
    for code in DECEPTIONS:
        having = [(s, a) for s, a in mine if code in s.deceptions]
        found = [a for _, a in having if a.inspect]
        by_deception[code] = (len(having), len(found), sum(code in named(a.reason) for a in found))
    by_decoy = {}
    for code in DECOYS:
        innocent = [a for s, a in mine if code in s.decoys and not s.inspect]
        by_decoy[code] = (len(innocent), sum(a.inspect for a in innocent))
    return Score(
        ships=len(mine),
        answered=len(answers),
        right=sum(s.inspect and a.inspect for s, a in mine),
        false_alarms=[s.imo for s, a in mine if a.inspect and not s.inspect],
        missed=[s.imo for s, a in mine if s.inspect and not a.inspect],
        by_deception=by_deception,
        by_decoy=by_decoy,
        minutes=sum(times) if times else None,
        median=median(times) if times else None,
    )


def read_truth(path: Path) -> Truth:
    """The truth of an exercise. Raises UsageError and ContractError."""
    try:
        return Truth.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", expected="a truth file") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise ContractError(
            path.name,
            f"{where}: {first['msg']}",
            expected=f"the {MARK}-N-truth.json of an exercise",
            do="Make it anew: yalu fleet exercise --seed N",
        ) from None


def read_answers(path: str, content: bytes | None, truth: Truth) -> dict[str, Answer]:
    """The answers by IMO number. Raises UsageError, and ContractError that names each row that is wrong."""
    sheet = read(path, content, ANSWERS)
    known = {ship.imo for ship in truth.ships}
    found: dict[str, Answer] = {}
    wrong: list[str] = []
    for line in sheet.lines:
        fault = line.problem or _fault(line, known, found)
        if fault:
            wrong.append(f"row {line.number}: {fault}")
            continue
        text = line.get("inspect").casefold()
        minutes = line.get("minutes")
        if text or line.get("reason") or minutes:
            found[line.get("imo")] = Answer(
                text in YES, line.get("reason"), float(minutes) if minutes else None
            )
    if wrong:
        raise ContractError(
            Path(path).name,
            "; ".join(wrong[:5]) + (f" and {len(wrong) - 5} more" if len(wrong) > 5 else ""),
            expected="each ship of the exercise once: imo, inspect yes or no, reason, minutes",
            do="Correct the rows; nothing was scored.",
        )
    return found


def _fault(line: Line, known: set[str], found: Mapping[str, Answer]) -> str:
    imo, minutes = line.get("imo"), line.get("minutes")
    if imo not in known:
        return f"IMO {imo[:20] or 'missing'} is no ship of this exercise"
    if imo in found:
        return f"IMO {imo} is answered twice"
    if line.get("inspect").casefold() not in (*YES, *NO):
        return f"inspect {line.get('inspect')[:20]!r} is neither yes nor no"
    if minutes and not (minutes.replace(".", "", 1).isdigit() and minutes.isascii()):
        return f"minutes {minutes[:20]!r} is no number"
    return ""
