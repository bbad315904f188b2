"""The twins of a page: its model as JSON, and its tables as CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from typing import Any

import orjson
from starlette.responses import Response

from yalu.publish.annex import safe
from yalu.workbench.frame.ask import Ask
from yalu.workbench.frame.page import Page, Table
from yalu.workbench.frame.route import Export, Gone

JSON, CSV = ".json", ".csv"
ENDINGS = (JSON, CSV)


def as_json(page: Page, ask: Ask) -> Response:
    """The whole model, with what every answer says of itself."""
    content = {"version": 1, **ask.says(), "address": ask.permanent(), "page": page.data()}
    return Response(
        orjson.dumps(content), page.status, {"x-yalu-snapshot": ask.snapshot}, media_type="application/json"
    )


def as_csv(page: Page, ask: Ask) -> Response:
    """One table: the first, or the one that ``?table=`` names. Cells that would be formulas get a ``'``."""
    tables = page.tables()
    wanted = next(iter(ask.query.get("table", [])), "")
    if wanted and wanted not in tables:
        raise Gone(f"This page has no table {wanted[:40]!r}.", f"Its tables: {', '.join(tables) or 'none'}.")
    table = tables.get(wanted) or next(iter(tables.values()), None)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    if table is not None:
        _write(writer, table)
    headers = _saved(ask, CSV)
    return Response("\ufeff" + text.getvalue(), page.status, headers, media_type="text/csv; charset=utf-8")


def as_file(page: Page, ask: Ask, ending: str, export: Export) -> Response:
    """The page as a file of another kind, to be saved."""
    kind, make = export
    return Response(make(ask, page), page.status, _saved(ask, ending), media_type=kind)


def _saved(ask: Ask, ending: str) -> dict[str, str]:
    name = f"{ask.path.strip('/').replace('/', '-') or 'home'}-{ask.as_of}{ending}"
    name = "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-._"))
    return {
        "content-disposition": f'attachment; filename="{name}"',
        "x-yalu-snapshot": ask.snapshot,
        "x-yalu-as-of": ask.as_of,
        "x-yalu-mode": ask.mode.value,
    }


def _write(writer: Any, table: Table) -> None:
    writer.writerow([safe(column.label) for column in table.columns])
    for cells in table.rows:
        writer.writerow([safe(cell.text + (f" ({cell.note})" if cell.note else "")) for cell in cells])
