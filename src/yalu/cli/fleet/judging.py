"""What the verbs that rank and print ships open: the register, what was heard, records of inspections."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import regime_plan, tell

if TYPE_CHECKING:
    from yalu.evidence.scope import Scope
    from yalu.evidence.workspace import Workspace
    from yalu.fleet.register.register import Register
    from yalu.fleet.targeting.targets import Judge

PortFile = Annotated[
    Path | None,
    typer.Option(
        "--ports",
        metavar="FILE",
        help="More ports (CSV: lat, lon, name), such as the World Port Index.",
        show_default=False,
    ),
]
Records = Annotated[
    str,
    typer.Option(
        "--inspections",
        metavar="FILE",
        help="Records of inspections for the safety score, CSV or XLSX: imo, day, flag, audited,"
        " organization, company, inspections, over_five, detentions.",
        show_default=False,
    ),
]
By = Annotated[
    str,
    typer.Option(
        "--by", metavar="CC", help="The acting state, whose own rules are added.", show_default=False
    ),
]
Contacts = Annotated[
    str, typer.Option("--contacts", metavar="TEXT", help="Whom to call, for the sheet.", show_default=False)
]


def judge_of(
    place: Workspace, register: Register, *, ports: Path | None, inspections: str, quiet: bool
) -> Judge:
    """The judge of a day; positions that are held are read with the rules of behavior."""
    from yalu.fleet.ais.store import Positions
    from yalu.fleet.files.columns import read
    from yalu.fleet.targeting.expected import held
    from yalu.fleet.targeting.heard import heard
    from yalu.fleet.targeting.inspections import RECORDS, records
    from yalu.fleet.targeting.targets import NO_POSITIONS, Judge

    day = register.scope.view.when.as_of
    told = records(read(inspections, None, RECORDS), day) if inspections else {}
    on = not quiet and sys.stderr.isatty()

    def step(what: str) -> None:
        if on:
            print(f"\rreading positions: {what.replace('_', ' ')}", end="\x1b[K", file=sys.stderr, flush=True)

    found = heard(Positions(place), day, held(register), ports=ports, step=step)
    if on:
        print("\r", end="\x1b[K", file=sys.stderr)
    for note in found.notes or (() if found.any else (f"{NO_POSITIONS}. Take some in with yalu fleet ais.",)):
        tell(note, quiet=quiet)
    return Judge(register, found, regime_plan().country, told)


def counted(what: str, total: int, *, quiet: bool) -> Callable[[int], None]:
    """Progress on a terminal: every hundredth of some things."""

    def step(number: int) -> None:
        if not quiet and sys.stderr.isatty() and number % 100 == 0:
            tell(f"{number:,} of {total:,} {what}")

    return step


def issued(scope: Scope) -> str:
    """When a sheet is made: the minute where it is of today, else the day that it is of."""
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    day = scope.view.when.as_of
    return f"{now:%Y-%m-%d %H:%M} UTC" if day == now.date().isoformat() else f"as of {day}"
