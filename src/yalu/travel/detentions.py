"""Who was detained, for how long, and who is not known to be free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item
from yalu.model import figures as f
from yalu.model.dates import day, partial
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.travel.rows import backing, in_part, rows_of, text

FEW = 5
"""Below this number of cases the section says that it is thin, and why."""

TOURISM = "tourism"
"""How a row says that a person came as a tourist."""

FIELDS = ("name", "nationality", "visit", "charge", "sentence", "detained", "released", "outcome")


@dataclass(frozen=True)
class Detention:
    """A case as known on the day: a release that lies after the day is none yet, nor its outcome."""

    item: Item
    released: Statement | None

    def all(self, *props: str) -> list[Statement]:
        """The statements of some fields, without those of a later release."""
        hidden = () if self.released else ("released", "outcome")
        return self.item.all(*(p for p in props if p not in hidden))

    @property
    def exact(self) -> bool:
        """Whether both days are days, and a stored text backs them."""
        days = self.all("detained", "released")
        return (
            self.item.verified
            and len(days) == 2
            and all(len(s.value) == 10 for s in days)
            and not in_part(days)
        )


def read(scope: Scope) -> list[Detention]:
    """The cases that the day shows, unverified ones included, by the day of detention."""
    found = []
    for item in rows_of(scope, "Detention"):
        if item.one("name") and item.one("detained"):
            released = item.one("released")
            later = released is not None and partial(released.value).lo > scope.view.when.on
            found.append(Detention(item, None if later else released))
    return sorted(found, key=lambda d: (d.item.text("detained"), d.item.id))


def known(cases: list[Detention]) -> list[Sentence]:
    """How many cases a text backs, how many came as tourists, for how long, and who is still held."""
    backed = [c for c in cases if c.item.verified]
    if not backed:
        return [sentence("No detention of a visitor was public in a source that is held.", [])]
    return [_count(backed), *_lengths(backed), _held(backed)]


def _count(backed: list[Detention]) -> Sentence:
    tourists = [c for c in backed if any(s.value == TOURISM for s in c.all("visit"))]
    slots: dict[str, SlotFunction] = {"count": f.parties(f.having("name")), "names": f.value(_is_name)}
    statements = [s for c in backed for s in c.all("name")]
    if not tourists:
        came = "; the sources call none of them a tourist."
    else:
        came = "; came for {visit}: {tourists}."
        statements += [s for c in tourists for s in c.all("visit")]
        slots["visit"] = f.value(lambda s: s.prop == "visit")
        slots["tourists"] = _tourists
    return sentence("Detentions that a public source backs: {count} ({names})" + came, statements, fill=slots)


def _is_name(s: Statement) -> bool:
    return s.prop == "name"


def _tourists(seen: Sequence[Statement]) -> str:
    came = {s.party for s in seen if s.prop == "visit" and s.value == TOURISM}
    return f.joined([s.value for s in seen if _is_name(s) and s.party in came])


def days_held(seen: Sequence[Statement]) -> dict[str, int]:
    """The days from detention to release, by case; a day that cannot be read is a ValueError."""
    bounds: dict[str, dict[str, date]] = {}
    for s in seen:
        if s.prop in ("detained", "released"):
            bounds.setdefault(s.party, {})[s.prop] = date.fromisoformat(day(s.value))
    return {p: (b["released"] - b["detained"]).days for p, b in bounds.items() if len(b) == 2}


def _lengths(backed: list[Detention]) -> list[Sentence]:
    exact = [c for c in backed if c.exact]
    if not exact:
        return []
    statements = [s for c in exact for s in c.all("detained", "released")]
    if len(exact) == 1:
        return [
            sentence(
                "{name} was held for {days} days, from {first} to {last}.",
                [*exact[0].all("name"), *statements],
                name=f.value(_is_name),
                days=lambda seen: str(*days_held(seen).values()),
                first=f.value(lambda s: s.prop == "detained"),
                last=f.value(lambda s: s.prop == "released"),
            )
        ]
    return [
        sentence(
            "Held for {least} to {most} days: the {count} of whom a source gives the first and the last day.",
            statements,
            count=lambda seen: str(len(days_held(seen))),
            least=lambda seen: str(min(days_held(seen).values())),
            most=lambda seen: str(max(days_held(seen).values())),
        )
    ]


def _held(backed: list[Detention]) -> Sentence:
    held = [c for c in backed if not c.released]
    if not held:
        return sentence(
            "Each of these cases had a known release; who else was held on that day is not known from here.",
            [],
        )
    return sentence(
        "No release was public for {count} of them: {names}.",
        [s for c in held for s in c.all("name")],
        count=f.parties(f.having("name")),
        names=f.value(_is_name),
    )


def doubts(cases: list[Detention]) -> list[Sentence]:
    """What is thin, backed in part, or backed by nothing."""
    backed = [c for c in cases if c.item.verified]
    said = []
    if len(backed) < FEW:
        said.append(
            sentence(
                "This is thin, for little was public in dated sources: a case counts only if every source"
                " behind it bears a date by that day, so a case that the press knew may be missing.",
                [],
            )
        )
    partly = [c for c in backed if in_part(c.item.statements)]
    if partly:
        said.append(
            sentence(
                "Backed only in part, so no length is computed: {names}.",
                [s for c in partly for s in c.all("name")],
                names=f.value(_is_name),
            )
        )
    return [*said, *_unbacked([c for c in cases if not c.item.verified])]


def _unbacked(cases: list[Detention]) -> list[Sentence]:
    said = []
    if cases:
        said.append(
            sentence(
                "Unverified detentions, which no stored text backs and which count nowhere above: {count}.",
                [s for c in cases for s in c.all("name")],
                count=f.parties(f.having("name")),
            )
        )
    held = [c for c in cases if not c.released]
    if held:
        said.append(
            sentence(
                "Unverified, and without a release, so perhaps still held on that day: {names}.",
                [s for c in held for s in c.all("name")],
                names=f.value(_is_name),
            )
        )
    return said


def tables(cases: list[Detention]) -> list[Table]:
    """The cases that a text backs, and apart from them the unverified ones."""
    parts = (
        (
            "detentions",
            "Detentions that a public source backs",
            "A charge is what the detaining state alleged. Days are given where a source has both days.",
            [c for c in cases if c.item.verified],
        ),
        (
            "unverified-detentions",
            "Unverified detentions, counted nowhere",
            "No stored text backs these rows.",
            [c for c in cases if not c.item.verified],
        ),
    )
    return [
        Table(
            id=table_id,
            title=title,
            columns=(
                "Name",
                "State",
                "Came for",
                "Charge",
                "Sentence",
                "Detained",
                "Released",
                "Days",
                "Outcome",
                "Backed",
            ),
            rows=tuple(_row(c) for c in rows),
            note=note,
            numeric=frozenset({7}),
        )
        for table_id, title, note, rows in parts
        if rows
    ]


def _row(case: Detention) -> Row:
    before = ("name", "nationality", "visit", "charge", "sentence", "detained", "released")
    cells: tuple[SlotFunction, ...] = (
        *(text(p) for p in before),
        _days(case.exact),
        text("outcome"),
        backing,
    )
    return Row(cells, tuple(case.all(*FIELDS)))


def _days(exact: bool) -> SlotFunction:
    if not exact:
        return lambda _: ""
    return lambda seen: str(*days_held(seen).values())
