"""``yalu labor pledges``: what states said or have to do about such workers, and what became of it."""

from __future__ import annotations

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, open_scope, tell
from yalu.model.clock import Mode


def run(
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Track pledges and duties on workers by state: due, in part, contradicted by a later count, or unknown.

    Nothing is called kept: a report of returns without a count of who stayed does not show it.

    Examples: yalu labor pledges · yalu labor pledges --as-of 2019-06-01 --json
    """
    from yalu.cli.answer import asked, head, write
    from yalu.evidence.cited import ids, works
    from yalu.labor.pledges import pledges
    from yalu.labor.rows import state_name

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    found = pledges(scope)
    if json:
        cited = [s for p in found for s in p.statements]
        write(
            asked(scope.view) | {"pledges": [p.as_json() for p in found], "sources": works(scope.view, cited)}
        )
        return
    print(head(scope.view))
    for p in found:
        due = f", due {p.due}" if p.due else ""
        print(f"{p.status.upper():<13} {state_name(p.state)}: {p.pledge} ({p.date}{due})")
        print(f"{'':<13} {p.why} [{', '.join(ids(p.statements))}]")
    if not found:
        tell(f"No pledge was public on {scope.view.when.as_of}. To do: ask a later day.", quiet=quiet)
