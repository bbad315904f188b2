"""When each authority publishes: at one common moment, or as near to each other as their hours allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from yalu.designation.strike.working import works
from yalu.regimes.lead_times import LeadTime, Window

BEFORE, AFTER = 1, 4
"""Days around the day asked whose hours are looked at: a weekend lies between at most."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Hours of one day in which one authority publishes, as instants of UTC."""

    start: datetime
    end: datetime
    usual: datetime
    urgent: bool
    window: Window


@dataclass(frozen=True, slots=True)
class Publication:
    """The instant at which an authority publishes, in the opening that holds it."""

    at: datetime
    zone: str
    opening: Opening

    @property
    def local(self) -> datetime:
        """The same instant by the authority's clock."""
        return self.at.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class Moments:
    """All publications; ``least`` is the smallest spread that the hours of the day allow."""

    by: dict[str, Publication]
    least: timedelta

    @property
    def first(self) -> datetime:
        """When the first publishes."""
        return min(p.at for p in self.by.values())

    @property
    def last(self) -> datetime:
        """When the last publishes."""
        return max(p.at for p in self.by.values())

    @property
    def spread(self) -> timedelta:
        """From the first to the last; nothing where there is one common moment."""
        return self.last - self.first


def choose(rows: Mapping[str, LeadTime], day: date, asked: time | None = None) -> Moments:
    """The publications of a day by UTC, or of the next on which all can publish where it is a weekend.

    Without ``asked`` (an hour of UTC) they lie as near together as the hours allow; among such choices fewest
    need an urgent edition, and then all are nearest to their usual hours. With it each publishes at that
    moment, or at the nearest one that its hours allow.
    """
    openings = {by: list(_openings(row, day)) for by, row in rows.items()}
    nearest = _least(openings, day)
    instants = [at for at, _ in nearest.values()]
    least = max(instants, default=_EPOCH) - min(instants, default=_EPOCH)
    if asked is not None:
        moment = datetime.combine(day, asked, UTC)
        nearest = {by: _nearest(some, moment) for by, some in openings.items()}
    return Moments({by: Publication(at, rows[by].zone, o) for by, (at, o) in nearest.items()}, least)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Picked = dict[str, tuple[datetime, Opening]]


def _openings(row: LeadTime, day: date) -> Iterator[Opening]:
    zone = ZoneInfo(row.zone)
    for number in range(-BEFORE, AFTER + 1):
        local = day + timedelta(days=number)
        for window in row.windows:
            if window.days == "any" or works(local):
                clocks = (window.from_, window.to, window.usual)
                start, end, usual = (_instant(local, clock, zone) for clock in clocks)
                yield Opening(start, end, usual, window.urgent, window)


def _instant(day: date, clock: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), zone).astimezone(UTC)


def _least(openings: Mapping[str, list[Opening]], day: date) -> _Picked:
    every = {t for some in openings.values() for o in some for t in (o.start, o.end, o.usual)}
    begin = datetime.combine(day, time(), UTC)
    on_day = sorted(t for t in every if t.date() == day) or sorted(t for t in every if t >= begin)
    choices = [picked for first in on_day if (picked := _from(openings, first))]
    return min(choices, key=_score, default={})


def _from(openings: Mapping[str, list[Opening]], first: datetime) -> _Picked:
    """The nearest choice in which nobody publishes before ``first``; empty where somebody cannot."""
    reached = [
        min((max(first, o.start) for o in some if o.end >= first), default=None) for some in openings.values()
    ]
    if not reached or None in reached:
        return {}
    last = max(at for at in reached if at is not None)
    found: _Picked = {}
    for by, some in openings.items():
        within = [
            (o.urgent, abs(at - o.usual), at, o)
            for o in some
            if o.start <= last and o.end >= first
            for at in [min(max(o.usual, first, o.start), last, o.end)]
        ]
        _, _, at, opening = min(within, key=lambda one: one[:3])
        found[by] = (at, opening)
    return found


def _score(picked: _Picked) -> tuple[timedelta, int, timedelta, datetime]:
    instants = [at for at, _ in picked.values()]
    away = sum((abs(at - o.usual) for at, o in picked.values()), timedelta())
    urgent = sum(o.urgent for _, o in picked.values())
    return max(instants) - min(instants), urgent, away, min(instants)


def _nearest(some: list[Opening], moment: datetime) -> tuple[datetime, Opening]:
    found = ((min(max(moment, o.start), o.end), o) for o in some)
    return min(found, key=lambda one: (abs(one[0] - moment), one[1].urgent, one[0]))
