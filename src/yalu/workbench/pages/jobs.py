"""Jobs: what runs, what waits, what came out."""

from __future__ import annotations

from datetime import datetime

from yalu.errors import UsageError
from yalu.jobs import Job
from yalu.jobs.folder import folder_of
from yalu.jobs.kind import kinds
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Gone,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import Badge, Model, row
from yalu.workbench.frame.route import Id

SIGNS: dict[str, Badge] = {"failed": "unverified", "running": "named", "queued": "named"}
REFRESH = 3


class JobsParams(Params):
    """Nothing."""


class JobParams(Params):
    """The id of a job."""

    job_id: Id


class Standing(Model):
    """Where the job stands: what its page shows and asks for again."""

    id: str
    state: str
    final: bool
    done: int
    total: int
    message: str
    cancel_asked: bool
    error: str


class JobPage(Page):
    """One job with its results."""

    job: Standing
    files: tuple[str, ...]


def jobs(ask: Ask, params: JobsParams) -> Page:
    """The page of all jobs; it obeys no day, since a job is of the clock."""
    found = ask.jobs.newest()
    table = Table(
        id="jobs",
        columns=(
            Column(key="job", label="Job", head=True),
            Column(key="state", label="State"),
            Column(key="progress", label="Progress"),
            Column(key="queued", label="Queued", kind="day"),
            Column(key="took", label="Took"),
            Column(key="who", label="By"),
        ),
        rows=tuple(_row(j) for j in found),
        empty="No job was run here yet. Sources, Queue and Brief start one.",
        stack=True,
    )
    open_ = any(not j.state.final for j in found)
    return Page(
        title="Jobs",
        sections=(Section(id="all", title="Jobs", table=table),),
        refresh=REFRESH if open_ else 0,
    )


def job(ask: Ask, params: JobParams) -> JobPage:
    """The page of one job. Raises Gone."""
    found = _found(ask, params.job_id)
    columns = (Column(key="what", label="What", head=True), Column(key="value", label="Value"))
    facts = Table(
        id="facts",
        columns=columns,
        rows=(
            row("Queued", _time(found.created)),
            row("By", found.who),
            row("Started", _time(found.started)),
            row("Ended", _time(found.ended)),
            row("Attempts", found.attempts),
            *(row(name, str(value)) for name, value in found.params.items() if value not in ("", [], False)),
        ),
        sortable=False,
    )
    return JobPage(
        title=_title(found),
        kicker=(Cell(text="Jobs", href="/jobs"), Cell(text=f"/ {found.id}")),
        job=standing(found),
        files=found.files,
        sections=(Section(id="about", title="About this job", table=facts),),
        refresh=0 if found.state.final else REFRESH,
    )


def standing(job: Job) -> Standing:
    """Where a job stands, as its pages show it."""
    return Standing(
        id=job.id,
        state=job.state.value,
        final=job.state.final,
        done=job.done,
        total=job.total,
        message=job.message,
        cancel_asked=job.cancel,
        error=job.error,
    )


def cancel(request: ActionRequest[JobParams]) -> Done:
    """Cancel a job that waits, or end one that runs."""
    found = request.ask.jobs.cancel(request.form.job_id)
    return Done(f"/jobs/{found.id}")


def _found(ask: Ask, job_id: str) -> Job:
    try:
        folder_of(ask.workspace, job_id)
        return ask.jobs.get(job_id)
    except UsageError:
        raise Gone(f"There is no job {job_id[:40]}.", "See all jobs.") from None


def _title(found: Job) -> str:
    kind = kinds().get(found.kind)
    return kind.titled(found.params) if kind else found.kind


def _row(found: Job) -> tuple[Cell, ...]:
    progress = f"{found.done:,} of {found.total:,}" if found.total else found.message[:80]
    return row(
        Cell(text=_title(found), href=f"/jobs/{found.id}"),
        Cell(text=found.state.value, badge=SIGNS.get(found.state.value, "off")),
        progress,
        _time(found.created),
        _took(found),
        found.who,
    )


def _time(text: str) -> str:
    return text[:16].replace("T", " ")


def _took(found: Job) -> str:
    if not found.started or not found.ended:
        return ""
    began, ended = (datetime.fromisoformat(t) for t in (found.started, found.ended))
    return f"{(ended - began).total_seconds():.1f} s"


ROUTES = (
    PageRoute("/jobs", jobs, JobsParams, "jobs.html.j2"),
    PageRoute("/jobs/{job_id}", job, JobParams, "job.html.j2"),
    Action("/jobs/cancel", cancel, JobParams),
)
