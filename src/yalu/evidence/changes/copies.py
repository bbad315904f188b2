"""Reads the copies of a source, in the order of their days, for comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from yalu.evidence import sightings
from yalu.evidence.snapshot import Folded, Snapshot
from yalu.evidence.workspace import Workspace
from yalu.model.dates import Interval
from yalu.model.vocabulary import LISTING
from yalu.sources.registry import Source
from yalu.sources.sighting import CUT, DAMAGED, Sighting

Values = dict[tuple[str, str, str, str], Sighting]
"""What a part says of a record: property, value, language and detail to the sighting."""

EVERYTHING = "*"

ENTRIES = (LISTING, "exportControl", "repeatedListing")
"""Properties that say as what a record stands on a list, strongest first."""


@dataclass(slots=True)
class Part:
    """What one part of one copy says of one record; ``unreadable`` are properties it garbled or cut."""

    values: Values = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its records by part. A part that it lacks is not in ``parts``.

    A ``thin`` copy says which records stood in it and since when, and nothing else about them.
    """

    date: Interval
    main: str
    parts: dict[str, dict[str, Part]]
    quarantined: dict[str, str]  # id to the reason
    thin: bool = False

    @property
    def records(self) -> dict[str, Part]:
        """The records that the main part holds and that can be used."""
        return self.parts[self.main]


def read(
    workspace: Workspace,
    snapshot: Snapshot,
    source: Source,
    *,
    start: str = "",
    end: str = "9999",
    only: Collection[str] | None = None,
) -> Iterator[Copy]:
    """The copies of a source in a snapshot. Writes nothing.

    Those that cannot bear on a change of a field after ``start`` and by ``end`` are thin. ``only`` are
    the records to read, by default all.
    """
    main = source.parts[0].name
    held = [c for c in snapshot.copies(source.id) if main in c.parts]
    first = _base(held, start)
    for n, folded in enumerate(held):
        thin = len(held) == 1 or n < first or folded.date.hi > end
        reports = sightings.reports_of(workspace, source, folded.run)
        quarantined = {q.party: q.why for r in reports.values() for q in r.quarantined}
        conditions = [f"party IN ({_texts(sorted(only))})"] if only is not None else []
        if thin:
            conditions.append(f"prop IN ({_texts([*ENTRIES, 'name'])})")
        loaded = sightings.load_run(workspace, source, folded.run, folded.parts, " AND ".join(conditions))
        parts = {part: _by_record(rows, quarantined) for part, rows in loaded.items()}
        known = parts[main].keys()
        # An alias of a record that the main file lacks is no record: a stray row, shown as a problem.
        kept = {part: {i: r for i, r in records.items() if i in known} for part, records in parts.items()}
        yield Copy(folded.date, main, kept, quarantined, thin)


def _base(held: Sequence[Folded], start: str) -> int:
    """The first copy that matters: of each part, the two last ones by the day from which changes count.

    Two, since an id that the last one has in quarantine is compared with the one before.
    """
    first = len(held)
    for part in {part for copy in held for part in copy.parts}:
        before = [n for n, c in enumerate(held) if part in c.parts and c.date.hi <= start]
        first = min(first, *before[-2:], len(held)) if before else 0
    return first


def _texts(values: Sequence[str]) -> str:
    return ", ".join("'" + v.replace("'", "''") + "'" for v in values) or "''"


def _by_record(rows: list[Sighting], quarantined: dict[str, str]) -> dict[str, Part]:
    found: dict[str, Part] = defaultdict(Part)
    for s in rows:
        if s.party in quarantined:
            continue
        part = found[s.party]
        if s.flag == CUT:
            part.unreadable.add(EVERYTHING)
        if s.flag == DAMAGED:
            part.unreadable.add(s.prop)
        elif s.flag != CUT:
            part.values[s.prop, s.value, s.lang, s.detail] = s
    return dict(found)
