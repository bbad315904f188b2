"""``yalu sources``: what is held of each source, how old it is, what is wrong with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import Json, Quiet, WorkspaceOption, tell
from yalu.errors import SourceMissing

if TYPE_CHECKING:
    from yalu.evidence.status import State

Problems = Annotated[
    bool, typer.Option("--problems", help="Show each problem and each quarantined row.", show_default=False)
]
Names = Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help="Which sources; default: all.")]

SIGNS = {"current": "in use", "stale": "stale", "missing": "not loaded", "refused": "last run refused"}


def run(
    names: Names = None,
    problems: Problems = False,
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show each source: state, last run, age, counts, problems, rows in quarantine.

    Ends with 4 when a source is stale or missing, so that a nightly job notices.

    Examples: yalu sources · yalu sources --problems ofac_sdn · yalu sources --json
    """
    from datetime import UTC, datetime

    from yalu.evidence import packaged, status
    from yalu.evidence.workspace import Workspace
    from yalu.sources.registry import source

    place = Workspace.find(workspace)
    packaged.ensure(place, step=lambda message: tell(message, quiet=quiet))
    wanted = {source(name).id for name in names or []}
    found = [s for s in status.states(place, datetime.now(UTC).date()) if not wanted or s.source.id in wanted]
    if json:
        import orjson

        lines = {"version": 1, "sources": [s.as_json() for s in found]}
        sys.stdout.write(orjson.dumps(lines).decode() + "\n")
    else:
        _table(found)
        if problems:
            _problems(found)
    if any(s.state != "current" for s in found):
        sys.exit(SourceMissing.exit_code)


def _table(found: list[State]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("source", "state", "copies", "newest copy", "age", "records", "problems", "quarantine"):
        table.add_column(column, justify="right" if column in ("copies", "age", "records") else "left")
    for s in found:
        table.add_row(
            s.source.id,
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
        if s.state == "missing":
            console.print(f"\n{s.source.id}: load it with  yalu sync {s.source.id}  or  --from FILE")
        elif s.state == "refused" and s.last_run:
            # The message of a refusal begins with the source's name.
            message = str(s.last_run.get("message", "")).removeprefix(f"{s.source.id}: ")
            console.print(f"\n{s.source.id}: {message}")


def _problems(found: list[State]) -> None:
    for s in found:
        for q in s.quarantined:
            print(f"{s.source.id} {q['copy']} quarantine {q['id']}: {q['where']}: {q['why']}\n    {q['row']}")
        for p in s.problems:
            print(f"{s.source.id} {p['copy']} {p['code']}: {p['where']}: {p['what']}")
