"""May the holder of a passport make the journey, on a day, for a purpose: by which rule, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from yalu.evidence.cited import ids
from yalu.model.countries import codes, state
from yalu.model.dates import partial
from yalu.model.statement import Statement
from yalu.travel.passport import Advice, Notice, Rules

Answer = Literal["allowed", "needs_validation", "prohibited", "unknown"]

PURPOSES = {
    "tourism": "",
    "journalism": "press",
    "humanitarian": "humanitarian",
    "red_cross": "red_cross",
    "national_interest": "national_interest",
    "family": "",
    "business": "",
    "official": "",
    "other": "",
}
"""Each purpose that can be asked, and the ground of the regulation that it names, or none."""

MAY_FIT = {
    "family": ("humanitarian",),
    "business": ("national_interest",),
    "official": ("national_interest",),
    "other": ("humanitarian", "national_interest"),
}
"""Grounds that the facts of a journey may meet although its purpose names none; a person must say so."""


@dataclass(frozen=True)
class Reason:
    """A rule that decides or would decide, with its days and the statements behind it."""

    rule: str
    text: str
    statements: tuple[Statement, ...]
    citation: str = ""
    since: str = ""
    until: str = ""

    def as_json(self) -> dict[str, Any]:
        """The reason with the ids of its sources."""
        return {
            "rule": self.rule,
            "text": self.text,
            "citation": self.citation,
            "from": self.since,
            "to": self.until,
            "sources": ids(self.statements),
            "statements": [s.id for s in self.statements],
        }


@dataclass
class Verdict:
    """The answer on one journey. ``missing`` says what an unknown lacks."""

    passport: str
    on: str
    as_of: str
    purpose: str
    verdict: Answer = "unknown"
    reasons: list[Reason] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    apply_for: list[Reason] = field(default_factory=list)
    advice: list[Advice] = field(default_factory=list)
    leads: list[Advice] = field(default_factory=list)

    @property
    def statements(self) -> Iterable[Statement]:
        """Everything that the answer cites."""
        for reason in (*self.reasons, *self.apply_for):
            yield from reason.statements
        for given in (*self.advice, *self.leads):
            yield from given.statements


LIMITS = (
    "This is about the passport and not the person: a second nationality, visas, the rules on goods and"
    " payments, and the destination's own rules are not in it. It is no legal advice.",
)


def decide(rules: Rules, passport: str, on: str, purpose: str, as_of: str) -> Verdict:
    """The verdict by the rules that ``as_of`` knows; what no rule covers is unknown and never allowed.

    ``on`` and ``as_of`` are whole days. Passport and purpose may be any text.
    """
    code, aim = passport.strip().upper(), purpose.strip().casefold().replace(" ", "_").replace("-", "_")
    made = Verdict(code or passport, on, as_of, aim or purpose)
    if code not in codes():
        made.missing.append(f"{passport!r} is no ISO 3166 code of two letters, such as US.")
    if aim not in PURPOSES:
        made.missing.append(f"{purpose!r} is no purpose that is known; those are {', '.join(PURPOSES)}.")
    made.advice = [a for a in rules.advice if a.date and partial(a.date).hi <= on]
    made.leads = [a for a in rules.leads if a.state == code and (not a.date or partial(a.date).hi <= on)]
    if not made.missing:
        _by_notices(made, rules)
    return made


def _by_notices(made: Verdict, rules: Rules) -> None:
    notices = [n for n in rules.notices if n.passport == made.passport]
    free = [f for f in rules.free if f.passport == made.passport]
    if not notices and not free:
        made.missing.append(
            f"No rule on passports of {state(made.passport)} is held as known on {made.as_of};"
            " what its government advises is no permission."
        )
        return
    standing = [n for n in notices if n.certainly(made.on)]
    if standing:
        made.reasons = [_restricts(n) for n in standing]
        _under_restriction(made, rules)
        return
    perhaps = [n for n in notices if n.perhaps(made.on)]
    if perhaps:
        made.reasons = [_restricts(n) for n in perhaps]
        made.missing.append(f"Whether the notice stood on {made.on}: its days are known only as a span.")
        return
    _outside(made, notices, rules)


def _outside(made: Verdict, notices: list[Notice], rules: Rules) -> None:
    """No notice stands on the day: before the first, between two, after the last, or none is known."""
    before = [n for n in notices if n.ends.hi < made.on]
    after = [n for n in notices if n.begins.lo > made.on]
    if before:
        last = max(before, key=lambda n: (n.ends.hi, n.id))
        made.reasons = [_restricts(n) for n in (last, *after[:1])]
        found = (
            f"and the next one held begins on {after[0].begins.lo}" if after else "and no later one is held"
        )
        made.missing.append(
            f"A notice for {made.on}: the last extension known on {made.as_of} ended on {last.ends.hi},"
            f" {found}. To do: check the Federal Register for a notice that covers {made.on}."
        )
        return
    free = [f for f in rules.free if f.passport == made.passport and partial(f.since).hi <= made.on]
    if not free:
        made.missing.append(
            f"A rule for {made.on}: the data on passports of {state(made.passport)} that are known on"
            f" {made.as_of} begin later."
        )
        return
    if not after and made.on > made.as_of:
        made.missing.append(f"What is published after {made.as_of}: no notice for {made.on} was known then.")
        return
    made.verdict = "allowed"
    made.reasons = [
        Reason(f.id, f"no restriction in force: {f.fact}", f.statements, since=f.since) for f in free
    ]
    made.reasons += [_restricts(n, f"not yet in force on {made.on}: ") for n in after[:1]]


def _restricts(n: Notice, said: str = "") -> Reason:
    text = f"{said}passports of {state(n.passport)} are not valid for travel to, in or through the country"
    text += f", by a notice published {n.published}"
    return Reason(n.id, text, n.statements, n.citation, n.begins.text(), n.ends.text())


def _under_restriction(made: Verdict, rules: Rules) -> None:
    """The purpose decides: one that the regulation names needs a validation, every other is prohibited."""
    code = PURPOSES[made.purpose]
    ground = next((g for g in rules.grounds if g.code == code), None) if code else None
    if code and ground is None:
        made.missing.append(
            f"The text of the ground {code!r} of the regulation was not public by {made.as_of}."
        )
        return
    if ground:
        made.verdict = "needs_validation"
        made.reasons.append(
            Reason(ground.id, f"may be validated: {ground.who}", ground.statements, ground.rule)
        )
        made.apply_for = _validation(rules)
        return
    made.verdict = "prohibited"
    for g in rules.grounds:
        if g.code in MAY_FIT.get(made.purpose, ()):
            text = f"not for this purpose as such; if the facts meet it, ask as {g.code}: {g.who}"
            made.apply_for.append(Reason(g.id, text, g.statements, g.rule))
    made.reasons += _penalty(rules)


def _validation(rules: Rules) -> list[Reason]:
    single = next((s for s in rules.validation if s.prop == "single"), None)
    if single is None:
        return []
    more = [s for s in rules.validation if s.prop == "multiple"]
    text = f"special validation of the passport by the Department of State: {single.value}"
    text += "".join(f"; more than that is {s.value}" for s in more)
    return [Reason(single.party, text, (single, *more))]


def _penalty(rules: Rules) -> list[Reason]:
    return [
        Reason(s.party, s.value, (s,), next(t.value for t in rules.law if t.party == s.party and t is not s))
        for s in rules.law
        if s.prop == "subject" and "misuse" in s.value
    ]
