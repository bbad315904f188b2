"""A port's expected ships as they were ranked: both scores side by side, the reasons, and the sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import orjson
from pydantic import Field

from yalu.errors import UsageError
from yalu.jobs import Job
from yalu.jobs.folder import folder_of, result
from yalu.jobs.kinds.arrivals import RANKED
from yalu.workbench.frame import Ask, Cell, Column, Gone, Page, PageRoute, Params, Table
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.route import Id
from yalu.workbench.pages.jobs import REFRESH, Standing, standing

ROWS = 25
"""Ships on a page."""
INDEX = f"{RANKED}/index.json"
COLUMNS = {
    "rank": "Rank",
    "name": "Ship",
    "imo": "IMO number",
    "row": "Row",
    "verdict": "Verdict",
    "sanctions_points": "Sanctions points",
    "reasons": "Reasons",
    "safety_profile": "Safety profile",
    "safety_points": "Safety points",
    "safety_inputs_missing": "Safety inputs missing",
    "notes": "Notes",
    "problem": "Problem",
}


class Reason(Model):
    """One reason of the sanctions score."""

    points: int
    text: str
    law: str
    innocent: str


class Expected(Model):
    """One expected ship with both scores; ``href`` is its page, where it has a number to ask for."""

    rank: int
    name: str
    imo: str
    row: str
    verdict: str
    points: int
    reasons: tuple[Reason, ...]
    safety: str
    missing: str
    notes: str
    problem: str
    sheet: str
    href: str


class ArrivalsParams(Params):
    """Which run, which page of it."""

    job_id: Id
    page: Annotated[int, Field(ge=1, le=10**6)] = 1


class ArrivalsPage(Page):
    """A run: where it stands, and the ships of one page of it, ranked."""

    job: Standing
    counts: dict[str, int] = {}
    files: dict[str, str] = {}
    ships: tuple[Expected, ...] = ()
    ranked: Table | None = None
    page: int = 1
    pages: int = 1

    def tables(self) -> dict[str, Table]:
        """All ships of the run, ranked."""
        return {"ranked": self.ranked} if self.ranked else {}


def arrivals(ask: Ask, params: ArrivalsParams) -> ArrivalsPage:
    """The page. Raises Gone."""
    job = _job(ask, params.job_id)
    stands = standing(job)
    day, mode = job.params.get("as_of") or "the day it ran", job.params.get("mode")
    head: dict[str, Any] = {
        "title": f"Arrivals of {job.params.get('file', 'a file')}",
        "kicker": (Cell(text="Ships", href="/fleet"), Cell(text="/"), Cell(text="port", href="/fleet/port")),
        "lead": f"Ranked as known on {day} ({mode}). A reason is a ground to look, no finding of wrongdoing.",
        "job": stands,
    }
    folder = folder_of(ask.workspace, job.id)
    path = result(folder, INDEX) if job.state.final else None
    if path is None:
        return ArrivalsPage(**head, refresh=0 if job.state.final else REFRESH)
    found = orjson.loads(path.read_bytes())["ships"]
    pages = max(1, -(-len(found) // ROWS))
    page = min(params.page, pages)
    shown = found[(page - 1) * ROWS : page * ROWS]
    return ArrivalsPage(
        **head,
        counts={
            "ships": len(found),
            "with reasons": sum(one["verdict"] == "reasons" for one in found),
            "without a reason found": sum(one["verdict"] == "no reason found" for one in found),
            "not read": sum(one["verdict"] == "not read" for one in found),
        },
        files={
            words: f"/jobs/{job.id}/files/{RANKED}/{name}"
            for name, words in (("index.csv", "All ships as CSV"), ("form.csv", "Result form"))
            if result(folder, f"{RANKED}/{name}")
        },
        ships=tuple(_expected(one, path.parent, job.id) for one in shown),
        ranked=_table(found),
        page=page,
        pages=pages,
    )


def _job(ask: Ask, job_id: str) -> Job:
    try:
        folder_of(ask.workspace, job_id)
        found = ask.jobs.get(job_id)
    except UsageError:
        found = None
    if found is None or found.kind != "arrivals":
        raise Gone(f"There is no run {job_id[:40]} of arrivals.", "See the lists of arrivals ranked before.")
    return found


def _expected(one: dict[str, Any], folder: Path, job: str) -> Expected:
    imo = str(one["imo"])
    return Expected(
        rank=one["rank"],
        name=one["name"],
        imo=imo,
        row=str(one["row"]),
        verdict=one["verdict"],
        points=one["sanctions_points"],
        reasons=_reasons(folder, str(one["sheet"])),
        safety=f"{one['safety_profile']}, {one['safety_points']} points",
        missing=str(one["safety_inputs_missing"]),
        notes=str(one["notes"]),
        problem=str(one["problem"]),
        sheet=f"/jobs/{job}/files/{RANKED}/{one['sheet']}" if one["sheet"] else "",
        href=f"/ship/{imo}" if imo else "",
    )


def _reasons(folder: Path, sheet: str) -> tuple[Reason, ...]:
    """The reasons of a ship, which its sheet has in full."""
    if not sheet:
        return ()
    told = orjson.loads((folder / sheet).with_suffix(".json").read_bytes())
    return tuple(
        Reason(
            points=r["points"],
            text=f"{r['title']}: {r['text']}",
            law="; ".join(p["cite"] for p in r["law"]),
            innocent=r["innocent_explanation"],
        )
        for r in told["sanctions"]["reasons"]
    )


def _table(found: list[dict[str, Any]]) -> Table:
    columns = tuple(Column(key=key, label=label, head=key == "name") for key, label in COLUMNS.items())
    return Table(
        id="ranked", columns=columns, rows=tuple(row(*(one[key] for key in COLUMNS)) for one in found)
    )


ROUTES = (
    PageRoute("/fleet/port/{job_id}", arrivals, ArrivalsParams, "fleet_arrivals.html.j2", styles=("sea",)),
)
