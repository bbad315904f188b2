"""Sentences on what the levers take, alone and together, by which law, and what the answer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.pressure import shares
from yalu.pressure.again import Again, cited, plain
from yalu.pressure.answer import Pressure, Ranked
from yalu.pressure.grounds import Ground, Status
from yalu.pressure.model import made_up, total

NAMES = ("stream", "item")
"""The fields that name a stream of revenue and one of imports."""

LAW = {
    Status.IN_FORCE: "{lever}, in force on {day} and as strong as it is carried out: {acts}, on {streams}.",
    Status.POWER: "{lever}, open to use, one decision at a time: {acts}, on {streams}.",
    Status.ASKED: "{lever}, asked of states and no duty: {acts}, on {streams}.",
    Status.NONE: "{lever}: no authority that takes from {streams} was held as in force, so a law is needed.",
}


def sums(made: Pressure) -> list[Sentence]:
    """What flows in all, and what all levers together take of it."""
    again = Again(made)
    revenue = [c for c in made.together if c.revenue]
    if not revenue:
        return []
    rows = cited(made, revenue)
    slots = {
        f"{field}_{end}": again.figure(field, end)
        for field in ("base", "taken", "net")
        for end in ("low", "high", "median")
    }

    def theft(end: str) -> SlotFunction:
        return again.figure(
            "net", end, lambda cuts: made_up(total(cuts, "net"), dict(made.assumed), made.seed)[0]
        )

    flow = (
        "The streams of revenue of which a source bounds a year come to {base_low} to {base_high} million US"
        " dollars a year, with {base_median} in the middle; they are of different years, so the sum is of no"
        " year."
    )
    taken = (
        "All six recommendations together would take {taken_low} to {taken_high} million US dollars of it a"
        " year. New routes, other buyers and transfers at sea leave {net_low} to {net_high} of that, with"
        " {net_median} in the middle, and theft, if it makes up a part, {theft_low} to {theft_high}."
    )
    return [
        _with(flow, rows, slots),
        _with(taken, rows, slots | {f"theft_{end}": theft(end) for end in ("low", "high")}),
    ]


def _with(template: str, rows: Iterable[Statement], slots: dict[str, SlotFunction]) -> Sentence:
    return sentence(template, rows, fill={n: s for n, s in slots.items() if "{" + n + "}" in template})


def titles(scope: Scope) -> dict[str, str]:
    """Each lever by the title of its section."""
    return {plan.id: plan.title for plan in scope.plan.sections}


def effects(scope: Scope, made: Pressure) -> list[Sentence]:
    """Each lever alone, the one of the largest effect first."""
    said = []
    for one in made.ranked:
        again = Again(made, (one.lever,))
        cuts = [c for c in one.cuts if c.revenue]
        if not cuts:
            continue
        template = (
            titles(scope)[one.lever] + " alone: {low} to {high} million US dollars a year after adaptation,"
            " with {median} in the middle."
        )
        slots = {end: again.figure("net", end) for end in ("low", "high", "median")}
        said.append(sentence(template, cited(made, cuts), fill=slots))
    return said


def laws(scope: Scope, made: Pressure) -> list[Sentence]:
    """What each lever may act through on the day, from the readiest law to none."""
    return [said for one in made.ranked for said in _laws(scope, made, one)]


def _laws(scope: Scope, made: Pressure, one: Ranked) -> Iterable[Sentence]:
    for status in Status:
        rows = [r for r in one.law if r.status is status or any(g.status is status for g in r.grounds)]
        if not rows:
            continue
        grounds = {g.id: g for r in rows for g in r.grounds if g.status is status}
        named = [s for r in rows for s in stream_names(made, [r.stream])]
        template = LAW[status].replace("{lever}", titles(scope)[one.lever])
        slots: dict[str, SlotFunction] = {"streams": names}
        if "{acts}" in template:
            slots["acts"] = acts(list(grounds.values()))
            named += [
                s for g in grounds.values() for s in g.statements if s.prop in ("instrument", "provision")
            ]
        day = {"day": scope.view.when.on} if "{day}" in template else {}
        yield sentence(template, named, asked=day, fill=slots)


def acts(grounds: Sequence[Ground]) -> SlotFunction:
    """The acts by instrument and provision."""

    def made(seen: Sequence[Statement]) -> str:
        said = []
        for ground in grounds:
            parts = [
                s.value
                for p in ("instrument", "provision")
                for s in seen
                if (s.party, s.prop) == (ground.id, p)
            ]
            said.append(" ".join(p for p in parts if p != "-"))
        return f.joined(list(dict.fromkeys(filter(None, said))))

    return made


def stream_names(made: Pressure, streams: Iterable[str]) -> list[Statement]:
    """The statements that name some streams, one for each."""
    return [next(s for s in made.bases[stream][0].statements if s.prop in NAMES) for stream in streams]


def names(seen: Sequence[Statement]) -> str:
    """The streams in words."""
    return f.joined([plain(s.value) for s in seen if s.prop in NAMES])


def unreached(made: Pressure) -> list[Sentence]:
    """Streams from which none of the six takes."""
    some = [c.stream for c in made.unreached if c.base.any()]
    if not some:
        return []
    return [sentence("None of the six takes from {streams}.", stream_names(made, some), streams=names)]


def stated(made: Pressure) -> list[Sentence]:
    """Shares that rows of the day state, in place of a judgment."""
    said = []
    for name in made.used:
        one = made.assumed[name]
        if not one.statements:
            continue
        way, _, stream = name.partition(".")
        words = {"ship_to_ship": "transfers at sea", "rerouting": "other routes, buyers and hosts"}[way]

        def end(which: str, name: str = name) -> SlotFunction:
            def percent(seen: Sequence[Statement]) -> str:
                found = shares.again({name: made.assumed[name]}, seen)[name]
                return f"{getattr(found, which) * 100:.0f}"

            return percent

        said.append(
            sentence(
                f"What {words} win back of {plain(stream)}, by what sources report: {{low}} to {{high}}"
                " percent of what is taken.",
                one.statements,
                fill={which: end(which) for which in ("low", "high")},
            )
        )
    return said


def doubts(made: Pressure) -> list[Sentence]:
    """What the figures do not show."""
    said = [
        sentence(
            "What share of a stream a lever takes is a judgment: no source states it. Each is in the table of"
            " streams, and can be set. The intervals hold ninety-five percent of the draws; they show what is"
            " assumed and how far sources differ, not the chance of success.",
            [],
        ),
        sentence(
            "The order is by effect alone. Law and partners stand beside it and are not weighed into it.", []
        ),
    ]
    silent = [t.stream for r in made.ranked for t in r.partners.streams if t.share is None]
    if silent:
        some = stream_names(made, sorted(set(silent)))
        said.append(
            sentence(
                "No source states what part of these passes through other states: {streams}.",
                some,
                streams=names,
            )
        )
    weak = [c.stream for c in made.together if c.unverified]
    if weak:
        said.append(
            sentence(
                "No stored text backs the only figures for {streams}.",
                stream_names(made, weak),
                streams=names,
            )
        )
    return said
