"""Which texts of a regime speak of something later than the day from which they may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from yalu.model.dates import partial
from yalu.regimes.mentions import latest_mention
from yalu.regimes.regime import Regime
from yalu.regimes.rows import Item, Row


class LateText(NamedTuple):
    """A text that mentions ``mentioned``, although its row may be shown from ``shown``."""

    file: str
    item: str
    field: str
    mentioned: date
    shown: date | None


def _source_days(regime: Regime, ids: list[str]) -> list[str]:
    docs = (regime.sources[one] for one in ids)
    return [partial(day).lo for doc in docs if (day := doc.date_first or doc.date)]


def earliest_day(regime: Regime, item: Item) -> date | None:
    """The earliest day from which ``item`` may be shown, or None if nothing says so.

    Its own date (at its end, where it is a month or a year), else the first day of its earliest dated
    source. A part without either (a listing without a date) takes the row's, which the caller adds.
    """
    days = [partial(day).hi for day in item.own_dates()]
    days = days or _source_days(regime, getattr(item, "src", []))
    return date.fromisoformat(min(days)) if days else None


def _late(
    regime: Regime, file: str, row: Row, item: Item, place: str, outer: date | None
) -> Iterator[LateText]:
    shown = earliest_day(regime, item) or outer
    for field, text in item.texts():
        if field in item.no_hindsight:
            continue
        mentioned = latest_mention(text, regime.mentions)
        since = item.text_since.get(field)
        allowed = [day for day in (shown, date.fromisoformat(partial(since).hi) if since else None) if day]
        if mentioned and (not allowed or mentioned > max(allowed)):
            yield LateText(file, row.id, f"{place}{field}", mentioned, shown)
    for name, part in item.parts():
        yield from _late(regime, file, row, part, f"{place}{name}.", shown)


def late_texts(regime: Regime) -> Iterator[LateText]:
    """Every text that peeks: give its row a ``text_since`` for the field, or reword it."""
    for file, _, row in regime.rows():
        yield from _late(regime, file, row, row, "", None)
