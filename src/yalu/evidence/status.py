"""The state of each source: what is held, how old it is, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yalu.evidence import log, sightings
from yalu.evidence.registered import all_sources, describe
from yalu.evidence.snapshot import Snapshot, open_snapshot
from yalu.evidence.workspace import Workspace
from yalu.sources.registry import Source


@dataclass(frozen=True, slots=True)
class State:
    """One source as a user should know it.

    ``state`` is ``current``, ``stale`` (older than the source's contract allows), ``refused`` (the last
    attempt failed, the last good copy is in use), or ``missing`` (nothing held).
    """

    source: Source
    state: str
    last_run: dict[str, Any] | None
    copies: list[dict[str, Any]] = field(default_factory=list)
    records: int = 0
    age_days: int | None = None
    problems: list[dict[str, str]] = field(default_factory=list)
    quarantined: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The entry of ``yalu sources --json``."""
        return {
            "id": self.source.id,
            "title": self.source.title,
            "kind": describe(self.source),
            "authority": self.source.authority,
            "state": self.state,
            "last_run": self.last_run,
            "age": self.age_days,
            "records": self.records,
            "copies": self.copies,
            "problems": self.problems,
            "quarantined": self.quarantined,
            "tried_on_real_file": self.source.tried_on_real_file,
            "licence": self.source.licence,
        }


def states(workspace: Workspace, today: date, snapshot: Snapshot | None = None) -> list[State]:
    """The state of every source in the snapshot in force, those never loaded included.

    Of a ``snapshot`` that is named, as it was on the day: later copies and later runs are left out.
    """
    runs = log.last(workspace)
    shown = snapshot or open_snapshot(workspace)
    last = today.isoformat() if snapshot else ""
    if last:
        runs = {name: run for name, run in runs.items() if str(run.get("at", ""))[:10] <= last}
    held = all_sources(workspace)
    return [_state(workspace, shown, source, runs.get(source.id), today, last) for source in held.values()]


def _state(
    workspace: Workspace,
    in_force: Snapshot,
    source: Source,
    run: dict[str, Any] | None,
    today: date,
    last: str,
) -> State:
    copies = [c for c in in_force.copies(source.id) if not last or source.packaged or c.date.hi <= last]
    failed = bool(run and run["outcome"] in ("refused", "failed"))
    if not copies:
        return State(source, "refused" if failed else "missing", run)
    main = source.parts[0].name
    listed, problems, quarantined = [], [], []
    records = 0
    for copy in copies:
        reports = sightings.reports_of(workspace, source, copy.run)
        records = reports[main].records
        listed.append({"date": copy.date.text(), "records": records, "parts": copy.parts})
        where = {"copy": copy.date.text()}
        for report in reports.values():
            problems += [where | {"code": p.code, "where": p.where, "what": p.what} for p in report.problems]
            quarantined += [
                where | {"id": q.party, "where": q.where, "row": q.row, "why": q.why}
                for q in report.quarantined
            ]
    problems += [
        {"copy": day.text(), "code": p.code, "where": p.where, "what": p.what}
        for day, p in in_force.problems(source.id)
    ]
    age = None if source.packaged else (today - date.fromisoformat(copies[-1].date.hi)).days
    stale = age is not None and age > source.stale_after_days
    state = "refused" if failed else "stale" if stale else "current"
    return State(source, state, run, listed, records, age, problems, quarantined)
