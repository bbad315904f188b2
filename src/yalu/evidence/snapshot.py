"""Binds the folds of all sources into snapshots, and publishes one by replacing ``CURRENT``.

A snapshot is named by what it holds, so the same evidence has the same name on every machine. Old
snapshots stay readable; a reader that has opened one is not touched by the next.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import UsageError, YaluError
from yalu.evidence import archive, failpoints, sightings
from yalu.evidence.archive import Copy
from yalu.evidence.fold import CopyContent, fold, unfolded
from yalu.evidence.registered import all_sources
from yalu.evidence.same_day import contradictions
from yalu.evidence.table import read_parquet, write_parquet
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.model.statement import COLUMNS, statement_id
from yalu.model.vocabulary import LISTING
from yalu.sources.registry import Source, sources
from yalu.sources.sighting import ORPHAN, Problem
from yalu.sources.user import DOCUMENTS, UserSource

FOLD_VERSION = 3
"""Raised when the same copies give other statements, so that old folds are not mistaken for new."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A copy that went into a fold, and the run that read it."""

    id: str
    date: Interval
    run: str
    parts: list[str]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One published state of the evidence: its id and, per source, the folder of its fold."""

    id: str
    folds: dict[str, Path]

    def tables(self) -> list[Path]:
        """The statement tables, one per source."""
        return [folder / "statements.parquet" for folder in self.folds.values()]

    def without_users(self, *but: str) -> Snapshot:
        """The same without files and lists that a user brought: what the brief may count.

        Passages of documents stay: a person accepted each, and a reader can look it up by page. ``but`` are
        the user's sources that stay also.
        """
        kept = {*sources(), DOCUMENTS, *but}
        return Snapshot(self.id, {name: path for name, path in self.folds.items() if name in kept})

    def citations(self) -> dict[str, dict[str, str]]:
        """The works that statements cite, by id."""
        found: dict[str, dict[str, str]] = {}
        for folder in self.folds.values():
            found.update(_beside(folder, "citations.json", {}))
        return found

    def copies(self, source_id: str) -> list[Folded]:
        """The copies of a source that it rests on, in the order of their days."""
        if source_id not in self.folds:
            return []
        rows = _beside(self.folds[source_id], "copies.json", [])
        return [Folded(r["id"], Interval(*r["date"]), r["run"], r["parts"]) for r in rows]

    def problems(self, source_id: str) -> list[tuple[Interval, Problem]]:
        """What the copies of a source show only side by side, each with the day that it is about."""
        if source_id not in self.folds:
            return []
        rows = _beside(self.folds[source_id], "problems.json", [])
        return [(Interval(*r.pop("date")), Problem(**r)) for r in rows]


def bind(
    workspace: Workspace,
    *,
    adding: Copy | None = None,
    source: Source | None = None,
    afresh: bool = False,
) -> Snapshot:
    """Fold what is archived and write the snapshot that holds it; publishing is a step of its own.

    ``adding`` is a copy that is archived and not recorded yet, and ``source`` its source, which a user may
    bring for the first time. Only what changed is folded, unless ``afresh`` asks for all.
    """
    folds: dict[str, str] = {}
    listed: dict[str, dict[str, str]] = {}
    held = all_sources(workspace) | ({source.id: source} if source else {})
    ordered = sorted(held.values(), key=lambda s: (not s.packaged, s.id))
    for one in ordered:
        copies = _to_fold(workspace, one, adding)
        if not copies:
            continue
        name = _fold_source(workspace, one, copies, listed.get(one.authority, {}), afresh)
        folds[one.id] = name
        if one.packaged:
            listed = _listing_days(workspace.folds / one.id / name / "statements.parquet")
    failpoints.reach("folded")
    manifest = orjson.dumps({"folds": folds}, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)
    snapshot_id = "s" + hashlib.sha256(manifest).hexdigest()[:12]
    write_whole(workspace.snapshots / snapshot_id / "manifest.json", manifest)
    return open_snapshot(workspace, snapshot_id)


def publish(workspace: Workspace, snapshot: Snapshot) -> None:
    """Make it the snapshot in force, in one step."""
    failpoints.reach("before_publish")
    write_whole(workspace.current, f"{snapshot.id}\n".encode())
    failpoints.reach("after_publish")


def current_id(workspace: Workspace) -> str:
    """The id of the snapshot in force, or ``""`` where none is."""
    try:
        return workspace.current.read_text().strip()
    except FileNotFoundError:
        return ""


def open_snapshot(workspace: Workspace, snapshot_id: str = "") -> Snapshot:
    """Open a snapshot, by default the one in force. Writes nothing and waits for nobody."""
    workspace.check()
    name = snapshot_id or current_id(workspace)
    path = workspace.snapshots / name / "manifest.json"
    try:
        raw = orjson.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        there = sorted(p.name for p in workspace.snapshots.glob("s*"))
        raise UsageError(
            f"There is no snapshot {name!r} in {workspace.root}.",
            expected="one of: " + (", ".join(there) or "none yet"),
            do="Run yalu build.",
        ) from None
    folds = {source: workspace.folds / source / fold_id for source, fold_id in raw["folds"].items()}
    for folder in folds.values():
        if not (folder / "statements.parquet").exists():
            raise YaluError(
                f"Snapshot {name} needs {folder}, which is not there.", do="Run yalu build to fold it again."
            )
    return Snapshot(name, folds)


def content(workspace: Workspace, source: Source, copy: Copy) -> CopyContent:
    """A copy as the fold reads it; what its main file does not know is flagged."""
    reports = sightings.reports(workspace, source, copy)
    quarantined = frozenset(q.party for r in reports.values() for q in r.quarantined)
    parts = sightings.load(workspace, source, copy)
    main = source.parts[0].name
    if source.history == "copies" and main in parts:
        known = quarantined | {s.party for s in parts[main]}
        for part in parts.keys() - {main}:
            parts[part] = [
                s if s.party in known else replace(s, kind="LegalEntity", flag=ORPHAN) for s in parts[part]
            ]
    return CopyContent(copy.date, copy.documents, parts, quarantined)


def _to_fold(workspace: Workspace, source: Source, adding: Copy | None) -> list[Copy]:
    """The copies recorded and the one to add; of editions that replace each other, that one or the last."""
    copies = {c.id: c for c in archive.copies(workspace, source.id)}
    if adding is not None and adding.source == source.id:
        if source.history == "replace":
            return [adding]
        copies[adding.id] = adding
    ordered = sorted(copies.values(), key=lambda c: c.order)
    if isinstance(source, UserSource) and source.history == "replace":
        return archive.longest(workspace, ordered)
    return ordered[-1:] if source.history == "replace" else ordered


def _fold_source(
    workspace: Workspace, source: Source, copies: list[Copy], listed: dict[str, str], afresh: bool
) -> str:
    """Fold copies into the folder that their ids name; its statements, written last, say that it is whole."""
    runs = [sightings.run_id(source, c.documents) for c in copies]
    identity = (source.id, str(FOLD_VERSION), *(c.id for c in copies), *runs, str(sorted(listed.items())))
    name = statement_id(*identity)
    folder = workspace.folds / source.id / name
    if not afresh and (folder / "statements.parquet").exists():
        return name
    contents, citations = [], {}
    for copy in copies:
        contents.append(content(workspace, source, copy))
        for report in sightings.reports(workspace, source, copy).values():
            citations.update(report.citations)
    if source.history == "replace":
        statements = unfolded(source.id, contents[0])
    else:
        statements = fold(source.id, contents, listed)
        problems = [asdict(p) | {"date": list(day)} for day, p in contradictions(contents)]
        write_whole(folder / "problems.json", orjson.dumps(problems, option=orjson.OPT_SORT_KEYS))
    if citations:
        write_whole(folder / "citations.json", orjson.dumps(citations, option=orjson.OPT_SORT_KEYS))
    folded = [
        {"id": c.id, "date": list(c.date), "run": run, "parts": sorted(c.documents)}
        for c, run in zip(copies, runs, strict=True)
    ]
    write_whole(folder / "copies.json", orjson.dumps(folded, option=orjson.OPT_SORT_KEYS))
    write_parquet(folder / "statements.parquet", COLUMNS, statements)
    return name


def _beside(folder: Path, file: str, default: Any) -> Any:
    """What a small file beside a fold's statements holds; a fold that needs none lacks it."""
    try:
        return orjson.loads((folder / file).read_bytes())
    except FileNotFoundError:
        return default


def _listing_days(table: Path) -> dict[str, dict[str, str]]:
    """For each authority, the first dated listing of each party, under each of the party's ids."""
    same: dict[str, list[str]] = {}
    for party, other in read_parquet(table, ("party", "value"), "prop = 'sameAs' AND basis = 'stored'"):
        same.setdefault(party, []).append(other)
    days: dict[str, dict[str, str]] = {}
    dated = f"prop = '{LISTING}' AND known_by = '{KnownBy.LISTING}' AND from_lo <> ''"
    for authority, party, start in read_parquet(table, ("value", "party", "from_lo"), dated):
        held = days.setdefault(authority, {})
        for one in (party, *same.get(party, ())):
            held[one] = min(start, held.get(one, start))
    return days
