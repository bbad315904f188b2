"""``yalu cite reject``: say no to a proposal, or withdraw a citation."""

from __future__ import annotations

from typing import Annotated

import typer

from yalu.cli.options import Json, Quiet, Who, Why, WorkspaceOption, person, tell
from yalu.errors import UsageError

Ids = Annotated[
    list[str], typer.Argument(metavar="ID...", help="Ids of proposals (p-...) or citations (c-...).")
]


def run(
    ids: Ids,
    why: Why,
    who: Who = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Reject proposals, which are then not proposed again, or withdraw citations; both stay on record.

    All of the ids are taken, or none.

    Examples: yalu cite reject p-3f2a91c0de --why "another firm of that name"
    """
    from yalu.cli.cite.common import print_json
    from yalu.documents import desk, reading
    from yalu.evidence.workspace import Workspace
    from yalu.ledger.judgement import TEXT_LENGTH, checked

    place = Workspace.find(workspace)
    place.check()
    by = desk.decided(person(who), checked("a reason (--why)", why, TEXT_LENGTH))
    journal = desk.open_journal(place)
    proposed = reading.proposals(place)
    entries = []
    for id_ in dict.fromkeys(ids):
        if id_ in journal.citations:
            entries.append({"type": "withdrawal", "of": id_, **by})
        elif id_ in proposed:
            standing = [c["id"] for c in journal.citations.values() if c.get("proposal") == id_]
            if standing:
                raise UsageError(
                    f"{id_} was accepted as {standing[0]}.", do=f"yalu cite reject {standing[0]} --why TEXT"
                )
            p = proposed[id_]
            kept = {
                k: p[k] for k in ("sha256", "tie", "subject", "object", "page", "start", "end", "passage")
            }
            entries.append({"type": "rejection", "of": id_, **kept, **by})
        else:
            raise UsageError(f"Nothing is proposed or cited as {id_[:60]!r}.", do="yalu cite list")
    snapshot = desk.publish(place, entries, lambda m: tell(m, quiet=quiet))
    if json:
        print_json({"rejected": [e["of"] for e in entries], "snapshot": snapshot})
        return
    for one in entries:
        print(f"{'withdrawn' if one['type'] == 'withdrawal' else 'rejected'} {one['of']}")
