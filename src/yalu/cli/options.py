"""Options that mean the same in every command."""

from __future__ import annotations

import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.scope import Scope
    from yalu.evidence.view import Evidence, View, When
    from yalu.evidence.workspace import Workspace
    from yalu.ledger.store import Ledger
    from yalu.regimes.brief import BriefPlan


def _said(context: typer.Context, param: typer.CallbackParam, value: str) -> str:
    """An empty day that was given is a mistake, such as an unset variable, and does not mean today."""
    source = context.get_parameter_source(param.name or "")
    if not value and source is not None and source.name == "COMMANDLINE":
        raise UsageError(
            f"{param.opts[0]} was given without a day.",
            expected="a day such as 2017-06-13",
            do="Give the day, or leave the option out.",
        )
    return value


AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DATE",
        callback=_said,
        help="Answer as known on this day (YYYY-MM-DD). Default: today.",
        show_default=False,
    ),
]
On = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="DATE",
        callback=_said,
        help="What was true on this day, as known by --as-of. Default: the same day.",
        show_default=False,
    ),
]
ModeOption = Annotated[
    Mode,
    typer.Option("--mode", help="strict: what was certainly public. likely: what may have been; labeled."),
]
SnapshotOption = Annotated[
    str,
    typer.Option("--snapshot", metavar="ID", help="Ask an older snapshot. Default: the one in force."),
]
WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="DIR",
        help="Folder of the evidence. Default: YALU_HOME, else .yalu here.",
        show_default=False,
    ),
]
LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        metavar="URL",
        help="Where the judgements are: postgresql+psycopg://USER@HOST/DATABASE, sqlite:///FILE, or sqlite"
        " for the workspace's own file. Default: YALU_LEDGER, else what the workspace says.",
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is kept.")]
Who = Annotated[
    str,
    typer.Option(
        "--who",
        metavar="NAME",
        help="Who decides. Default: YALU_USER, else the login name.",
        show_default=False,
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress on stderr; warnings and errors stay.")
]
Json = Annotated[bool, typer.Option("--json", help="JSON on stdout and nothing else.")]


def person(who: str) -> str:
    """Who decides: the name given, that of ``YALU_USER``, the login name. Raises UsageError."""
    if found := (who or os.environ.get("YALU_USER", "")).strip():
        return found
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError(
            "It is not known who decides.", expected="a name", do="Give --who NAME, or set YALU_USER."
        ) from None


def open_ledger(workspace: Path | None, url: str) -> Ledger:
    """The ledger of a workspace; opens nothing yet. A workspace of another format is refused."""
    from yalu.evidence.workspace import Workspace
    from yalu.ledger.store import Ledger

    place = Workspace.find(workspace)
    place.check()
    return Ledger.find(place.root, url, warn=tell)


def today() -> str:
    """The day that a question without a date means."""
    return datetime.now(UTC).date().isoformat()


def tell(message: str, *, quiet: bool = False) -> None:
    """Progress and warnings go to stderr, so that stdout holds the answer alone."""
    if not quiet:
        print(message, file=sys.stderr)


def open_evidence(
    workspace: Path | None, snapshot: str, *, quiet: bool, ledger: str = "", joined: bool = True
) -> tuple[Workspace, Evidence]:
    """Open the workspace; in an empty one the casebook's snapshot is built first, without network.

    Where the records of the snapshot were resolved, its views take the parties up, with the judgements of the
    ledger as they stand; not so where ``joined`` is false.
    """
    from yalu.evidence import packaged
    from yalu.evidence.view import Evidence
    from yalu.evidence.workspace import Workspace

    found = Workspace.find(workspace)
    packaged.ensure(found, step=lambda message: tell(message, quiet=quiet))
    evidence = Evidence.open(found, snapshot)
    from yalu.cli.resolved import resolved

    if joined:
        evidence.grouping = resolved(found, evidence.snapshot.id, ledger, tell=tell)
    return found, evidence


def when_asked(as_of: str, mode: Mode) -> When:
    """The day that the options ask for, for what needs no view."""
    from yalu.evidence.view import When

    try:
        return When.at(as_of or today(), mode=mode)
    except ValueError as error:
        raise UsageError(str(error), expected="a day such as 2017-06-13") from None


def view_at(evidence: Evidence, as_of: str, on: str, mode: Mode) -> View:
    """The view that the options ask for."""
    try:
        return evidence.at(as_of or today(), on, mode)
    except ValueError as error:
        raise UsageError(str(error), expected="a day such as 2017-06-13") from None


def regime_plan() -> BriefPlan:
    """Which records of the lists belong to the regime."""
    from yalu.regimes import load_plan

    return load_plan()


def open_scope(
    workspace: Path | None, snapshot: str, as_of: str, mode: Mode, *, quiet: bool, on: str = ""
) -> Scope:
    """What of the evidence belongs to the regime, on the day that the options ask for."""
    from yalu.evidence.scope import Scope

    _, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    return Scope(view_at(evidence, as_of, on, mode), regime_plan())
