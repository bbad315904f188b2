"""The moment that a map shows, and the bar of days from which a reader chooses another."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import Field

from yalu.errors import UsageError
from yalu.fleet.plot.sea import Sea, end_of
from yalu.workbench.frame.page import Model

At = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2}(T\d{2})?)?$")]
"""A day, or a day and an hour (UTC): ``2026-03-14T06``; empty is the newest position."""
Back = Annotated[int, Field(ge=0, le=400)]
HOUR, DAY = 3600, 86400
MOST_BARS = 60
BAR_WIDTH, BAR_HEIGHT = 960, 56


class Bar(Model):
    """Some days as one bar: the last of them, reports, and where it stands."""

    at: str
    words: str
    x: float
    width: float
    height: float
    shown: bool


class TimeBar(Model):
    """The days of which positions are held; ``earlier`` and ``later`` are moments, empty at the ends."""

    at: str
    words: str
    bars: tuple[Bar, ...]
    earlier: str = ""
    later: str = ""
    first: int = 0
    last: int = 0
    moment: int = 0
    back: int = 7


def moment(at: str, sea: Sea, as_of: str) -> int:
    """The last second that is shown. Raises UsageError for a moment that is none, or after the day asked."""
    if not at:
        return sea.newest or end_of(as_of)
    try:
        asked = datetime.fromisoformat(at + (":00" if "T" in at else "")).replace(tzinfo=UTC)
    except ValueError:
        raise UsageError(
            f"{at!r} is no moment.", expected="a day such as 2026-03-14, or 2026-03-14T06"
        ) from None
    if asked.date().isoformat() > as_of:
        raise UsageError(
            f"{at} is after {as_of}, the day asked: nothing is known of it.", expected="an earlier moment"
        )
    return int(asked.timestamp()) + (HOUR if "T" in at else DAY) - 1


def as_at(second: int) -> str:
    """A moment as an address has it: the hour in which it lies, the day alone at its end."""
    found = datetime.fromtimestamp(second, UTC)
    return found.date().isoformat() if found.hour == 23 else found.strftime("%Y-%m-%dT%H")


def told(second: int) -> str:
    """``2026-03-14 05:59 UTC``."""
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%d %H:%M UTC")


def time_bar(sea: Sea, second: int, back: int) -> TimeBar | None:
    """The bar of the days held; None where there is none."""
    if not sea.days:
        return None
    days = _every_day(sea)
    size = -(-len(days) // MOST_BARS)
    groups = [days[i : i + size] for i in range(0, len(days), size)]
    most = max(sum(sea.days.get(d, 0) for d in g) for g in groups)
    wide = BAR_WIDTH / len(groups)
    shown = datetime.fromtimestamp(second, UTC).date().isoformat()
    bars = []
    for i, group in enumerate(groups):
        reports = sum(sea.days.get(d, 0) for d in group)
        name = group[0] if len(group) == 1 else f"{group[0]} to {group[-1]}"
        bars.append(
            Bar(
                at=group[-1],
                words=f"{name}: {reports:,} positions",
                x=round(i * wide, 2),
                width=round(wide, 2),
                height=round(BAR_HEIGHT * reports / most, 2) if reports else 0,
                shown=group[0] <= shown <= group[-1],
            )
        )
    first, last = end_of(days[0]), end_of(days[-1])
    end = min(second, last)
    return TimeBar(
        at=as_at(end),
        words=told(second),
        bars=tuple(bars),
        earlier=as_at(end_of(shown) - DAY) if shown > days[0] else "",
        later=as_at(end_of(shown) + DAY) if shown < days[-1] else "",
        first=first - DAY + 1,
        last=last,
        moment=end,
        back=back,
    )


def _every_day(sea: Sea) -> list[str]:
    """The days from the first to the last, those without positions too: a hole is seen as one."""
    first, last = (date.fromisoformat(d) for d in (min(sea.days), max(sea.days)))
    return [date.fromordinal(n).isoformat() for n in range(first.toordinal(), last.toordinal() + 1)]
