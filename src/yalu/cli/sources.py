"""``yalu sources``: what is held of each source, how old it is, what is wrong with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from yalu.cli.options import Json, LedgerOption, Quiet, WorkspaceOption, tell
from yalu.errors import SourceMissing, UsageError

if TYPE_CHECKING:
    from yalu.evidence.list_errors import ListError
    from yalu.evidence.status import State
    from yalu.evidence.workspace import Workspace

Problems = Annotated[
    bool,
    typer.Option(
        "--problems",
        help="Show each problem, each quarantined row, and errors found by comparing records.",
        show_default=False,
    ),
]
Names = Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help="Which sources; default: all.")]
SourceOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="SOURCE", help="The same as naming it.", show_default=False),
]

Remove = Annotated[
    str,
    typer.Option(
        "--remove",
        metavar="NAME",
        help="Take out a source that you brought. Without --yes: say what would go. Its documents are kept.",
        show_default=False,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="With --remove: do it.", show_default=False)]

SIGNS = {"current": "in use", "stale": "stale", "missing": "not loaded", "refused": "last run refused"}


NAMES = {"own": " (own list)", "ftm": " (FollowTheMoney)"}
"""What stands behind the id of a source that the user brought."""


def run(
    names: Names = None,
    source: SourceOption = None,
    problems: Problems = False,
    remove: Remove = "",
    yes: Yes = False,
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show each source: state, last run, age, counts, problems, rows in quarantine.

    With --problems also what the lists themselves have wrong: a reference to another person, one passport on
    two people, an IMO number that is none. Such errors are findings: they change no answer. Ends with 4 when
    a source is stale or missing, so that a nightly job notices.

    Examples: yalu sources · yalu sources --problems ofac_sdn · yalu sources --remove my-clients
    """
    from datetime import UTC, datetime

    from yalu.evidence import packaged, status
    from yalu.evidence.registered import source_of
    from yalu.evidence.workspace import Workspace
    from yalu.sources.registry import without_source

    place = Workspace.find(workspace)
    packaged.ensure(place, step=lambda message: tell(message, quiet=quiet))
    if remove or yes:
        _remove(place, remove, bool(names or source or problems), yes=yes, json=json)
        return
    wanted = {source_of(place, name).id for name in [*(names or []), *(source or [])]}
    found = [s for s in status.states(place, datetime.now(UTC).date()) if not wanted or s.source.id in wanted]
    errors = _list_errors(place, wanted, ledger, quiet=quiet) if problems else []
    if json:
        import orjson

        gaps = [{"authority": a, "note": note} for a, note in without_source().items()]
        states = [s.as_json() for s in found]
        lines: dict[str, Any] = {"version": 1, "sources": states, "without_source": gaps}
        if problems:
            lines["list_errors"] = [e.as_json() for e in errors]
        sys.stdout.write(orjson.dumps(lines).decode() + "\n")
    else:
        _table(found)
        if not wanted:
            for authority, note in without_source().items():
                print(f"\n{authority}: {note}")
        if problems:
            _problems(found)
            _print_errors(errors)
    if any(s.state != "current" for s in found):
        sys.exit(SourceMissing.exit_code)


def _remove(place: Workspace, name: str, more: bool, *, yes: bool, json: bool) -> None:
    from yalu.cli.source_removal import remove_source

    if not name or more:
        raise UsageError(
            "--yes goes with --remove NAME, and --remove with nothing else.",
            do="yalu sources --remove NAME, then the same with --yes",
        )
    remove_source(place, name, yes=yes, json=json)


def _list_errors(place: Workspace, wanted: set[str], ledger: str, *, quiet: bool) -> list[ListError]:
    from yalu.cli.options import today
    from yalu.cli.resolved import resolved
    from yalu.evidence.list_errors import find
    from yalu.evidence.view import Evidence

    if sys.stderr.isatty():
        tell("comparing the records of all lists", quiet=quiet)
    evidence = Evidence.open(place)
    evidence.grouping = resolved(place, evidence.snapshot.id, ledger, tell=tell)
    return find(place, evidence.at(today()), wanted)


def _table(found: list[State]) -> None:
    from rich.console import Console
    from rich.table import Table

    from yalu.evidence.registered import describe

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("source", "state", "copies", "newest copy", "age", "records", "problems", "quarantine"):
        justify: Literal["right", "left"] = "right" if column in ("copies", "age", "records") else "left"
        table.add_column(column, justify=justify, no_wrap=column in ("source", "state"))
    for s in found:
        table.add_row(
            s.source.id + NAMES.get(describe(s.source), ""),
            SIGNS[s.state],
            str(len(s.copies)) if s.copies else "–",
            s.copies[-1]["date"] if s.copies else "–",
            "–" if s.age_days is None else f"{s.age_days} d",
            f"{s.records:,}" if s.copies else "–",
            str(len(s.problems)) if s.problems else "",
            f"{len(s.quarantined)} rows" if s.quarantined else "",
        )
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    console.print(table)
    for s in found:
        if s.state == "refused" and s.last_run:
            # The message of a refusal begins with the source's name.
            message = str(s.last_run.get("message", "")).removeprefix(f"{s.source.id}: ")
            console.print(f"\n{s.source.id}: {message}")
    missing = [s.source.id for s in found if s.state == "missing"]
    if missing:
        console.print(f"\nnot loaded: {', '.join(missing)}")
        one = missing[0] if len(missing) == 1 else "SOURCE"
        console.print(f"load it with  yalu sync {one}  or  yalu sync {one} --from FILE")


def _problems(found: list[State]) -> None:
    for s in found:
        for q in s.quarantined:
            print(f"{s.source.id} {q['copy']} quarantine {q['id']}: {q['where']}: {q['why']}\n    {q['row']}")
        for p in s.problems:
            print(f"{s.source.id} {p['copy']} {p['code']}: {p['where']}: {p['what']}")


def _print_errors(errors: list[ListError]) -> None:
    from yalu.evidence.list_errors import CODES

    if not errors:
        print("\nNo error was found by comparing the records of the lists.")
    for code, meaning in CODES.items():
        mine = [e for e in errors if e.code == code]
        if not mine:
            continue
        print(f"\n{code} ({meaning.certainty}, {len(mine)}): {meaning.says}.")
        print(f"    Or else: {meaning.innocent}.")
        for e in mine:
            print(f"  {e.what}")
            print(f"      {'; '.join(e.places)}")
