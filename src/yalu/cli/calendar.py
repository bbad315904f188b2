"""``yalu calendar``: deadlines, expiries and renewals, past and coming."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, tell
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.coalition.dates.event import Event
    from yalu.coalition.states.held import Held

Until = Annotated[
    str,
    typer.Option(
        "--until",
        metavar="DATE",
        help="The last day of coming dates. Default: all, and of those that come each year the next.",
        show_default=False,
    ),
]
State = Annotated[
    str,
    typer.Option(
        "--state",
        metavar="STATE",
        help="Dates for all states and for this one, with what is known of it. ISO code or name.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE.ics", help="Also write an iCalendar file.", show_default=False),
]


def run(
    as_of: AsOf = "",
    until: Until = "",
    state: State = "",
    out: Out = None,
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show the dates that the law of the day brings: reports due, deadlines, expiries, renewals.

    Each is cited; past and coming are told apart. A date known to the month is a span, and what has no day is
    told without one.

    Examples: yalu calendar · yalu calendar --as-of 2018-01-01 --state TZ · yalu calendar --out dprk.ics
    """
    from yalu.cli.coalition.common import open_held, print_json
    from yalu.coalition.dates.gather import events
    from yalu.coalition.states.as_json import asked
    from yalu.coalition.states.naming import state_code

    code = state_code(state) if state else ""
    last = _day(until)
    if out is not None and out.suffix.lower() != ".ics":
        raise UsageError(f"{out.name} does not end in .ics.", expected="a file such as dprk.ics")
    held = open_held(workspace, snapshot, as_of, mode, quiet=quiet)
    day = held.view.when.as_of
    if last and last < day:
        raise UsageError(f"--until {last} is before --as-of {day}.", expected="a later day")
    found = events(held.view, held.duties, last, code)
    if out is not None:
        _write(held, found, out, quiet=quiet)
    known = _statuses(held, code)
    if json:
        print_json(
            asked(held)
            | {"state": code, "events": [_json(e, day, known) for e in found]}
            | _works(held, found)
        )
    else:
        _print(held, found, known)
    if not found:
        tell(f"No date was public on {day} ({mode}). To do: ask a later day with --as-of.", quiet=quiet)


def _day(text: str) -> str:
    from yalu.model.dates import day

    try:
        return day(text) if text else ""
    except ValueError as error:
        raise UsageError(str(error), expected="a day such as 2027-12-31") from None


def _write(held: Held, found: list[Event], out: Path, *, quiet: bool) -> None:
    from yalu.evidence.writing import write_whole
    from yalu.publish.ics import calendar

    write_whole(out, calendar(held.view, found))
    without = sum(not e.day for e in found)
    left_out = f"; {without} without a day are not in it" if without else ""
    tell(f"{len(found) - without} events written to {out}{left_out}", quiet=quiet)


def _statuses(held: Held, code: str) -> dict[str, str]:
    """What is known of the state's obligations, by id."""
    from yalu.coalition.states.grid import grid

    return {c.obligation.id: str(c.status) for c in grid(held, code).cells} if code else {}


def _json(e: Event, as_of: str, known: dict[str, str]) -> dict[str, Any]:
    from yalu.coalition.states.cited import ids

    return {
        "id": e.id,
        "when": "undated" if not e.day else "past" if e.past(as_of) else "coming",
        "from": e.day.lo,
        "to": e.day.hi,
        "precision": e.precision,
        "kind": e.kind,
        "what": e.what,
        "states": list(e.states) or "all",
        "row": e.row,
        "repeats": e.repeats,
        "outcome": e.outcome,
        "not_read": e.unverified,
        "sources": ids(e.statements),
        **({"obligation": e.obligation} if e.obligation else {}),
        **({"status": known[e.obligation]} if e.obligation in known else {}),
    }


def _works(held: Held, found: list[Event]) -> dict[str, Any]:
    from yalu.coalition.states.cited import works

    return {"sources": works(held.view, (s for e in found for s in e.statements))}


def _print(held: Held, found: list[Event], known: dict[str, str]) -> None:
    from rich.console import Console
    from rich.table import Table

    from yalu.coalition.states.cited import ids

    when = held.view.when
    out = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 180)
    out.print(f"as known on {when.as_of}, {when.mode}; snapshot {held.view.evidence.snapshot.id}\n")
    coming = [e for e in found if e.day and not e.past(when.as_of)]
    groups = {
        "Coming": coming,
        "Past": [e for e in found if e.past(when.as_of)],
        "Without a day": [e for e in found if not e.day],
    }
    for title, some in groups.items():
        if not some:
            out.print(f"{title}: none known\n")
            continue
        table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
        for name in (title, "kind", "for", "what", "source"):
            table.add_column(name, overflow="fold", no_wrap=name == title)
        for e in some:
            notes = [e.outcome, f"not read: {e.unverified}" if e.unverified else ""]
            notes += ["each year" if e.repeats else "", known.get(e.obligation, "")]
            said = "; ".join(n for n in (e.what, *notes) if n)
            table.add_row(
                e.day.text(), e.kind, ", ".join(e.states) or "all", said, ", ".join(ids(e.statements))
            )
        out.print(table, "")
