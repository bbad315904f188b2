"""What authorities reported of a hull by a day, in their words and as theirs."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from yalu.evidence.view import Item, View, items
from yalu.fleet.slots import plain
from yalu.sources.results.journal import COLUMNS
from yalu.sources.results.parse import KIND

FAIR = "as that authority reports; Yalu did not check it, and a result is no listing"
"""Stands with every result."""

ACTED = ("refused", "seized")
"""Outcomes that say that something was found or withheld."""


def by_number(view: View) -> dict[str, list[Item]]:
    """The results that the day shows by IMO number, in the order of their days."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(items(view, KIND), key=lambda i: (i.text("date"), i.id)):
        if item.text("imo"):
            found[item.text("imo")].append(item)
    return dict(found)


def told(item: Item) -> str:
    """A result in one line: ``inspected at Busan by ..., items: ...``."""
    start = f"{plain(item.text('outcome'))} at {item.text('port')}, reported by {item.text('authority')}"
    rest = [
        f"{plain(name)}: {', '.join(s.value for s in item.all(name))}"
        for name in ("name", "items", "hs_codes", "photographs", "reported_to", "reference", "remarks")
        if item.all(name)
    ]
    return "; ".join([start, *rest])


def as_json(item: Item) -> dict[str, Any]:
    """A result as JSON shows it; the fields are those of the form."""
    shown = {name: "; ".join(s.value for s in item.all(name)) for name in COLUMNS}
    known = item.statements[0]
    return {
        "id": item.id,
        **shown,
        "known": [known.known_lo, known.known_hi],
        "source": known.source,
        "locator": known.locator,
        "how_meant": FAIR,
    }
