"""Makes the plan of a day for a wave: publications, lead times worked back, and what a reader must know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from yalu.designation.strike.lead import work_back
from yalu.designation.strike.moment import Moments, choose
from yalu.designation.strike.packages import Made
from yalu.designation.strike.plan import Acting, Plan
from yalu.designation.strike.wave_file import GivenWave
from yalu.errors import UsageError
from yalu.ledger.judgement import checked
from yalu.model.figures import counted, joined
from yalu.regimes.lead_times import LeadTimes

MINUTE = timedelta(minutes=1)


def make_plan(
    wave: GivenWave,
    pairs: Sequence[Made],
    times: LeadTimes,
    *,
    day: date,
    asked: time | None = None,
    begin: date | None = None,
    name: str = "",
    files: Mapping[tuple[str, str], tuple[str, str]] | None = None,
    archive: str = "",
) -> Plan:
    """The plan for a day of UTC. ``begin`` is when work can begin; by default the wave's own day.

    ``asked`` is an hour of UTC at which all should publish; without it they publish as near together as they
    can. Raises UsageError for a day before the wave's, and for a wave without pairs.
    """
    known = date.fromisoformat(wave.as_of)
    begin = begin or known
    if day < known:
        raise UsageError(
            f"The day {day} is before {known}, by which the wave knows its facts.", expected="a later day"
        )
    if not wave.pairs:
        raise UsageError("The wave has no pair, so that nobody would publish anything.", expected="pairs")
    held = {by: times.of(by, wave.as_of) for by in wave.authorities}
    rows = {by: row for by, row in held.items() if row is not None}
    moments = choose(rows, day, asked)
    acting = [
        Acting(
            row,
            moments.by[by],
            work_back(row, moments.by[by].local.date(), begin),
            tuple(m for m in pairs if m.pair.authority == by),
        )
        for by, row in rows.items()
        if by in moments.by
    ]
    acting.sort(key=lambda a: (a.publication.at, a.by))
    without = tuple(by for by in held if by not in moments.by)
    spread = (moments.spread if acting else timedelta()) // MINUTE
    plan = Plan(
        id=checked("the name of the plan", name or f"strike-{day.isoformat()}"),
        day=day,
        asked=f"{asked:%H:%M}" if asked else "",
        begin=begin,
        wave=wave,
        acting=tuple(acting),
        without=without,
        pairs=tuple(pairs),
        spread=spread,
        least=moments.least // MINUTE,
        works={w: times.works[w] for row in rows.values() for w in row.works()},
        read=times.about.read,
        notes=(),
        files=dict(files or {}),
        archive=archive,
    )
    notes = tuple(_notes(plan, moments, times))
    return Plan(**{**plan.__dict__, "notes": notes})


def minutes(number: int) -> str:
    """``6 hours 30 minutes``, ``45 minutes``."""
    hours, rest = divmod(number, 60)
    parts = [counted(hours, "hour") if hours else "", counted(rest, "minute") if rest else ""]
    return " ".join(p for p in parts if p) or "no time"


def _notes(plan: Plan, moments: Moments, times: LeadTimes) -> Iterator[str]:
    if plan.acting and moments.first.date() != plan.day:
        yield (
            f"Not everybody can publish on {plan.day}: the first publication is on {moments.first:%Y-%m-%d}"
            " (UTC)."
        )
    if plan.spread:
        least = f" The least that their hours allow is {minutes(plan.least)}." if plan.asked else ""
        yield (
            f"There is no moment for all: {minutes(plan.spread)} lie between the first publication and the"
            f" last, in which money can move.{least}"
        )
    for a in plan.late:
        yield lateness(a)
    urgent = [a.by for a in plan.acting if a.publication.opening.urgent]
    if urgent:
        yield f"{joined(urgent)} would need an urgent edition, outside the usual days or hours."
    for by in plan.without:
        yield f"No lead time of {by} is held, so that its publication is not planned here; its pairs stand."
    for made in plan.pairs:
        if made.differs:
            yield f"{made.pair.authority} {made.pair.party}: {made.differs}."
    if plan.refused:
        yield (
            f"{counted(len(plan.refused), 'pair has', 'pairs have')} no package, each with the reason;"
            " without one there is nothing to publish."
        )
    if plan.wave.as_of < times.about.read:
        yield (
            f"The lead times were read on {times.about.read}; what only a page of a later day than"
            f" {plan.wave.as_of} says is not shown, and decides nothing."
        )
    yield from times.about.gaps


def lateness(acting: Acting) -> str:
    """Who is late, by how much, by what is known, and when it could publish at the earliest."""
    lead = acting.lead
    if lead.sourced_late:
        by = f"late by {counted(lead.sourced_late, 'working day')} by what works state"
        by += f", and by {lead.late} with what is known from memory" if lead.late > lead.sourced_late else ""
    else:
        by = f"late by {counted(lead.late, 'working day')} by what is known from memory (check)"
    return f"{acting.by} is {by}: work had to begin by {lead.start_by}. The earliest day is {lead.earliest}."
