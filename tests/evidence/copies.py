"""Short forms to write copies of an invented list in tests."""

from __future__ import annotations

from yalu.evidence.fold import CopyContent
from yalu.model.dates import period
from yalu.sources.sighting import Sighting


def row(party: str, prop: str, value: str, **more: str) -> Sighting:
    return Sighting(party=party, kind=more.pop("kind", "Company"), prop=prop, value=value, **more)


def copy(
    date: str,
    main: list[Sighting],
    alt: list[Sighting] | None = None,
    quarantined: frozenset[str] = frozenset(),
) -> CopyContent:
    """A copy with a main file, and with an alias file unless ``alt`` is None."""
    parts = {"main": main} | ({} if alt is None else {"alt": alt})
    return CopyContent(period(date), {part: f"{part}@{date}" for part in parts}, parts, quarantined)
