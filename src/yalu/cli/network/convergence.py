"""``yalu network convergence``: where otherwise separate companies meet, and who holds groups together."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_scope,
    tell,
)
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.network.expansion.convergence import Point
    from yalu.network.expansion.paths import Network

Limit = Annotated[int, typer.Option("--limit", min=1, help="How many findings to show; all are counted.")]


def run(
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    limit: Limit = 20,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show addresses, numbers, directors, agents and owners that otherwise separate companies share.

    Also hubs, without which three or more groups would have no tie to each other, and persons who may stand
    for others (nominees). Each is a finding with its statements and an innocent explanation, not a charge.

    Examples: yalu network convergence · yalu network convergence --as-of 2017-06-13 --json
    """
    from yalu.network.expansion.convergence import Meeting
    from yalu.network.expansion.paths import Network
    from yalu.network.expansion.patterns import patterns

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    network = Network(scope)
    if sys.stderr.isatty():
        tell("looking for points at which companies meet", quiet=quiet)
    meeting = Meeting(network)
    found = [*meeting.points(), *patterns(meeting)]
    if json:
        _print_json(network, found)
        return
    kinds = dict.fromkeys(point.kind for point in found)
    for kind in kinds:
        mine = [point for point in found if point.kind == kind]
        more = f", {limit} shown" if len(mine) > limit else ""
        print(f"\n{kind}: {len(mine)} found{more}. {mine[0].innocent}")
        for point in mine[:limit]:
            _print(network, point)
    if not found:
        when = scope.view.when
        print(f"No point at which otherwise separate companies meet was known on {when.as_of} ({when.mode}).")
        tell("Lists bring addresses and numbers: load them with yalu sync.", quiet=quiet)


def _print(network: Network, point: Point) -> None:
    print(f"  {point.value}{f' ({point.party})' if point.party else ''}: {len(point.groups)} groups")
    for group in point.groups:
        print("    " + "; ".join(f"{network.name(m)} ({m})" for m in group))
    sources = sorted({f"{s.source} {s.locator}" for s in point.statements})
    print(f"    {', '.join(sources[:6])}{f' and {len(sources) - 6} more' if len(sources) > 6 else ''}")


def _print_json(network: Network, found: list[Point]) -> None:
    import orjson

    when = network.scope.view.when
    names = {m: network.name(m) for p in found for m in (*p.members, *([p.party] if p.party else []))}
    answer = {
        "version": 1,
        "as_of": when.as_of,
        "mode": when.mode,
        "snapshot": network.scope.view.evidence.snapshot.id,
        "findings": [p.as_json(names, network.lists) for p in found],
    }
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
