"""``yalu coalition authorities``: who may act, on which ground, by which instrument, since and until when."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    tell,
    view_at,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.coalition.authorities import Authority

By = Annotated[
    str,
    typer.Option(
        "--authority",
        metavar="CODE",
        help="Those of one authority: UN, US, EU, UK, JP, KR, AU, CH or CA, or a state's code.",
        show_default=False,
    ),
]


def run(
    as_of: AsOf = "",
    on: On = "",
    authority: By = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show the authorities in force on a day: powers, measures and duties, by instrument and paragraph.

    A duty (states shall) and a call (states are called upon) are told apart. Each row gives its first day
    and, where it is known, its last, both included, and its sources. What no stored text backs is marked
    "not read": it is shown and decides nothing.

    Examples: yalu coalition authorities --as-of 2017-06-13 --authority US · yalu coalition authorities
    --authority UN --json
    """
    from yalu.coalition.authorities import authorities
    from yalu.model.vocabulary import AUTHORITIES
    from yalu.regimes import load_criteria

    code = authority.strip().upper()
    _, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    view = view_at(evidence, as_of, on, mode)
    found = authorities(view, load_criteria())
    known = dict.fromkeys([*AUTHORITIES, *(row.by for row in found)])
    if code and code not in known:
        raise UsageError(f"{authority[:20]!r} is no authority here.", expected=", ".join(known))
    shown = [row for row in found if not code or row.by == code]
    if json:
        import orjson

        when = view.when
        head = {"version": 1, "as_of": when.as_of, "on": when.on, "mode": when.mode}
        answer = head | {"snapshot": evidence.snapshot.id, "authorities": [row.as_json() for row in shown]}
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    else:
        _print(shown, view.when.on)
    if not shown:
        tell(f"No authority{f' of {code}' if code else ''} is held that was in force on {view.when.on}.")
        tell("That says nothing about whether there is one. To do: ask a later day with --as-of.")


def _print(shown: list[Authority], day: str) -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 200)
    by: dict[str, list[Authority]] = {}
    for row in shown:
        by.setdefault(row.by, []).append(row)
    for code, rows in by.items():
        console.print(f"{code}: {len(rows):,} in force on {day}")
        for row in rows:
            until = f" until {row.until}" if row.until else ""
            where = ", ".join(part for part in (row.instrument, row.provision) if part)
            console.print(f"  {row.id}  {row.force.value}: {where}, since {row.since}{until}")
            told = ": ".join(part for part in (row.covers, row.effect) if part)
            if told or not row.criteria:
                console.print(f"        {told or 'no text of that day says what it does'}")
            for c in row.criteria:
                console.print(f"        ground {c.id}, {c.provision}: {c.text}")
            doubts = "the whole row" if not row.verified else ", ".join(row.doubts)
            cited = "; ".join(row.cites)
            console.print(f"        sources: {cited}" + (f"; not read: {doubts}" if doubts else ""))
