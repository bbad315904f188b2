"""One run of payments: its job, its results, and where its messages lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yalu.errors import UsageError
from yalu.jobs import Job
from yalu.jobs.folder import folder_of, result
from yalu.jobs.kinds.screen_payments import KIND, source
from yalu.workbench.frame import Ask, Gone
from yalu.workbench.payment_runs.lines import RESULTS, Lines, lines


@dataclass(frozen=True)
class Run:
    """A run. ``known`` is the day by which its messages were screened."""

    job: Job
    folder: Path

    @property
    def name(self) -> str:
        """What was screened."""
        return str(self.job.params.get("file") or self.job.params.get("held") or "payments")

    @property
    def known(self) -> str:
        """The day by which everything in it was known."""
        return str(self.job.params.get("as_of") or self.job.created[:10])

    @property
    def results(self) -> Lines | None:
        """Its lines, where it is done."""
        path = result(self.folder, RESULTS) if self.job.state.final else None
        return lines(path) if path else None

    def source(self) -> Path:
        """Where its messages lie. Raises UsageError where they are gone."""
        return source(self.folder, str(self.job.params.get("file", "")), str(self.job.params.get("held", "")))

    def shown(self, file: str) -> str:
        """A file's name without where the server keeps it."""
        return file.removeprefix(f"{self.folder / 'in'}/").removeprefix(f"{self.folder.parent.parent}/")


def run_of(ask: Ask, job_id: str) -> Run:
    """The run of a job's id. Raises Gone."""
    try:
        folder = folder_of(ask.workspace, job_id)
        job = ask.jobs.get(job_id)
    except UsageError:
        job = None
    if job is None or job.kind != KIND.name:
        raise Gone(f"There is no run of payments {job_id[:40]}.", "See the runs before, at Payments.")
    return Run(job, folder)


def seen(ask: Ask, job_id: str) -> tuple[Run, Lines]:
    """A run that is done and may be seen on the day asked. Raises Gone."""
    run = run_of(ask, job_id)
    if ask.as_of < run.known:
        raise Gone(
            f"This run says what was known on {run.known}, and you ask for {ask.as_of}.",
            f"Show {run.known} or a later day, or screen the messages again as known on {ask.as_of}.",
        )
    found = run.results
    if found is None:
        raise Gone("This run has no results.", f"See how it stands: /payments/runs/{run.job.id}.")
    return run, found
