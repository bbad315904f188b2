"""``yalu cite list``: what was proposed, and what a person said of it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from yalu.cli.options import Json, WorkspaceOption
from yalu.errors import UsageError

STATES = ("proposed", "accepted", "rejected")

State = Annotated[
    str,
    typer.Option(
        "--state", metavar="STATE", help="proposed, accepted or rejected. Default: all.", show_default=False
    ),
]
Of = Annotated[str, typer.Argument(metavar="[SHA]", help="Those of one document alone.", show_default=False)]


def run(document: Of = "", state: State = "", workspace: WorkspaceOption = None, json: Json = False) -> None:
    """Show proposals and citations: what stands, what waits for a person, what was rejected or withdrawn.

    Examples: yalu cite list --state proposed · yalu cite list 3f2a91 --json
    """
    from yalu.cli.cite.common import print_json
    from yalu.documents import desk, reading, shelf
    from yalu.evidence.workspace import Workspace

    if state and state not in STATES:
        raise UsageError(f"{state[:40]!r} is no state.", expected=", ".join(STATES))
    place = Workspace.find(workspace)
    place.check()
    wanted = shelf.find(place, document).sha256 if document else ""
    journal = desk.open_journal(place)
    rows: list[dict[str, Any]] = []
    for one in journal.citations.values():
        rows.append(
            {"state": "accepted", "citation": one, "title": journal.documents[one["sha256"]]["title"]}
        )
    for one in journal.withdrawn.values():
        rows.append(
            {"state": "rejected", "citation": one, "title": journal.documents[one["sha256"]]["title"]}
        )
    proposed = reading.proposals(place)
    for id_, one in proposed.items():
        found = reading.state(journal, id_)
        if found == "proposed":
            rows.append({"state": found, "proposal": one})
        elif found == "rejected":
            rows.append({"state": found, "proposal": one, "rejection": journal.rejected[id_]})
    for id_, entry in journal.rejected.items():
        if id_ not in proposed:
            rows.append({"state": "rejected", "rejection": entry})
    shown = [r for r in rows if (not state or r["state"] == state) and (not wanted or _sha(r) == wanted)]
    if json:
        print_json({"citations": shown})
        return
    for row in shown:
        _print(row)
    if not shown:
        print("Nothing was proposed or cited. To do: yalu read FILE, or yalu cite add FILE --help")


def _sha(row: dict[str, Any]) -> str:
    return str((row.get("citation") or row.get("proposal") or row.get("rejection") or {}).get("sha256", ""))


def _print(row: dict[str, Any]) -> None:
    from yalu.cli.read_text import print_proposal
    from yalu.documents.desk import said

    if citation := row.get("citation"):
        print(f"{row['state']} {citation['id']}: {said(citation)}")
        print(f"      {row['title']}, p. {citation['page']}: “{' '.join(citation['passage'].split())}”")
        decided = citation.get("withdrawal") or citation
        print(f"      {decided['who']}, {decided['at'][:10]}: {decided['why']}")
        return
    print(row["state"])
    if proposal := row.get("proposal"):
        print_proposal(proposal)
    if entry := row.get("rejection"):
        print(f"      {entry['of']}: {entry['who']}, {entry['at'][:10]}: {entry['why']}")
