"""``yalu screen --file``: a file of customers, row by row, resumable."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu.cli.options import tell

if TYPE_CHECKING:
    from yalu.ledger.marked import Marked
    from yalu.screening import Screener
    from yalu.screening.customers import Customers

EVERY = 1000
"""After how many rows progress is told."""


def screen_file(
    screener: Screener,
    file: str,
    columns: str,
    schema: str,
    outs: Sequence[Path],
    options: dict[str, Any],
    log: Any,
    marked: Marked,
    *,
    quiet: bool,
    json: bool,
    limit: int,
) -> int:
    """Screen each row; return the number of alerts, those of an interrupted run counted."""
    from yalu.screening import customers, results
    from yalu.screening.journal import Journal, digest

    for out in outs:
        results.check_ending(out)
    content = customers.open_file(file, sys.stdin.buffer.read() if file == "-" else None)
    rows = customers.read("standard input" if file == "-" else Path(file).name, content, columns, schema)
    tell(rows.told, quiet=quiet)
    if not outs:
        return _told(_lines(screener, rows, limit, log, marked, set(), quiet=quiet), json=json)
    run = {
        "version": 1,
        "file": digest(content),
        "columns": {str(k): v for k, v in rows.chosen.items()},
        "schema": schema,
        "snapshot": screener.snapshot,
        "as_of": screener.day.when.as_of,
        "on": screener.day.when.on,
        "mode": str(screener.day.when.mode),
        "resolution": screener.day.resolution,
        **_rules(options),
    }
    with Journal(outs[0], run) as journal:
        if journal.done:
            tell(f"{len(journal.done)} rows were screened before the interruption; going on", quiet=quiet)
        for line in _lines(screener, rows, limit, log, marked, journal.done, quiet=quiet):
            journal.add(line)
        for out in outs:
            results.write(out, journal.lines())
        alerts: int = sum(hit["alert"] for line in journal.lines() for hit in line["hits"])
    journal.remove()
    tell(f"{len(rows)} rows, {alerts} alerts: {', '.join(map(str, outs))}", quiet=quiet)
    if json and (lines := next((o for o in outs if o.suffix == ".jsonl"), None)):
        _told(_kept(lines), json=True)
    return alerts


def _rules(options: dict[str, Any]) -> dict[str, Any]:
    from yalu.screening.config import config_hash

    return {"config": config_hash(), **options}


def _kept(out: Path) -> Iterator[dict[str, Any]]:
    import orjson

    with out.open("rb") as file:
        yield from map(orjson.loads, file)


def _lines(
    screener: Screener,
    rows: Customers,
    limit: int,
    log: Any,
    marked: Marked,
    done: set[int],
    *,
    quiet: bool,
) -> Iterator[dict[str, Any]]:
    """The JSON line of each row that is not done; a bad row says why on stderr and in its line."""
    from yalu.cli.screen_line import line_of

    screener.warm()
    progress = not quiet and (sys.stderr.isatty() or "YALU_PROGRESS" in os.environ)
    alerts = 0
    for count, row in enumerate(rows, 1):
        if row.number in done:
            continue
        if row.query is None:
            tell(f"row {row.number} is not screened: {row.problem}")
            yield line_of(screener, row.number, {}, []) | {"problem": row.problem}
            continue
        hits = screener.screen(row.query, limit)
        alerts += sum(hit.alert for hit in hits)
        line = marked.line(screener, row.query, line_of(screener, row.number, row.query.as_dict(), hits))
        if log is not None:
            log.add(line)
        yield line
        if progress and count % EVERY == 0:
            tell(f"{count:,} of {len(rows):,} rows screened, {alerts} alerts")


def _told(lines: Iterator[dict[str, Any]], *, json: bool) -> int:
    import orjson

    alerts = rows = 0
    for line in lines:
        rows += 1
        alerts += sum(hit["alert"] for hit in line["hits"])
        if json:
            sys.stdout.write(orjson.dumps(line).decode() + "\n")
            continue
        asked = "; ".join(line["query"].get("names", ())) or str(line["query"].get("identifiers", ""))
        for hit in line["hits"]:
            print(
                f"{line['row']:>6}  {hit['score']:.3f}  {'ALERT' if hit['alert'] else '-----'}  {asked} | "
                f"{hit['status']}: {hit['name']} ({hit['ids'][0]})"
            )
    if not json:
        print(f"{rows} rows, {alerts} alerts")
    return alerts
