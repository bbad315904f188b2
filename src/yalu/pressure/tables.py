"""The tables of the section: streams with the shares assumed, levers with law and partners, adaptation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import items
from yalu.model.section import Row, Table
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.pressure.again import Again, cited, ends, plain, unit_words
from yalu.pressure.answer import Pressure, Ranked
from yalu.pressure.grounds import Status
from yalu.pressure.model import Cut, span
from yalu.pressure.told import acts, names, stream_names, titles


def streams(made: Pressure) -> list[Table]:
    """Each stream: what is known, what all six take, and the shares that were assumed."""
    again = Again(made)
    rows = tuple(_stream(made, again, c) for c in made.together if c.base.any())
    if not rows:
        return []
    return [
        Table(
            id="streams",
            title="What each stream brings in a year, and what all six levers take from it",
            columns=(
                "Stream",
                "Year",
                "Unit",
                "Known",
                "Taken",
                "After adaptation",
                "Shares assumed, percent",
            ),
            rows=rows,
            note="Intervals of ninety-five percent. A plus is a lever’s share of the stream, a minus what"
            " adaptation wins back of what is taken; a star marks a share that sources report.",
        )
    ]


def _stream(made: Pressure, again: Again, cut: Cut) -> Row:
    def of(field: str) -> SlotFunction:
        def cell(seen: Sequence[Statement]) -> str:
            one = next(c for c in again.cuts(seen) if c.stream == cut.stream)
            return ends(span(getattr(one, field)), one.unit) if field == "base" or one.reached else "none"

        return cell

    year = [s for r in made.bases[cut.stream] for s in r.statements if s.prop == "year"]
    statements = (*stream_names(made, [cut.stream]), *year, *cited(made, [cut]))
    cells = (
        names,
        lambda _: str(cut.year),
        lambda _: unit_words(cut.unit),
        of("base"),
        of("taken"),
        of("net"),
        lambda _: _assumed(made, cut),
    )
    return Row(cells, statements)


def _assumed(made: Pressure, cut: Cut) -> str:
    """The shares in percent: ``+ ships 5–40, − ship to ship 5–40``."""
    said = []
    for name in cut.by:
        one = made.assumed[name]
        who = plain(name.partition(".")[0])
        sign = "−" if who in ("rerouting", "ship to ship") else "+"
        star = "*" if one.statements else ""
        said.append(f"{sign} {who} {one.low * 100:.0f}–{one.high * 100:.0f}{star}")
    return ", ".join(said) or "none"


def levers(scope: Scope, made: Pressure) -> list[Table]:
    """Effect, law and partners side by side, by effect."""
    rows = tuple(_lever(scope, made, one) for one in made.ranked if one.cuts)
    if not rows:
        return []
    return [
        Table(
            id="levers",
            title="The levers by effect, with the law of the day and the way through other states beside",
            columns=(
                *("Lever", "Low", "Middle", "High", "Acts in force", "Powers, one decision at a time"),
                *("No act held for", "Through other states"),
            ),
            rows=rows,
            note="Millions of US dollars of revenue a year, after adaptation. The last column weighs each"
            " stream by the middle of what it brings.",
            numeric=frozenset({1, 2, 3}),
        )
    ]


def _lever(scope: Scope, made: Pressure, one: Ranked) -> Row:
    again = Again(made, (one.lever,))
    cuts = [c for c in one.cuts if c.revenue]
    grounds = {g.id: g for r in one.law for g in r.grounds}

    def listed(status: Status) -> SlotFunction:
        return acts([g for g in grounds.values() if g.status is status])

    def lacking(seen: Sequence[Statement]) -> str:
        missing = {r.stream for r in one.law if r.status is Status.NONE}
        return names([s for s in seen if s.value in missing]) if missing else ""

    every: dict[Statement, None] = dict.fromkeys(cited(made, cuts) or cited(made, one.cuts))
    every |= dict.fromkeys(stream_names(made, [c.stream for c in one.cuts]))
    every |= dict.fromkeys(
        s for c in one.cuts for r in made.bases[c.stream] for s in r.statements if s.prop == "partner"
    )
    every |= dict.fromkeys(s for g in grounds.values() for s in g.statements if s.prop != "jurisdiction")
    title, through = titles(scope)[one.lever], one.partners.text
    cells: tuple[SlotFunction, ...] = (
        lambda _: title,
        *(again.figure("net", end) for end in ("low", "median", "high")),
        listed(Status.IN_FORCE),
        listed(Status.POWER),
        lacking,
        lambda _: through,
    )
    return Row(cells, tuple(every))


def adaptation(scope: Scope) -> list[Table]:
    """How the regime adapted, by what the day shows."""
    found = [i for i in items(scope.view, "Adaptation") if i.verified and i.one("technique")]
    if not found:
        return []
    fields = ("first_seen", "technique", "serves", "scale")

    def text(prop: str) -> Callable[[Sequence[Statement]], str]:
        return lambda seen: ", ".join(plain(s.value) for s in seen if s.prop == prop)

    return [
        Table(
            id="adaptation",
            title="How the regime adapted, as public on that day",
            columns=("First public", "Technique", "Serves", "Scale"),
            rows=tuple(
                Row(tuple(text(p) for p in fields), tuple(i.all(*fields)))
                for i in sorted(found, key=lambda i: (i.text("first_seen"), i.id))
            ),
            note="The day is that of the first public record, so the technique may be older.",
        )
    ]
