"""``yalu sources --remove``: take out a source that the user brought."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from yalu.cli.options import tell

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace


def remove_source(place: Workspace, name: str, *, yes: bool, json: bool) -> None:
    """Say what would be removed, or with ``yes`` remove it."""
    from yalu.evidence import removal

    found = removal.remove(place, name) if yes else removal.look(place, name)
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(found.as_json()).decode() + "\n")
    else:
        many = f"{len(found.copies)} {'copy' if len(found.copies) == 1 else 'copies'}"
        days = f" ({', '.join(found.copies)})" if found.copies else ""
        does = "is no longer" if yes else "would no longer be"
        print(f"{name}: {does} part of the evidence, with {many}{days}")
        print(f"  {found.documents} documents stay in the archive; what they were goes to {found.aside}")
        print("  earlier snapshots keep what they hold, and the ledger its judgements")
        if yes:
            print(f"snapshot {found.snapshot} is in force")
    if not yes:
        tell(f"To do it: yalu sources --remove {name} --yes")
        return
    from yalu.cli.resolved import tell_unresolved
    from yalu.evidence.snapshot import open_snapshot

    tell_unresolved(place, open_snapshot(place, found.snapshot), tell)
