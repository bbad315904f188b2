"""``yalu fleet list``: every hull of the day."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_scope,
    tell,
)
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.fleet.register.hull import Hull


def run(
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """List every hull that a list or the casebook holds under the regime, each once.

    With its IMO number, the lists with measure and day, and its names where lists write them differently.
    With --json one line a hull, in full.

    Examples: yalu fleet list · yalu fleet list --as-of 2018-01-15 · yalu fleet list --json > hulls.jsonl
    """
    from yalu.fleet.register.register import Register

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet, on=on)
    hulls = Register(scope).hulls
    when = scope.view.when
    if json:
        import orjson

        start = {"version": 1, "as_of": when.as_of, "on": when.on, "mode": str(when.mode)}
        for hull in hulls:
            sys.stdout.write(orjson.dumps(start | hull.as_json()).decode() + "\n")
        return
    for hull in hulls:
        _print(hull)
    valid = len({h.imo for h in hulls if h.imo_holds})
    named = Counter(code for h in hulls for code in {one.authority for one in h.listings})
    lists = ", ".join(f"{code} {n}" for code, n in sorted(named.items(), key=lambda p: (-p[1], p[0])))
    print(
        f"{len(hulls)} hulls, {valid} valid IMO numbers; on lists: {lists or 'none'};"
        f" {sum(bool(h.differences) for h in hulls)} under different names, {sum(h.renamed for h in hulls)}"
        f" renamed; as known on {when.as_of} ({when.mode})"
    )
    if not hulls:
        tell("To do: load lists with yalu sync, or ask a later day with --as-of.", quiet=quiet)


def _print(hull: Hull) -> None:
    number = hull.imo or "no IMO "
    mark = " " if hull.imo_holds else "?"
    lists = "; ".join(
        f"{one.authority} {', '.join(one.measures)} {one.since.hi}".rstrip() for one in hull.listings
    )
    print(f"{number}{mark} {hull.name}: {lists or 'named in a source'}")
    for d in hull.differences:
        print(f"         {d.first} ({d.first_source}) / {d.second} ({d.second_source}): {d.why}")
