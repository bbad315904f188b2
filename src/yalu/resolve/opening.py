"""Opens the resolution of a snapshot with the judgements in force: stored, or made first."""

from __future__ import annotations

from dataclasses import replace

from yalu.errors import StorageError
from yalu.evidence.snapshot import current_id
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.ledger.store import Ledger
from yalu.resolve import store
from yalu.resolve.candidates import Step
from yalu.resolve.grouping import Grouped
from yalu.resolve.make import make
from yalu.resolve.resolution import Counts, Resolution
from yalu.screening import store as indexes


def stored(workspace: Workspace, ledger: Ledger, snapshot: str = "") -> Grouped | None:
    """The resolution that is stored of a snapshot, by default of the one in force; None where none is."""
    found = store.read(workspace, snapshot or current_id(workspace))
    return Grouped(found, ledger.standing().values()) if found else None


def opened(
    workspace: Workspace,
    ledger: Ledger,
    snapshot: str = "",
    *,
    afresh: bool = False,
    step: Step = lambda _: None,
) -> Grouped:
    """The resolution of a snapshot: the stored one, else made from the last one by what changed since.

    ``afresh`` compares every pair again. Where the workspace cannot be written it is kept in memory alone.
    """
    evidence = Evidence.open(workspace, snapshot)
    name = evidence.snapshot.id
    found = None if afresh else store.read(workspace, name)
    if found is not None:
        same = Counts(found.counts.records, kept=len(found.pairs))
        return Grouped(_with(found, same), ledger.standing().values())
    before = None if afresh else store.newest(workspace)
    index = indexes.opened(workspace, name, step)
    made = make(evidence, index.index, index.compiled, before, step)
    try:
        store.write(workspace, made)
    except StorageError as error:
        step(f"the resolution is kept in memory alone: {error.what}")
    return Grouped(made, ledger.standing().values())


def _with(found: Resolution, counts: Counts) -> Resolution:
    return replace(found, counts=counts)
