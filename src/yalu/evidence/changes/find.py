"""The changes between two days, over all lists and the dated listings of the casebook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from yalu.errors import UsageError
from yalu.evidence.changes import casebook, copies
from yalu.evidence.changes.change import Change, Unknown
from yalu.evidence.changes.scope import of_regime
from yalu.evidence.changes.walk import walk
from yalu.evidence.joins import Joins
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.dates import Interval
from yalu.regimes.brief import BriefPlan
from yalu.sources.registry import Source, sources


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes after ``start`` and up to ``end``, by day; and what the copies cannot say."""

    start: str
    end: str
    changes: list[Change]
    unknown: list[Unknown]
    copies: dict[str, list[str]]  # source -> days of the copies up to the end


def find(
    workspace: Workspace,
    evidence: Evidence,
    start: str,
    end: str,
    *,
    wanted: Collection[str] = (),
    plan: BriefPlan | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Changes:
    """What became known after ``start`` and by ``end``: both are whole days.

    A listing counts on its own day where it has one; everything else when a copy shows it. ``wanted`` are ids
    of sources; ``plan`` narrows the answer to its regime.

    Raises:
        UsageError: the days are in the wrong order.
    """
    if start >= end:
        raise UsageError(f"{start} is not before {end}.", expected="--from DATE earlier than --to DATE")
    view = evidence.at(end)
    joins = Joins(view)
    inside = of_regime(view, joins, plan, end) if plan is not None else None
    found: list[Change] = []
    unknown: list[Unknown] = []
    held: dict[str, list[str]] = {}
    for source in _lists(wanted):
        days = [c.date for c in evidence.snapshot.copies(source.id)]
        if not days:
            continue
        step(f"{source.id}: comparing {len(days)} {'copy' if len(days) == 1 else 'copies'}")
        read = copies.read(workspace, evidence.snapshot, source, start=start, end=end, only=inside)
        walked = walk(source, read)
        found += walked.changes
        held[source.id] = [d.text() for d in days if d.hi <= end]
        unknown += [u for u in walked.unknown if start < u.copy[-10:] <= end]
    dated = casebook.listings(view, joins)
    found = [casebook.date(change, dated, joins) for change in found]
    if not wanted or casebook.SOURCE in wanted:
        found += casebook.alone(dated, found)
    chosen = [c for c in found if start < c.certain <= end]
    if inside is not None:
        chosen = [c for c in chosen if c.party in inside]
        unknown = [u for u in unknown if not u.party or u.party in inside]
    shown = [as_known(c, joins, end) for c in chosen]
    names = view.names
    shown = [replace(c, name=names.get(c.party) or _name(c) or view.name(c.party)) for c in shown]
    return Changes(start, end, sorted(shown, key=_order), unknown, held)


def _lists(wanted: Collection[str]) -> Iterable[Source]:
    return [s for s in sources().values() if s.history == "copies" and (not wanted or s.id in wanted)]


def as_known(change: Change, joins: Joins, end: str) -> Change:
    """The change without copies later than the day: of a listing dated by itself, only that day stands."""
    between = change.between if change.between.hi <= end else Interval()
    return replace(change, between=between, ids=tuple(joins.ids(change.party)))


def _name(change: Change) -> str:
    """The name in the copy that shows the change; one that only a later copy shows stays unsaid."""
    return change.name if change.between else ""


def _order(change: Change) -> tuple[str, ...]:
    return (change.certain, change.source, change.what, change.party, change.authority)


def counts(changes: Iterable[Change]) -> dict[str, dict[str, int]]:
    """How many changes of each sort each source has."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for c in changes:
        found[c.source][c.what] += 1
    return {source: dict(by_what) for source, by_what in found.items()}
