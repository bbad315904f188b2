"""Sources: what is held of each, how old it is, what is wrong with it; and the run that fetches."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from yalu.errors import UsageError
from yalu.evidence import status
from yalu.evidence.registered import describe
from yalu.evidence.status import State
from yalu.jobs.folder import plain_name
from yalu.jobs.kinds.sync import Source as SourceId
from yalu.sources.registry import without_source
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Gone,
    Notice,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import Badge, row
from yalu.workbench.frame.route import Id

SIGNS: dict[str, tuple[Badge, str]] = {
    "current": ("off", "in use"),
    "stale": ("unverified", "stale"),
    "missing": ("unknown", "not loaded"),
    "refused": ("unverified", "last run refused"),
}
MOST_PROBLEMS = 200
MOST_BYTES = 128 * 2**20
"""Of a copy that is sent."""


class SourcesParams(Params):
    """Nothing."""


class SourceParams(Params):
    """The id of one source."""

    source_id: Id


class SyncForm(Params):
    """Which sources to fetch; none is all that are offered as a file."""

    sources: Annotated[list[SourceId], Field(max_length=50)] = []


class CopyForm(Params):
    """Whose copy was sent, and the day on which it was the list; the file itself comes as ``copy``."""

    source: SourceId
    dated: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


def source_states(ask: Ask) -> list[State]:
    """The state of every source on the day of the page, in its snapshot."""
    try:
        tried = ask.workspace.log.stat().st_size
    except FileNotFoundError:
        tried = 0

    def compute() -> list[State]:
        return status.states(ask.workspace, date.fromisoformat(ask.as_of), ask.evidence.snapshot)

    return ask.kept(("sources", tried), compute)


def sources(ask: Ask, params: SourcesParams) -> Page:
    """The page of all sources."""
    found = source_states(ask)
    table = Table(
        id="sources",
        columns=(
            Column(key="source", label="Source", head=True),
            Column(key="authority", label="Authority"),
            Column(key="state", label="State"),
            Column(key="newest", label="Newest copy", kind="day"),
            Column(key="age", label="Age in days", kind="number"),
            Column(key="copies", label="Copies", kind="number"),
            Column(key="records", label="Records", kind="number"),
            Column(key="problems", label="Problems", kind="number"),
            Column(key="quarantine", label="Quarantine", kind="number"),
            Column(key="run", label="Last run"),
        ),
        rows=tuple(_row(s) for s in found),
        stack=True,
    )
    missing = tuple(Cell(text=f"{authority}: {note}.") for authority, note in without_source().items())
    held = sum(bool(s.copies) for s in found)
    return Page(
        title="Sources",
        lead="Every list that Yalu reads, what is held of it, and what is wrong with it.",
        notices=_notices(found),
        sections=(
            Section(id="held", title="Held", note=f"{held} of {len(found)}", table=table),
            *((Section(id="without", title="Authorities without a list", text=missing),) if missing else ()),
        ),
    )


def _notices(found: list[State]) -> tuple[Notice, ...]:
    refused = [
        Notice(text=f"{s.source.id}: {(s.last_run or {}).get('message', '')}"[:500], kind="error")
        for s in found
        if s.state == "refused"
    ]
    stale = [s for s in found if s.state == "stale"]
    if stale:
        names = ", ".join(f"{s.source.id} ({s.age_days} days)" for s in stale)
        refused.append(
            Notice(text=f"Older than their contracts allow: {names}. Every answer says so.", kind="stale")
        )
    return tuple(refused)


def _row(s: State) -> tuple[Cell, ...]:
    badge, words = SIGNS[s.state]
    run = s.last_run or {}
    newest = s.copies[-1]["date"] if s.copies else ""
    return row(
        Cell(text=s.source.title, href=f"/sources/{s.source.id}", note=s.source.id),
        s.source.authority,
        Cell(text=words, badge=badge),
        newest,
        s.age_days,
        len(s.copies),
        s.records if s.copies else None,
        len(s.problems),
        len(s.quarantined),
        f"{str(run.get('at', ''))[:10]} {run.get('outcome', '')}".strip(),
    )


class SourcePage(Page):
    """One source; ``can_sync`` says whether its publisher offers a file to fetch."""

    source_id: str
    can_sync: bool


def source(ask: Ask, params: SourceParams) -> SourcePage:
    """The page of one source. Raises Gone."""
    found = next((s for s in source_states(ask) if s.source.id == params.source_id), None)
    if found is None:
        raise Gone(f"There is no source {params.source_id[:60]}.", "See all sources.")
    one = found.source
    copies = Table(
        id="copies",
        columns=(
            Column(key="date", label="Day", kind="day"),
            Column(key="records", label="Records", kind="number"),
            Column(key="parts", label="Parts"),
        ),
        rows=tuple(row(c["date"], c["records"], ", ".join(c["parts"])) for c in found.copies),
        empty="No copy is held on this day.",
    )
    columns = (
        Column(key="copy", label="Copy", kind="day"),
        Column(key="code", label="Code"),
        Column(key="where", label="Where"),
        Column(key="what", label="What"),
    )
    problems = Table(
        id="problems",
        columns=columns,
        rows=tuple(row(p["copy"], p["code"], p["where"], p["what"]) for p in found.problems[:MOST_PROBLEMS]),
        empty="No problem was found in the copies held.",
        stack=True,
    )
    held = Table(
        id="quarantine",
        columns=columns,
        rows=tuple(row(q["copy"], q["id"], q["where"], q["why"]) for q in found.quarantined[:MOST_PROBLEMS]),
        empty="No row is in quarantine.",
        stack=True,
    )
    return SourcePage(
        title=one.title,
        kicker=(Cell(text="Sources", href="/sources"), Cell(text=f"/ {one.id}")),
        lead=f"{one.publisher}. {describe(one)}. Licence: {one.licence}.",
        source_id=one.id,
        can_sync=not one.packaged,
        notices=_notices([found]),
        sections=(
            Section(id="copies-part", title="Copies", note=f"{len(found.copies)}", table=copies),
            Section(id="problems-part", title="Problems", note=f"{len(found.problems):,}", table=problems),
            Section(id="quarantine-part", title="Quarantine", note=f"{len(found.quarantined):,}", table=held),
        ),
    )


def sync(request: ActionRequest[SyncForm]) -> Done:
    """Queue a run that fetches; addresses are those of the sources' own descriptions and no others."""
    job = request.ask.jobs.submit("sync", {"sources": request.form.sources}, who=request.who)
    return Done(f"/jobs/{job.id}")


def take(request: ActionRequest[CopyForm]) -> Done:
    """Queue a run that reads a copy that was sent. Raises UsageError."""
    form, upload = request.form, request.files.get("copy")
    if upload is None or not upload.content:
        raise UsageError(
            "No file was sent.", expected="one file of the list, named as its publisher names it"
        )
    if form.dated > request.ask.today:
        raise UsageError(f"{form.dated} has not come.", expected="the day of the copy")
    name = plain_name(upload.name, form.source)
    params = {"sources": [form.source], "file": name, "dated": form.dated}
    job = request.ask.jobs.submit("sync", params, who=request.who, files={name: upload.content})
    return Done(f"/jobs/{job.id}")


ROUTES = (
    PageRoute("/sources", sources, SourcesParams, "sources.html.j2", nav="Sources", order=80, key="o"),
    PageRoute("/sources/{source_id}", source, SourceParams, "source.html.j2"),
    Action("/sources/sync", sync, SyncForm),
    Action("/sources/copy", take, CopyForm, max_body=MOST_BYTES, files=("copy",)),
)
