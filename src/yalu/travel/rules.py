"""Which restriction stands, who is excepted, what states advise, and by which law: no verdict on a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item
from yalu.model import figures as f
from yalu.model.countries import state
from yalu.model.dates import partial
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.travel.rows import backing, in_part, rows_of, text

_DAYS = ("published", "effective", "expires")


@dataclass(frozen=True)
class Notices:
    """The notices of a restriction that were public by the day: over, in force, and yet to begin."""

    past: list[Item]
    standing: list[Item]
    coming: list[Item]

    @property
    def every(self) -> list[Item]:
        """All of them, in the order of their beginnings."""
        return [*self.past, *self.standing, *self.coming]


def notices(scope: Scope) -> Notices:
    """Sort the notices by the day asked; the last day of a notice still belongs to it.

    A view holds only what is in force, so the rows are read past it.
    """
    when = scope.view.when
    public: dict[str, list[Statement]] = defaultdict(list)
    for s in scope.view.evidence.rows("kind = 'TravelRestriction'"):
        if s.shows(when.as_of, s.from_hi or when.on, when.mode):
            public[s.party].append(s)
    rows = [Item(party, statements) for party, statements in public.items()]
    whole = sorted(
        (i for i in rows if i.verified and all(map(i.one, _DAYS))), key=lambda i: i.text("effective")
    )
    begun = [i for i in whole if partial(i.text("effective")).lo <= when.on]
    over = [i for i in begun if partial(i.text("expires")).hi < when.on]
    return Notices(
        past=over,
        standing=[i for i in begun if i not in over],
        coming=[i for i in whole if i not in begun],
    )


def restriction(scope: Scope, found: Notices) -> list[Sentence]:
    """What the notices say for the day, and what they leave unknown."""
    said = [_standing(item) for item in found.standing]
    if not said and found.past:
        said.append(
            sentence(
                "The last notice restricted passports from {effective} until {expires}; no notice for a later"
                " day was public in what is held, so whether a restriction stood on {day} is unknown: check"
                " before you rely on it.",
                found.past[-1].all("effective", "expires"),
                {"day": scope.view.when.on},
                effective=_of("effective"),
                expires=_of("expires"),
            )
        )
    said += [
        sentence(
            "A notice published on {published} restricts passports from {effective} until {expires}; on {day}"
            " it had not begun.",
            item.all(*_DAYS),
            {"day": scope.view.when.on},
            fill={prop: _of(prop) for prop in _DAYS},
        )
        for item in found.coming
    ]
    return said or [sentence("No notice that restricts passports for travel there was public.", [])]


def _standing(item: Item) -> Sentence:
    """A notice in force; its citation only where a stored text backs all of it."""
    cited = ("citation",) if item.one("citation") and not in_part(item.statements) else ()
    return sentence(
        "By the notice published on {published}"
        + (" ({citation})" if cited else "")
        + ", US passports are not valid for travel there from {effective} until {expires}.",
        item.all(*_DAYS, *cited),
        fill={prop: _of(prop) for prop in (*_DAYS, *cited)},
    )


def _of(prop: str) -> SlotFunction:
    return f.value(lambda s: s.prop == prop)


def _states(seen: Sequence[Statement]) -> str:
    return f.joined(list(dict.fromkeys(state(s.value) for s in seen if s.prop == "state")))


def exceptions(scope: Scope, found: Notices) -> list[Sentence]:
    """Who may be given a special validation, as the rule words it."""
    rows = _exceptions(scope)
    if not rows:
        return [sentence("No text of an exception was public in dated sources.", [])]
    template = "The rule knows {count} grounds for a special validation: {who}."
    if not found.standing:
        template += " They matter only while a restriction stands."
    return [
        sentence(
            template,
            [s for item in rows for s in item.all("who")],
            count=f.parties(f.having("who")),
            who=lambda seen: "; ".join(s.value for s in seen if s.prop == "who"),
        )
    ]


def _exceptions(scope: Scope) -> list[Item]:
    return [i for i in rows_of(scope, "TravelException") if i.verified and i.one("who")]


def validation(scope: Scope) -> list[Sentence]:
    """How a passport is validated, and how the rule is cited."""
    said = [
        sentence(
            "A special validation is for {single}; more than that is {multiple}.",
            item.all("single", "multiple"),
            single=_of("single"),
            multiple=_of("multiple"),
        )
        for item in rows_of(scope, "SpecialValidation")
        if item.verified and item.one("single") and item.one("multiple")
    ]
    return said + [
        sentence("On the rule: {fact}.", item.all("fact"), fact=_of("fact"))
        for item in rows_of(scope, "Check")
        if item.verified and item.one("fact")
    ]


def advice(scope: Scope) -> list[Sentence]:
    """Which states advise their people, and how many."""
    rows = _advice(scope)
    if not rows:
        return [sentence("No advice of a state to its people was public.", [])]
    if len(rows) == 1:
        return [
            sentence(
                "The advice of one state was public: {state} says {measure}.",
                rows[0].all("state", "measure"),
                state=_states,
                measure=_of("measure"),
            )
        ]
    return [
        sentence(
            "{count} states had public advice or measures on such travel: {states}.",
            [s for item in rows for s in item.all("state")],
            count=f.parties(f.having("state")),
            states=_states,
        )
    ]


def _advice(scope: Scope) -> list[Item]:
    return [i for i in rows_of(scope, "TravelAdvice") if i.verified and i.one("state") and i.one("measure")]


def law(scope: Scope) -> list[Sentence]:
    """The law on such travel, since when, and what it is about."""
    said = []
    for item in rows_of(scope, "Authority"):
        if item.verified and item.one("subject"):
            props = [p for p in ("instrument", "codified", "date", "subject") if item.one(p)]
            codified = " ({codified})" if "codified" in props else ""
            since = ", since {date}" if "date" in props else ", of a date that is not held"
            said.append(
                sentence(
                    "{instrument}" + codified + since + ": {subject}.",
                    item.all(*props),
                    fill={prop: _of(prop) for prop in props},
                )
            )
    return said


def tables(scope: Scope, found: Notices) -> list[Table]:
    """The notices, the exceptions and the advice."""
    remark = text("note", "basis_note")
    parts: tuple[tuple[str, str, list[Item], dict[str, SlotFunction]], ...] = (
        (
            "restrictions",
            "Notices that restrict passports, public by that day",
            found.every,
            {
                "Published": text("published"),
                "From": text("effective"),
                "Until": text("expires"),
                "Citation": text("citation"),
                "Remark": remark,
                "Backed": backing,
            },
        ),
        (
            "exceptions",
            "Grounds for a special validation",
            _exceptions(scope),
            {"Rule": text("rule"), "Who": text("who"), "Backed": backing},
        ),
        (
            "advice",
            "What states tell their people",
            _advice(scope),
            {
                "State": _states,
                "Since": text("date"),
                "Advice or measure": text("measure"),
                "Remark": remark,
                "Backed": backing,
            },
        ),
    )
    return [
        Table(
            id=table_id,
            title=title,
            columns=tuple(cells),
            rows=tuple(Row(tuple(cells.values()), tuple(item.statements)) for item in rows),
        )
        for table_id, title, rows, cells in parts
        if rows
    ]
