"""Packages: made from a gap as a job, and what came out of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import orjson
from pydantic import Field

from yalu.errors import UsageError
from yalu.jobs import Job
from yalu.jobs.folder import folder_of, result
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
    Table,
)
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.route import Id
from yalu.workbench.pages.gaps import By
from yalu.workbench.pages.jobs import REFRESH, Standing, standing

FORMATS = {"package.pdf": "PDF, to read and print", "package.docx": "Word, to edit", "package.json": "JSON"}
NOTE = "A link in a source is not a finding of wrongdoing. What nobody states stays empty in the entries."


class PackageForm(Params):
    """On whom, for whom."""

    party: Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^-\s]\S*$")]
    authority: By


def make(request: ActionRequest[PackageForm]) -> Done:
    """Queue the making of a package."""
    ask, form = request.ask, request.form
    params = {
        "party": form.party,
        "authority": form.authority.value,
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
    }
    job = ask.jobs.submit("package", params, who=request.who)
    return Done(f"/gaps/package/{job.id}")


class PackageParams(Params):
    """The job that makes it."""

    job_id: Id


class File(Model):
    """One file to save."""

    name: str
    words: str
    entry: bool


class PackagePage(Page):
    """Where the job stands, what the package says in short, and its files."""

    job: Standing
    party: str
    authority: str
    files: tuple[File, ...] = ()
    verdict: str = ""
    ground: str = ""
    missing: tuple[str, ...] = ()
    note: str = NOTE

    def tables(self) -> dict[str, Table]:
        """The files."""
        columns = (Column(key="file", label="File", head=True), Column(key="what", label="What"))
        return {
            "files": Table(id="files", columns=columns, rows=tuple(row(f.name, f.words) for f in self.files))
        }


def package(ask: Ask, params: PackageParams) -> PackagePage:
    """The page of a package. Raises Gone."""
    job = _job(ask, params.job_id)
    party, authority = str(job.params["party"]), str(job.params["authority"])
    name = ask.view.name(party)
    said = _said(ask, job)
    best: Mapping[str, Any] = next(iter(said.get("criteria") or ()), {})
    return PackagePage(
        title=f"Package on {name} for {authority}",
        kicker=(Cell(text="Gaps", href=f"/gaps?authority={authority}"), Cell(text=f"/ {job.id}")),
        lead=f"As known on {job.params.get('as_of') or 'the day it was made'} ({job.params.get('mode')}).",
        job=standing(job),
        party=party,
        authority=authority,
        files=tuple(_files(job.files)),
        verdict=str(best.get("verdict", "")),
        ground=", ".join(str(best[k]) for k in ("instrument", "provision") if best.get(k)),
        missing=tuple(best.get("missing", ())),
        refresh=0 if job.state.final else REFRESH,
    )


def _job(ask: Ask, job_id: str) -> Job:
    try:
        folder_of(ask.workspace, job_id)
        found = ask.jobs.get(job_id)
    except UsageError:
        found = None
    if found is None or found.kind != "package":
        raise Gone(f"There is no package {job_id[:40]}.", "Make one from a gap.")
    return found


def _said(ask: Ask, job: Job) -> Mapping[str, Any]:
    name = next((f for f in job.files if f.endswith("package.json")), "")
    path = result(folder_of(ask.workspace, job.id), name) if name else None
    return orjson.loads(path.read_bytes()) if path else {}


def _files(names: Sequence[str]) -> list[File]:
    found = []
    for name in names:
        short = name.partition("/")[2]
        entry = short.startswith("entries/")
        words = f"Entry: {short.removeprefix('entries/')}" if entry else FORMATS.get(short, short)
        found.append(File(name=name, words=words, entry=entry))
    return sorted(
        found,
        key=lambda f: (
            f.entry,
            list(FORMATS.values()).index(f.words) if not f.entry and f.words in FORMATS.values() else 9,
            f.name,
        ),
    )


ROUTES = (
    PageRoute("/gaps/package/{job_id}", package, PackageParams, "package.html.j2", styles=("gaps",)),
    Action("/gaps/package", make, PackageForm),
)
