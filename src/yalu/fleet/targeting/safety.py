"""The safety score: the Tokyo MoU's risk profile, with a range wherever an input is missing.

What the lists and positions that are held tell of a ship is its type at most. Flag performance, the
recognized organization, the company and the record of inspections are inputs that a port brings. Without
them the row says so and counts from nothing to its points, so that the score is a range. It is never mixed
with the sanctions score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yalu.fleet.targeting.inspections import Inspections
from yalu.fleet.targeting.safety_rules import Profile, SafetyRow, profile_on

MISSING = "inputs missing"
LOW = ("low", "very low")


@dataclass(frozen=True, slots=True)
class Row:
    """One parameter: between ``lowest`` and ``highest`` points; a highest of None has no bound."""

    code: str
    title: str
    lowest: int
    highest: int | None
    text: str
    threshold: str
    from_memory: bool
    missing: bool


@dataclass(frozen=True, slots=True)
class Safety:
    """The score of a day. ``profile`` is ``high``, ``standard``, ``low`` or ``cannot tell``."""

    profile: str
    possible: tuple[str, ...]
    windows: dict[str, tuple[int, int]]
    lowest: int
    highest: int | None
    line: int
    rows: tuple[Row, ...]
    citations: tuple[str, ...]
    title: str

    @property
    def range(self) -> str:
        """``3``, ``2 to 5``, or ``2 or more``."""
        if self.highest is None:
            return f"{self.lowest} or more"
        return str(self.lowest) if self.lowest == self.highest else f"{self.lowest} to {self.highest}"

    @property
    def text(self) -> str:
        """The profile with its range and windows, in one line."""
        if not self.rows:
            return "cannot tell: no profile applied on that day"
        times = "; ".join(f"{p}: every {a} to {b} months" for p, (a, b) in self.windows.items())
        told = self.profile + ("" if len(self.possible) == 1 else f" ({' or '.join(self.possible)})")
        return f"{told}, {self.range} points, high from {self.line}; {times}"

    @property
    def missing(self) -> tuple[str, ...]:
        """The titles of the rows of which the inputs are missing."""
        return tuple(row.title for row in self.rows if row.missing)

    def as_json(self) -> dict[str, Any]:
        """The score as JSON shows it."""
        return {
            "profile": self.profile,
            "possible": list(self.possible),
            "points": [self.lowest, self.highest],
            "high_from": self.line,
            "windows_months": {p: list(w) for p, w in self.windows.items()},
            "rows": [
                {
                    "code": r.code, "title": r.title, "points": [r.lowest, r.highest], "text": r.text,
                    "threshold": r.threshold, "from_memory": r.from_memory, "inputs_missing": r.missing,
                }
                for r in self.rows
            ],
            "title": self.title,
            "citations": list(self.citations),
        }  # fmt: skip


def safety(day: str, types: Iterable[str], built: str, held: Inspections | None) -> Safety:
    """The score on a day. ``types`` are types as sources write them, ``built`` a year or a day."""
    rules = profile_on(day)
    if rules is None:
        return Safety("cannot tell", (), {}, 0, None, 0, (), (), "no profile applied on that day")
    record = held if held is not None and held.day <= day else None
    rows = (
        _type(rules, tuple(t for t in types if t)),
        _age(rules, day, built),
        *_recorded(rules, record),
    )
    lowest = sum(r.lowest for r in rows)
    tops = [r.highest for r in rows if r.highest is not None]
    highest = sum(tops) if len(tops) == len(rows) else None
    possible = _possible(rules, lowest, highest, record)
    profile = possible[0] if len(possible) == 1 else "cannot tell"
    windows = {p: rules.windows[p] for p in possible}
    cited = tuple(c.text for c in rules.cite if c.since <= day)
    return Safety(profile, possible, windows, lowest, highest, rules.high, rows, cited, rules.title)


def _possible(
    rules: Profile, lowest: int, highest: int | None, record: Inspections | None
) -> tuple[str, ...]:
    if lowest >= rules.high:
        return ("high",)
    high = ("high",) if highest is None or highest >= rules.high else ()
    return high + {True: ("low",), False: ("standard",), None: ("standard", "low")}[_low(record)]


def _low(record: Inspections | None) -> bool | None:
    """Whether the ship meets all that a low profile asks for; None where an input is missing."""
    if record is None:
        return None
    asked: list[bool | None] = [
        None if not record.flag else record.flag == "white",
        record.audited,
        None if not record.organization else record.organization == "high",
        None if not record.company else record.company == "high",
        None if record.inspections is None else record.inspections > 0,
        None if record.over_five is None else record.over_five == 0,
        None if record.detentions is None else record.detentions == 0,
    ]
    return False if False in asked else None if None in asked else True


def _row(code: str, rule: SafetyRow, counts: bool | None, text: str) -> Row:
    low = rule.points if counts else 0
    high = 0 if counts is False else rule.points
    memory = rule.basis == "memory"
    said = text if counts is not None else f"{MISSING}: {text}"
    return Row(code, rule.title, low, high, said, rule.threshold, memory, counts is None)


def _type(rules: Profile, types: tuple[str, ...]) -> Row:
    rule = rules.rows["type"]
    if not types:
        return _row("type", rule, None, "no source tells the type")
    said = ", ".join(dict.fromkeys(types))
    judged = {_risky(rules, one) for one in types}
    if len(judged) > 1 or None in judged:
        return _row("type", rule, None, f"{said}: it does not tell which of the types it is")
    return _row("type", rule, judged == {True}, said)


def _risky(rules: Profile, text: str) -> bool | None:
    """Whether a type is one that counts. AIS numbers: 6x passenger, 8x tanker; 7x tells not enough."""
    plain = text.casefold()
    if re.fullmatch(r"\d\d", plain):
        return True if plain[0] in "68" else None if plain[0] == "7" else False
    if any(word in plain for word in rules.risky_types):
        return True
    return False if any(word in plain for word in rules.other_types) else None


def _age(rules: Profile, day: str, built: str) -> Row:
    rule = rules.rows["age"]
    if not re.match(r"\d{4}", built) or built[:4] > day[:4]:
        return _row("age", rule, None, "no source tells when it was built")
    years = int(day[:4]) - int(built[:4])
    if years != rule.years:
        return _row("age", rule, years > rule.years, f"built {built}")
    if len(built) < 10:
        return _row("age", rule, None, f"built {built}: {years} years old, or nearly; the day is not told")
    return _row("age", rule, day[5:10] > built[5:10], f"built {built}")


def _recorded(rules: Profile, record: Inspections | None) -> Iterable[Row]:
    """The rows that rest on what a port brings."""
    flag = record.flag if record else ""
    yield _row(
        "flag", rules.rows["flag"], flag == "black" if flag else None, flag or "flag performance not given"
    )
    words = {"organization": "performance of the organization", "company": "performance of the company"}
    for code, what in words.items():
        value = getattr(record, code) if record else ""
        counts = (value in LOW or value == "none") if value else None
        yield _row(code, rules.rows[code], counts, value or f"{what} not given")
    yield from _history(rules, record)


def _history(rules: Profile, record: Inspections | None) -> Iterable[Row]:
    rule = rules.rows["deficiencies"]
    memory = rule.basis == "memory"
    many = record.over_five if record else None
    if many is None:
        text = f"{MISSING}: no record of inspections"
        yield Row("deficiencies", rule.title, 0, None, text, rule.threshold, memory, True)
    else:
        points = many * rule.points
        yield Row(
            "deficiencies", rule.title, points, points, f"{many} inspections", rule.threshold, memory, False
        )
    rule = rules.rows["detentions"]
    held = record.detentions if record else None
    yield _row(
        "detentions",
        rule,
        None if held is None else held >= rule.count,
        "no record of inspections" if held is None else f"{held} detentions",
    )
