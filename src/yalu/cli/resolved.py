"""The resolution that views take up, and what is said where there is none for the snapshot asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yalu.evidence.snapshot import Snapshot
    from yalu.evidence.workspace import Workspace
    from yalu.resolve import Grouped

Tell = Callable[[str], None]
"""Where a warning goes."""


def resolved(place: Workspace, snapshot: str, ledger: str = "", *, tell: Tell) -> Grouped | None:
    """Which ids of a snapshot are one party, with the judgements of the ledger as they stand.

    ``None`` where records were never resolved. Where they were, but not those of this snapshot, it says so.
    """
    if not _ever(place):
        return None
    from yalu.ledger.store import Ledger
    from yalu.resolve.opening import stored

    found = stored(place, Ledger.find(place.root, ledger, warn=tell), snapshot)
    if found is None:
        tell(
            f"warning: the records of snapshot {snapshot} are not resolved: references and IMO numbers alone"
            f" join them. To do: {_command(place, snapshot)}"
        )
    return found


def tell_unresolved(place: Workspace, snapshot: Snapshot, tell: Tell) -> None:
    """Say how many records are not resolved yet, where earlier ones were."""
    if not _ever(place):
        return
    from yalu.resolve import store
    from yalu.resolve.waiting import waiting

    if store.path_of(place, snapshot.id).exists():
        return
    count = waiting(place, snapshot)
    many = "1 record is" if count == 1 else f"{count:,} records are" if count else "the records are"
    tell(f"{many} not resolved yet in snapshot {snapshot.id}: run {_command(place, snapshot.id)}")


def _ever(place: Workspace) -> bool:
    """Whether records of this workspace were ever resolved."""
    return any((place.root / "resolve").glob("s*.json"))


def _command(place: Workspace, snapshot: str) -> str:
    from yalu.evidence.snapshot import current_id

    return "yalu resolve" if snapshot == current_id(place) else f"yalu resolve --snapshot {snapshot}"
