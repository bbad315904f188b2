"""``yalu next``: which parties on no list are most exposed, and why."""

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
    from yalu.evidence.scope import Scope
    from yalu.network.next.exposure import Exposed, Ranking

Limit = Annotated[int, typer.Option("--limit", min=1, help="How many parties to show; all are counted.")]


def run(
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    limit: Limit = 20,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Rank parties on no list by the public evidence that ties them to listed ones, each with its reasons.

    By the number of listed parties beside it, then the best evidence, then independent sources, then listed
    parties two ties away. Being named in a source is no finding, and the order is no forecast.

    Examples: yalu next · yalu next --as-of 2017-06-13 --limit 10 --json
    """
    from yalu.network.next.exposure import ranking

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    found = ranking(scope)
    if json:
        _print_json(scope, found, limit)
    else:
        _print(scope, found, limit)
    if not found.exposed:
        tell(f"No tie to a listed party was known on {scope.view.when.as_of}.", quiet=quiet)
        tell("To do: ask a later day with --as-of, or load lists with yalu sync.", quiet=quiet)


def _print(scope: Scope, found: Ranking, limit: int) -> None:
    from yalu.network.next.exposure import LIMITS

    when = scope.view.when
    print(
        f"{len(found.exposed):,} parties on no list have a listed party within two ties on {when.as_of}"
        f" ({when.mode}); {found.unexposed:,} more have none"
    )
    for one in found.exposed[:limit]:
        _print_one(found, one)
    print(f"\n{LIMITS}")


def _print_one(found: Ranking, one: Exposed) -> None:
    place = f"{one.first}" if one.first == one.last else f"{one.first}-{one.last}"
    print(f"\n{place:>7}  {one.name} ({one.party}), named in a source")
    more = f", {one.near} more two ties away" if one.near else ""
    print(f"         {len(one.beside)} listed beside it{more}; {one.sources} independent sources")
    for tie in one.ties:
        other = tie.far if tie.near == one.party else tie.near
        print(
            f"         {tie.text(found.names)} (on {', '.join(found.lists[other])})\n           {tie.proof()}"
        )


def _print_json(scope: Scope, found: Ranking, limit: int) -> None:
    import orjson

    from yalu.network.next.exposure import LIMITS

    when = scope.view.when
    answer = {
        "version": 1,
        "as_of": when.as_of,
        "mode": when.mode,
        "snapshot": scope.view.evidence.snapshot.id,
        "exposed": len(found.exposed),
        "unexposed": found.unexposed,
        "limits": LIMITS,
        "parties": [one.as_json(found.names, found.lists) for one in found.exposed[:limit]],
    }
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
