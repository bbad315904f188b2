"""A file of customers: sent from the page of screening, screened as a job, its hits marked one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

import orjson
from pydantic import Field

from yalu.errors import UsageError
from yalu.jobs import Job
from yalu.jobs.folder import folder_of, plain_name, result
from yalu.screening import customers
from yalu.workbench.frame import Action, ActionRequest, Ask, Cell, Done, Gone, Page, PageRoute, Params, Table
from yalu.workbench.frame.route import Id
from yalu.workbench.pages import screening_hits as hits
from yalu.workbench.pages.jobs import REFRESH, Standing, standing
from yalu.workbench.pages.screening_hits import Asked

MOST_BYTES = 32 * 2**20
ROWS = 25
"""Customers on a page."""
LINES = "results.jsonl"
SHOWS = {
    "alerts": "with an alert",
    "hits": "with any hit",
    "none": "without a hit",
    "problems": "not screened",
}


class FileForm(Params):
    """How the file is read; the file itself comes as ``customers``."""

    columns: Annotated[str, Field(max_length=1000)] = ""
    schema_name: Annotated[str, Field(pattern=r"^[A-Za-z]{0,40}$")] = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 5


def send(request: ActionRequest[FileForm]) -> Done:
    """Check that the file can be read, then queue its screening. Raises UsageError."""
    upload = request.files.get("customers")
    if upload is None or not upload.content:
        raise UsageError("No file was sent.", expected="a CSV or XLSX file with customers")
    form, ask = request.form, request.ask
    name = plain_name(upload.name, "customers.csv")
    read = customers.read(name, upload.content, form.columns, form.schema_name)
    if not len(read):
        raise UsageError(f"{name} holds no row under its heading.", expected="one party a row")
    params = {
        "file": name,
        "columns": form.columns,
        "schema_name": form.schema_name,
        "form": "all",
        "limit": form.limit,
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
    }
    job = ask.jobs.submit("screen-file", params, who=request.who, files={name: upload.content})
    return Done(f"/screening/file/{job.id}")


class RunParams(Params):
    """Which run, which of its rows, which page of them."""

    job_id: Id
    show: Annotated[str, Field(pattern=f"^({'|'.join(SHOWS)}|)$")] = ""
    page: Annotated[int, Field(ge=1, le=10**6)] = 1


class RunPage(Page):
    """A run: where it stands, how much it found, and some of its rows."""

    job: Standing
    files: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    shows: dict[str, str] = SHOWS
    show: str = ""
    page: int = 1
    pages: int = 1
    asked: tuple[Asked, ...] = ()

    def tables(self) -> dict[str, Table]:
        """The hits of the rows shown; the whole run is among the files."""
        return {"hits": hits.table(self.asked)} if self.asked else {}


def run(ask: Ask, params: RunParams) -> RunPage:
    """The page of a run. Raises Gone."""
    job = _job(ask, params.job_id)
    stands = standing(job)
    day, mode = job.params.get("as_of") or "the day it ran", job.params.get("mode")
    head: dict[str, Any] = {
        "title": f"Screening of {job.params.get('file', 'a file')}",
        "kicker": (Cell(text="Screening", href="/screening"), Cell(text=f"/ {job.id}")),
        "lead": f"Screened as known on {day} ({mode}).",
        "job": stands,
    }
    path = result(folder_of(ask.workspace, job.id), LINES) if job.state.final else None
    if path is None:
        return RunPage(**head, refresh=0 if job.state.final else REFRESH)
    found = _places(str(path), path.stat().st_mtime_ns)
    show = params.show or ("alerts" if found["alerts"] else "hits")
    places = found[show]
    pages = max(1, -(-len(places) // ROWS))
    page = min(params.page, pages)
    lines = _lines(path, places[(page - 1) * ROWS : page * ROWS])
    if show == "alerts":
        lines = [line | {"hits": [h for h in line["hits"] if h["alert"]]} for line in lines]
    return RunPage(
        **head,
        files=job.files,
        counts={name: len(rows) for name, rows in found.items()},
        show=show,
        page=page,
        pages=pages,
        asked=hits.asked(ask, lines),
    )


def _job(ask: Ask, job_id: str) -> Job:
    try:
        folder_of(ask.workspace, job_id)
        found = ask.jobs.get(job_id)
    except UsageError:
        found = None
    if found is None or found.kind != "screen-file":
        raise Gone(f"There is no run {job_id[:40]} of a file.", "See the files screened before.")
    return found


@lru_cache(maxsize=8)
def _places(path: str, changed: int) -> dict[str, Sequence[int]]:
    """Where in the results the lines of each choice begin; read once as long as the file is the same."""
    found: dict[str, list[int]] = {name: [] for name in ("rows", *SHOWS)}
    at = 0
    with Path(path).open("rb") as file:
        for raw in file:
            line = orjson.loads(raw)
            found["rows"].append(at)
            if line.get("problem"):
                found["problems"].append(at)
            else:
                found["hits" if line["hits"] else "none"].append(at)
            if any(hit["alert"] for hit in line["hits"]):
                found["alerts"].append(at)
            at += len(raw)
    return dict(found)


def _lines(path: Path, places: Sequence[int]) -> list[dict[str, Any]]:
    found = []
    with path.open("rb") as file:
        for place in places:
            file.seek(place)
            found.append(orjson.loads(file.readline()))
    return found


ROUTES = (
    PageRoute(
        "/screening/file/{job_id}",
        run,
        RunParams,
        "screening_file.html.j2",
        scripts=("judge",),
        styles=("judge",),
    ),
    Action("/screening/file", send, FileForm, max_body=MOST_BYTES, files=("customers",)),
)
