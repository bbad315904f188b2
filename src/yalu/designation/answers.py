"""Which statements of a party answer an element of a criterion, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from yalu.designation.assessment import StatementFinding, Weight
from yalu.designation.held import CRAFT, Held, Tie
from yalu.model.dates import partial
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, Grade
from yalu.regimes.criteria import (
    AnyAnswer,
    Criterion,
    Element,
    IncidentAnswer,
    ListingAnswer,
    PropertyAnswer,
    TextAnswer,
    TieAnswer,
)

TEXTS = ("reason", "notes", "determination")
"""Properties in which an official list says why it holds an entry."""

OWN = ("casebook", "documents")
"""Sources whose notes are a compiler's or a reader's, and so no official text."""

STANDING = ("Ownership", "Directorship", "Employment", "Membership")
"""Kinds of tie that are a state and no act."""

AROUND = 90
"""Letters of an entry's text that are shown on each side of the words found."""

ESSENTIAL = frozenset({"type", "from", "to", "grade", "value"})
"""Fields without which a statement says nothing; a doubt about another (an amount) takes nothing from it."""


def findings(
    held: Held, party: str, about: Sequence[Statement], criterion: Criterion, element: Element
) -> list[StatementFinding]:
    """The statements that answer an element, each once, the weightiest first."""
    found: dict[str, StatementFinding] = {}
    for answer in element.answers:
        for one in _answered(held, party, about, criterion, element, answer):
            known = found.get(one.id)
            if known is None or _ORDER[one.weight] < _ORDER[known.weight]:
                found[one.id] = one
    return sorted(found.values(), key=lambda f: (_ORDER[f.weight], _GRADES[f.grade], f.date, f.id))


_ORDER = {Weight.STRONG: 0, Weight.LESSER: 1, Weight.NOTHING: 2}
_GRADES = {grade.value: n for n, grade in enumerate(Grade)}


def _answered(
    held: Held,
    party: str,
    about: Sequence[Statement],
    criterion: Criterion,
    element: Element,
    answer: AnyAnswer,
) -> Iterator[StatementFinding]:
    def made(s: Statement, says: str, passage: str = "", rests: Sequence[Statement] = ()) -> StatementFinding:
        weight, why = weigh(held, s, answer)
        return StatementFinding(s, element.id, weight, says, passage, why, tuple(rests))

    if isinstance(answer, TieAnswer):
        for tie, rests in _ties(held, party, criterion, answer):
            one = made(tie.statement, _tie_words(held, tie, rests), _quoted(held, tie.statement), rests)
            if why := _past(held, tie.statement) or (
                answer.after and _too_old(tie.statement, criterion, rests)
            ):
                one = replace(one, weight=Weight.NOTHING, why=why)
            yield one
    elif isinstance(answer, ListingAnswer):
        for s, rests in _listings(held, party, criterion, answer):
            day = s.clocks.from_.text() or "a day that is not known"
            yield made(s, f"listed by {s.value} since {day}{_ground(s)}", rests=rests)
    elif isinstance(answer, PropertyAnswer):
        for s in about:
            if s.prop in answer.props and _fits(s.value, answer):
                yield made(s, f"{s.prop}: {s.value}", _quoted(held, s))
    elif isinstance(answer, IncidentAnswer):
        for item in held.incidents.get(party, ()):
            kind = item.one("kind")
            if kind is not None and kind.value in answer.kinds:
                where = " ".join(item.text(p) for p in ("place", "date") if item.text(p))
                yield made(
                    kind, f"incident, {kind.value.replace('_', ' ')}: {where}", rests=item.all("vessels")
                )
    else:
        for s in about:
            if s.prop in TEXTS and s.source not in OWN and (spot := _words(answer).search(s.value)):
                yield made(s, f"the entry's text holds “{spot.group()}”", _around(s.value, spot))


def weigh(held: Held, s: Statement, answer: AnyAnswer) -> tuple[Weight, str]:
    """What a statement counts for, and why it counts for less than it could."""
    weights = held.criteria.weights
    if s.lead:
        return Weight.NOTHING, "unverified: no stored text backs it, so it counts for nothing"
    if s.grade in weights.nothing:
        return Weight.NOTHING, "the charge ended in acquittal"
    if lost := ESSENTIAL & set(s.unverified.split(";")):
        return Weight.NOTHING, f"no stored text backs its {', '.join(sorted(lost))}"
    if answer.at_most is not None:
        return Weight.LESSER, answer.why
    if s.grade in weights.strong:
        return Weight.STRONG, ""
    if s.grade in weights.accusations:
        return Weight.LESSER, "a charge or complaint is an accusation"
    return Weight.LESSER, ""


def _ties(
    held: Held, party: str, criterion: Criterion, answer: TieAnswer
) -> Iterator[tuple[Tie, tuple[Statement, ...]]]:
    for tie in held.ties.get(party, ()):
        if tie.type not in answer.types or tie.begins != (answer.party == "from") or tie.other == party:
            continue
        if answer.grades and tie.statement.grade not in answer.grades:
            continue
        if answer.other == "any":
            yield tie, ()
            continue
        rests: tuple[Statement, ...] = ()
        if answer.other == "blocked":
            rests = held.blocked(tie.other, criterion.by, criterion.orders)
        elif answer.other == "un_listed":
            rests = held.blocked(tie.other, "UN", ())
        elif bank := held.target_banks.get(tie.other):
            rests = (bank,)
        if rests:
            yield tie, rests


def _past(held: Held, s: Statement) -> str:
    """Why a tie that is over counts for nothing: ownership and office must still stand, an act need not."""
    over = s.prop in STANDING and s.clocks.over(held.view.when.as_of, held.view.when.on)
    return "it had ended by that day, so it counts for nothing" if over else ""


def _too_old(s: Statement, criterion: Criterion, rests: Sequence[Statement]) -> str:
    """Why a tie is no conduct under the criterion: it is older than the law, or than the other's listing."""
    listed = max((r.from_lo for r in rests if r.prop == LISTING), default="")
    for day, what in (
        (partial(criterion.since).lo, "the criterion"),
        (listed, "the listing of the other party"),
    ):
        if s.known_hi < day or (s.to_hi and s.to_hi < day):
            return f"it is older than {what}, so it counts for nothing"
    return ""


def _listings(
    held: Held, party: str, criterion: Criterion, answer: ListingAnswer
) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    for s in held.listings.get(party, ()):
        if s.value not in answer.of or s.value == criterion.by or s.kind in CRAFT:
            continue
        texts = [str(v) for v in s.details.values()]
        if answer.where and not any(t.startswith(w) for t in texts for w in answer.where):
            continue
        if not answer.order:
            yield s, ()
        elif rests := held.blocked(party, s.value, (answer.order,)):
            yield s, tuple(r for r in rests if r.id != s.id)


def _tie_words(held: Held, tie: Tie, rests: Sequence[Statement]) -> str:
    s = tie.statement
    ends = [s.value, s.party] if s.details.get("reversed") else [s.party, s.value]
    near, far = (held.view.name(one) for one in ends)
    said = f"{near} {s.details.get('role', s.prop).replace('_', ' ')} {far}"
    listing = next((r for r in rests if r.prop == LISTING), None)
    if listing is None:
        return said
    day = listing.clocks.from_.text() or "a day that is not known"
    return f"{said}; {held.view.name(tie.other)} is listed by {listing.value} since {day}"


def _ground(s: Statement) -> str:
    ground = next((str(v) for k in ("authority", "annex", "list") if (v := s.details.get(k))), "")
    return f" ({ground})" if ground else ""


def _quoted(held: Held, s: Statement) -> str:
    """The passage that a work of the statement holds, or the source's own place of it."""
    return next((p for w in s.cited if (p := held.view.work(w).get("passage", ""))), "")


def _fits(value: str, answer: PropertyAnswer) -> bool:
    if value.casefold() in {v.casefold() for v in answer.values}:
        return True
    return bool(answer.words and _words(answer).search(value))


def _words(answer: PropertyAnswer | TextAnswer) -> re.Pattern[str]:
    return _pattern(tuple(answer.words))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


def _around(text: str, spot: re.Match[str]) -> str:
    start, end = max(0, spot.start() - AROUND), min(len(text), spot.end() + AROUND)
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")
