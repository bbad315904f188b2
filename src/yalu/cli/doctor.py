"""``yalu doctor``: is the installation whole, is the workspace what it was."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from yalu import __version__
from yalu.cli.options import Json, LedgerOption, Quiet, WorkspaceOption, tell
from yalu.errors import SourceMissing, YaluError

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace


class Check(NamedTuple):
    """One thing looked at: ``ok``, ``note`` (a source is old or missing) or ``bad``."""

    state: str
    what: str
    found: str


def run(
    workspace: WorkspaceOption = None,
    ledger: LedgerOption = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Check the installation and the workspace.

    Looks at the versions, every archived document against its sha256, the snapshot in force, the chain of
    judgements, and the age of the sources. Ends with 1 when something is broken, 4 when a source is stale or
    missing.
    """
    from yalu.evidence import packaged
    from yalu.evidence.workspace import Workspace

    place = Workspace.find(workspace)
    packaged.ensure(place, step=lambda message: tell(message, quiet=quiet))
    checks = [
        *_installation(),
        *_archive(place),
        *_snapshot(place),
        *_ledger(place, ledger),
        *_sources(place),
    ]
    if json:
        import orjson

        lines = {"version": 1, "checks": [c._asdict() for c in checks]}
        sys.stdout.write(orjson.dumps(lines).decode() + "\n")
    else:
        for check in checks:
            print(f"{check.state:<4}  {check.what}: {check.found}")
    if any(c.state == "bad" for c in checks):
        sys.exit(YaluError.exit_code)
    if any(c.state == "note" for c in checks):
        sys.exit(SourceMissing.exit_code)


def _installation() -> Iterator[Check]:
    import platform
    from importlib.metadata import version

    yield Check("ok", "yalu", __version__)
    yield Check("ok", "python", platform.python_version())
    for package in ("duckdb", "lxml", "pydantic", "vl-convert-python"):
        yield Check("ok", package, version(package))


def _archive(place: Workspace) -> Iterator[Check]:
    from yalu.evidence import archive

    yield Check("ok", "workspace", str(place.root.resolve()))
    names = [p.name for p in sorted(place.archive.glob("??/*"))]
    broken = 0
    for name in names:
        try:
            archive.document(place, name)
        except YaluError as error:
            broken += 1
            yield Check("bad", f"document {name}", str(error).replace("\n", " "))
    if not broken:
        yield Check("ok", "archive", f"{len(names)} documents, each as its sha256 says")


def _snapshot(place: Workspace) -> Iterator[Check]:
    from yalu.evidence.view import Evidence

    try:
        evidence = Evidence.open(place)
        [(count,)] = evidence.query("SELECT count(*)::VARCHAR FROM statement")
    except YaluError as error:
        yield Check("bad", "snapshot", str(error).replace("\n", " "))
    else:
        yield Check("ok", "snapshot in force", f"{evidence.snapshot.id}, {int(count):,} statements")


def _ledger(place: Workspace, url: str) -> Iterator[Check]:
    from yalu.ledger import heads
    from yalu.ledger.place import find

    try:
        where = find(place.root, url)
        known = heads.remembered(where)
        if where.file and not where.file.exists() and not known:
            yield Check("ok", "ledger", "no judgements")
            return
        from yalu.ledger.check import checked
        from yalu.ledger.store import Ledger

        found = checked(where, known)
        for fault in found.faults:
            yield Check("bad", "ledger", fault.what)
        if not found.faults:
            yield Check("ok", "ledger", found.words)
            for conflict in Ledger(where).conflicts():
                yield Check("ok", "judgements that contradict each other", str(conflict))
    except YaluError as error:
        yield Check("bad", "ledger", str(error).replace("\n", " "))


def _sources(place: Workspace) -> Iterator[Check]:
    from datetime import UTC, datetime

    from yalu.evidence import status

    try:
        states = status.states(place, datetime.now(UTC).date())
    except YaluError as error:
        yield Check("bad", "sources", str(error).replace("\n", " "))
        return
    for s in states:
        newest = s.copies[-1]["date"] if s.copies else "never loaded"
        yield Check("ok" if s.state == "current" else "note", s.source.id, f"{s.state}, {newest}")
