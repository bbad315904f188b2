"""A check of suppliers or contractors, run as a job: each row with the signs found and what would rebut."""

from __future__ import annotations

from collections import Counter
from typing import Any

import orjson

from yalu.errors import UsageError
from yalu.jobs import Job
from yalu.jobs.folder import folder_of, result
from yalu.jobs.kinds.labor_check import RESULT
from yalu.workbench.duty.scoped import columns, part
from yalu.workbench.frame import Ask, Cell, Gone, Notice, Page, PageRoute, Params
from yalu.workbench.frame.route import Id
from yalu.workbench.pages.jobs import REFRESH, Standing, standing

MOST = 2000
"""Rows that the page shows; the file has all of them."""


class CheckParams(Params):
    """The id of the job."""

    job_id: Id


class CheckPage(Page):
    """Where the check stands, and its rows once it is done."""

    job: Standing
    files: tuple[str, ...] = ()


def checked(ask: Ask, params: CheckParams) -> CheckPage:
    """The page. Raises Gone."""
    job = _job(ask, params.job_id)
    stands = standing(job)
    title = f"Check of {job.params.get('file', 'a file')}"
    kicker = (Cell(text="Labor", href="/labor"), Cell(text=f"/ {job.id}"))
    path = result(folder_of(ask.workspace, job.id), RESULT) if job.state.final else None
    if path is None:
        refresh = 0 if job.state.final else REFRESH
        return CheckPage(title=title, kicker=kicker, job=stands, refresh=refresh)
    told: dict[str, Any] = orjson.loads(path.read_bytes())
    counts = Counter(r["verdict"] for r in told["rows"])
    head = columns("Name", "Row", "Verdict", "Signs", "CAATSA s.321", "Rebutted if", numbers=["Row"])
    section = part(
        "rows",
        "Rows",
        head,
        [_row(r) for r in told["rows"][:MOST]],
        empty="The file holds no row.",
    )
    said = ", ".join(f"{n:,} {verdict}" for verdict, n in sorted(counts.items()))
    more = len(told["rows"]) - MOST
    left = f"The first {MOST:,} rows; the file has {more:,} more."
    return CheckPage(
        title=title,
        kicker=kicker,
        lead=f"As known on {told['as_of']} ({told['mode']}), for {told['on']}: {said}. A host, a sector or a"
        " flag alone is a reason to look, and no more.",
        notices=(Notice(text=told["limits"]), *((Notice(text=left),) if more > 0 else ())),
        job=stands,
        files=job.files,
        sections=(section,),
    )


def _row(one: dict[str, Any]) -> tuple[Any, ...]:
    signs = "; ".join(f"{s['kind']}: {s['text']}" for s in one["signs"])
    return (
        one["name"],
        one["row"],
        one["verdict"],
        signs or one["problem"] or "none",
        one["presumption"],
        one["rebut"],
    )


def _job(ask: Ask, job_id: str) -> Job:
    try:
        folder_of(ask.workspace, job_id)
        found = ask.jobs.get(job_id)
    except UsageError:
        found = None
    if found is None or found.kind != "labor-check":
        raise Gone(f"There is no check {job_id[:40]} of suppliers.", "See all jobs.")
    return found


ROUTES = (PageRoute("/labor/check/{job_id}", checked, CheckParams, "labor_check.html.j2", styles=("duty",)),)
