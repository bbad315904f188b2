"""``yalu screen``: is this name, number or ship on a list, as known on a day?"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    LedgerOption,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    tell,
    today,
)
from yalu.cli.screen_line import line_of
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.ledger.marked import Marked
    from yalu.screening import Hit, Query, Screener

HITS = 3
"""The exit code where a hit is an alert."""

Name = Annotated[str | None, typer.Argument(metavar="NAME", show_default=False)]
SchemaOption = Annotated[
    str,
    typer.Option(
        "--schema",
        metavar="SCHEMA",
        help="Person, Company, Organization, Vessel ... Default: any.",
        show_default=False,
    ),
]
BirthDate = Annotated[
    list[str] | None,
    typer.Option("--birth-date", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD. May be repeated."),
]
Country = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="COUNTRY", help="Nationality or flag: code or name. May be repeated."),
]
Number = Annotated[
    list[str] | None,
    typer.Option("--id", metavar="KIND:NUMBER", help="imo:9187629, passport:472310082 ... May be repeated."),
]
FileOption = Annotated[
    str,
    typer.Option(
        "--file",
        metavar="CSV|XLSX",
        help="Screen each row of a file. - is standard input (CSV).",
        show_default=False,
    ),
]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="FIELD=HEADING,...",
        help="Which columns hold what. Default: guessed from headings.",
        show_default=False,
    ),
]
Out = Annotated[
    list[Path] | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Results as .csv, .xlsx or .jsonl; an interrupted run goes on. May be repeated.",
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many hits a query shows at most.")]
SourcesOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="SOURCE", help="Screen against this source alone. May be repeated."),
]
AuditOption = Annotated[
    Path | None,
    typer.Option("--audit", metavar="DIR", help="Write query, evidence, rules and hits to a new file there."),
]


def run(
    name: Name = None,
    schema: SchemaOption = "",
    birth_date: BirthDate = None,
    country: Country = None,
    number: Number = None,
    file: FileOption = "",
    columns: Columns = "",
    out: Out = None,
    limit: Limit = 5,
    source: SourcesOption = None,
    audit: AuditOption = None,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    ledger: LedgerOption = "",
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Screen a name, a number or a file of customers against the lists, as known on a day.

    Each hit says why: which parts of the names met and how, which dates, countries and numbers agree or
    conflict, and whether the party is listed, delisted, or only named in a source. At or above the alert line
    a hit is an alert. Ends with 3 when there is any, else with 0.

    Examples: yalu screen 李弘燮 · yalu screen "Kim Yong Chol" --birth-date 1962-02-18 · yalu screen --id
    imo:8898831 · yalu screen --file customers.xlsx --out results.xlsx
    """
    one = name is not None or bool(number)
    _check(one, name, file, columns, out)
    queries = None if file else [_query(name, schema, birth_date, country, number)]
    marked = _marked(workspace, ledger)
    screener = _open(workspace, as_of or today(), on, mode, snapshot, source, ledger, quiet)
    options = {"limit": limit, "sources": source or []}
    with nullcontext() if audit is None else _audit(audit, screener, options) as log:
        if queries is None:
            from yalu.cli.screen_file import screen_file

            alerts = screen_file(
                screener,
                file,
                columns,
                schema,
                out or [],
                options,
                log,
                marked,
                quiet=quiet,
                json=json,
                limit=limit,
            )
        else:
            alerts = _screen_one(screener, queries[0], limit, log, marked, json=json)
    if alerts:
        sys.exit(HITS)


def _check(one: bool, name: str | None, file: str, columns: str, out: list[Path] | None) -> None:
    if one == bool(file) or (name is not None and not name.strip()):
        raise UsageError(
            "Nothing to screen, or too much",
            expected="a NAME, or --id KIND:NUMBER, or --file with customers",
            do='yalu screen "Ri Hong Sop", yalu screen --id imo:8898831, or yalu screen --file customers.csv',
        )
    if not file and (columns or out):
        raise UsageError("--columns and --out go with --file", expected="--file customers.csv")


def _query(
    name: str | None,
    schema: str,
    births: list[str] | None,
    countries: list[str] | None,
    numbers: list[str] | None,
) -> Query:
    from yalu.screening import Query

    pairs = []
    for text in numbers or ():
        kind, colon, value = text.partition(":")
        if not colon or not value.strip():
            raise UsageError(f"--id {text[:60]!r} has no number", expected="KIND:NUMBER, such as imo:8898831")
        pairs.append((kind, value))
    return Query(
        names=[name] if name else [],
        schema=schema,
        birth_dates=births or [],
        countries=countries or [],
        identifiers=pairs,
    )


def _open(
    workspace: Path | None,
    as_of: str,
    on: str,
    mode: Mode,
    snapshot: str,
    sources: list[str] | None,
    ledger: str,
    quiet: bool,
) -> Screener:
    from yalu.cli.resolved import resolved
    from yalu.evidence import packaged
    from yalu.evidence.snapshot import open_snapshot
    from yalu.evidence.workspace import Workspace
    from yalu.screening import Screener

    found = Workspace.find(workspace)
    packaged.ensure(found, step=lambda message: tell(message, quiet=quiet))
    opened = open_snapshot(found, snapshot).id
    screener = Screener.open(
        found,
        as_of=as_of,
        on=on,
        mode=mode,
        snapshot=opened,
        sources=sources,
        step=lambda message: tell(message, quiet=quiet),
        grouping=resolved(found, opened, ledger, tell=tell),
    )
    if not screener.lists:
        tell(
            "No list is loaded: only the casebook, which is no list of any state, is screened.\n"
            "To do: yalu sync, or yalu sync SOURCE --from FILE."
        )
    return screener


def _marked(workspace: Path | None, ledger: str) -> Marked:
    from yalu.errors import YaluError
    from yalu.evidence.workspace import Workspace
    from yalu.ledger.marked import Marked

    place = Workspace.find(workspace)
    try:
        return Marked.read(place, ledger)
    except YaluError as error:
        tell(f"warning: marks of earlier runs are not shown: {error.what}")
        return Marked(place, None)


def _audit(folder: Path, screener: Screener, options: dict[str, Any]) -> Any:
    from yalu.screening.audit import Audit

    return Audit(folder, screener, options)


def _screen_one(screener: Screener, query: Query, limit: int, log: Any, marked: Marked, *, json: bool) -> int:
    hits = screener.screen(query, limit)
    for problem in query.problems:
        tell(problem)
    line = marked.line(screener, query, line_of(screener, 1, query.as_dict(), hits))
    if log is not None:
        log.add(line)
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(line).decode() + "\n")
    else:
        _print_text(screener, query, hits, line["hits"])
    return sum(hit.alert for hit in hits)


def _print_text(screener: Screener, query: Query, hits: list[Hit], lines: list[dict[str, Any]]) -> None:
    from yalu.names.text import clean
    from yalu.screening.config import config

    asked = ", ".join([*(clean(n)[:80] for n in query.names), *(" ".join(p) for p in query.identifiers)])
    when = screener.day.when
    day = when.as_of if when.on == when.as_of else f"{when.as_of}, true on {when.on}"
    line = config().alert_line.value
    for hit, told in zip(hits, lines, strict=True):
        print(f"{hit.score:.3f}  {'ALERT' if hit.alert else '-----'}  {hit.status}: {clean(hit.name)}")
        print(f"       {hit.kind or 'kind not given'}; {', '.join(hit.ids)}")
        for one in hit.lists:
            print(f"       {clean(one.text())}")
        for reason in hit.reasons:
            print(f"         {clean(reason)}")
        if told.get("marked"):
            print(f"       {clean(told['marked'])}")
    alerts = sum(hit.alert for hit in hits)
    found = f"{alerts} at or above the alert line of {line}" if hits else "no party meets it"
    print(f"{asked}: {found}; as known on {day} ({when.mode}); sources: {', '.join(screener.sources)}")
