"""Days that rules read in a row: shown once the row and the text that sets the day are public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date

from yalu.coalition.dates.event import Event
from yalu.evidence.view import Item, View
from yalu.model.dates import OPEN, partial
from yalu.regimes.dates import DateRule

SAID = ("instrument", "provision", "effect")


def from_rules(view: View, rules: Iterable[DateRule], until: str) -> Iterator[Event]:
    """The events of the rules whose rows the view shows."""
    rules = list(rules)
    rows: dict[str, Item] = {}
    for s in view.statements(party=tuple(sorted({r.row for r in rules})) or ("",)):
        rows.setdefault(s.party, Item(s.party, [])).statements.append(s)
    for rule in rules:
        item = rows.get(rule.row)
        if not item or not item.one(rule.field):
            continue
        for day in _days(rule, item, view.when.as_of, until):
            yield _event(rule, item, day)


def _event(rule: DateRule, item: Item, day: str) -> Event:
    doubts = sorted({f for s in item.statements for f in s.unverified.split(";") if f})
    unread = [*([rule.unverified] if rule.unverified else []), *doubts]
    if not item.verified:
        unread = ["no text of it is held"]
    return Event(
        id=f"{rule.id}-{day}" if rule.every else rule.id,
        row=rule.row,
        kind=rule.kind,
        what=rule.what,
        day=partial(day) if day else OPEN,
        statements=tuple(item.all(*SAID)),
        states=tuple(rule.states),
        obligation=rule.obligation or "",
        unverified=", ".join(unread),
        repeats=bool(rule.every),
    )


def _days(rule: DateRule, item: Item, as_of: str, until: str) -> list[str]:
    """The days of a rule; of one that comes each year the last past one and the next, or all to ``until``."""
    if not rule.day:
        return [""]
    if not rule.every:
        return [rule.day]
    first = date.fromisoformat(rule.day)
    last = min(rule.last or "9999-12-31", item.text("end", "9999-12-31"))
    far = max(as_of, until)
    days = []
    for year in range(first.year, min(int(far[:4]) + 2, MAXYEAR)):
        day = first.replace(year=year).isoformat()
        if day <= last:
            days.append(day)
    before = [d for d in days if d < as_of][-1:]
    coming = [d for d in days if d >= as_of]
    return before + ([d for d in coming if d <= until] if until else coming[:1])
