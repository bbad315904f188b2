"""Makes the sheet of a ship from its target: what is printed, and nothing later than the day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

import orjson

from yalu.errors import YaluError
from yalu.fleet.behavior.event import Event, moment
from yalu.fleet.identity import check_digit_holds
from yalu.fleet.inspection.form import FORM
from yalu.fleet.inspection.powers import Power
from yalu.fleet.inspection.question import Boarding, Situation, Verdict, ask
from yalu.fleet.inspection.text import CAUTION
from yalu.fleet.sheet.guidance import chosen, guidance
from yalu.fleet.sheet.identity import facts, flag_of
from yalu.fleet.sheet.model import Action, Issue, Move, Sheet, Status
from yalu.fleet.slots import plain
from yalu.fleet.targeting.ship import Ship
from yalu.fleet.targeting.targets import EXERCISE, NO_TRACKS, Judge, Target
from yalu.model import countries

CALLS = 10
"""How many of the last calls a sheet tells."""
BINDING = ("shall", "prohibited")
FLOORS = (
    "A reason is a ground to look, never a finding of wrongdoing.",
    "Points are Yalu's own judgment of what to look at first; they say nothing of guilt.",
)


class Sheets:
    """Makes sheets of one day. ``by`` is the acting state, ``contacts`` whom to call."""

    def __init__(self, judge: Judge, *, by: str = "", contacts: str = "", issued: str = "") -> None:
        self.judge = judge
        self.by = by
        self.contacts = contacts
        self.issued = issued
        self.when = judge.register.scope.view.when

    def sheet_of(self, target: Target, port: str = "") -> Sheet:
        """The sheet of a judged ship; ``port`` fills the result form."""
        ship = target.ship
        reasons = target.sanctions.reasons
        day = self.judge.day
        made = Sheet(
            self._issue(ship),
            target,
            facts(ship),
            tuple(_status(target)),
            tuple(_moves(ship)),
            tuple(self._unknown(target)),
            self._action(ship),
            tuple(chosen(guidance().look, reasons, day)),
            tuple(chosen(guidance().documents, reasons, day)),
            dict.fromkeys(FORM, "") | {"imo": ship.imo, "name": ship.name, "port": port},
            guidance().humanitarian,
            self.contacts,
            (*((EXERCISE,) if self.judge.heard.exercise else ()), NO_TRACKS, *FLOORS),
        )
        return _numbered(made)

    @cached_property
    def _lists(self) -> tuple[tuple[str, str], ...]:
        view = self.judge.register.scope.view
        rows = view.evidence.query(
            "SELECT source, max(CASE WHEN seen_last <= ? THEN seen_last ELSE seen_first END) FROM statement"
            " WHERE seen_first <> '' AND seen_first <= ? GROUP BY source ORDER BY source",
            [view.when.as_of, view.when.as_of],
        )
        return tuple((source, day) for source, day in rows)

    def _issue(self, ship: Ship) -> Issue:
        heard = self.judge.heard
        last = date.fromisoformat(self.when.as_of) + timedelta(guidance().valid_days)
        held = f"{heard.first} to {heard.last}, {heard.ships:,} ships" if heard.any else "none held"
        return Issue(
            "",
            self.issued or self.when.as_of,
            last.isoformat(),
            self.when.as_of,
            str(self.when.mode),
            self.judge.register.scope.view.evidence.snapshot.id,
            self._lists,
            held,
        )

    def _unknown(self, target: Target) -> Iterator[str]:
        yield from target.notes
        if target.ship.hull:
            skipped = ("class", "insurer", "track", "imo")
            yield from (
                f"{k.upper() if k == 'mmsi' else plain(k)}: {v}"
                for k, v in target.ship.hull.unknown.items()
                if k not in skipped
            )
        yield "class and insurer: no source that is held names them"
        if target.safety.missing:
            yield f"safety, inputs missing: {', '.join(target.safety.missing)}"
        yield "calls at ports outside the country are not told"

    def _action(self, ship: Ship) -> Action:
        flag = flag_of(ship, list(countries.codes()))
        answer = ask(self.judge.law.powers, Situation("port", flag, self.by))
        newest = sorted(answer.reaching, key=lambda p: p.first, reverse=True)
        strict = [p for p in newest if p.force.startswith("shall") and p.cite not in answer.why]
        closing = sorted(
            (p for p in answer.closing if "port" in p.where and p.force in BINDING),
            key=lambda p: p.first,
            reverse=True,
        )
        also = dict.fromkeys(map(_power, (*strict, *closing)))
        return Action(_verdict(answer), answer.why, tuple(also), _refusal(answer), _report(answer), CAUTION)


def _verdict(answer: Boarding) -> str:
    """What the rules say of any ship in port; so the ground stands as a condition."""
    if answer.verdict is Verdict.UNKNOWN:
        return "In port: unknown"
    return f"In port, where the ground is met: {answer.verdict}"


def _status(target: Target) -> Iterator[Status]:
    hull = target.ship.hull
    law = {r.finding.text: r.law for r in target.sanctions.reasons if r.finding.rule == "listed"}
    for one in hull.listings if hull else ():
        written = "; ".join(dict.fromkeys((*one.program, *([one.instrument] if one.instrument else []))))
        paragraphs = law.get(one.text(), "")
        since = one.since.text() if one.since else "day not known"
        yield Status(one.authority, ", ".join(one.measures), since, f"{paragraphs} (as written: {written})")


def _moves(ship: Ship) -> Iterator[Move]:
    events = sorted(ship.events, key=Event.order, reverse=True)
    for kind, most in (("call", CALLS), ("meeting", 99), ("dark_meeting", 99), ("gap", 99)):
        for event in [e for e in events if e.kind == kind][:most]:
            until = moment(event.t1)[:16] if event.t1 is not None else "still"
            where = "; ".join(f"{p.lat:.3f}, {p.lon:.3f}" for p in event.positions[:2])
            when = f"{moment(event.t0)[:16]} to {until}".replace("T", " ")
            yield Move(f"{plain(kind)} ({event.grade})", when, event.text, where)
    for field, words in (
        ("last_port", "last port, by its papers"),
        ("next_port", "next port, by its papers"),
    ):
        if ship.line and ship.line.get(field):
            yield Move("call (papers)", "", f"{words}: {ship.line.get(field)}", "")
    for item in ship.hull.incidents if ship.hull else ():
        told = [plain(item.text("kind")), item.text("place"), item.text("cargo")]
        yield Move("incident", item.text("date") or "day not told", ", ".join(filter(None, told)), "")


def _power(power: Power) -> str:
    return f"{power.cite}: {power.who}, {power.force}: {power.power}"


def _refusal(answer: Boarding) -> str:
    told = [f"by the {who}: {p.on_refusal or p.power} ({p.cite})" for who, p in answer.refusals]
    return "; ".join(dict.fromkeys(told)) or "no rule that is held tells"


def _report(answer: Boarding) -> str:
    for power in sorted((*answer.reaching, *answer.closing), key=lambda p: p.first, reverse=True):
        if power.report:
            parts = ", ".join(power.report[k] for k in ("what", "to") if power.report.get(k))
            return f"{parts} ({power.cite})"
    return "no rule that is held tells"


def _numbered(sheet: Sheet) -> Sheet:
    told = sheet.as_json()
    told["issue"] |= {"issued": ""}
    digest = hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()[:6].upper()
    number = f"{sheet.target.ship.key}/{sheet.issue.as_of.replace('-', '')}/{digest}"
    return replace(sheet, issue=replace(sheet.issue, number=number))


def find_target(judge: Judge, query: str) -> Target:
    """The ship that an IMO number, an MMSI, a name or an id means. Raises YaluError where it is none."""
    number = query.strip()
    try:
        return judge.hull(judge.register.find(number))
    except YaluError:
        heard = judge.heard
        if (
            number.isdigit()
            and len(number) == 9
            and int(number) in {m for e in heard.events for m in e.mmsi} | set(heard.by_mmsi)
        ):
            return judge.judge(judge.joined.ship(None, "", [int(number)], heard.name_of(int(number))))
        if check_digit_holds(number) and number in heard.mmsi_of:
            names = [heard.name_of(m) for m in heard.mmsi_of[number]]
            return judge.judge(judge.joined.ship(None, number, (), names[-1]))
        raise
