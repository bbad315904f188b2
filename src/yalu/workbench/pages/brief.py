"""Brief: the briefs that were written here, and the form that writes another."""

from __future__ import annotations

from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import row


class BriefParams(Params):
    """Nothing yet: day, mode and snapshot are those of the page."""


def brief(ask: Ask, params: BriefParams) -> Page:
    """The page."""
    found = [j for j in ask.jobs.newest(500) if j.kind == "brief"]
    table = Table(
        id="briefs",
        columns=(
            Column(key="job", label="Brief", head=True),
            Column(key="as_of", label="As of", kind="day"),
            Column(key="mode", label="Mode"),
            Column(key="written", label="Written"),
            Column(key="state", label="State"),
        ),
        rows=tuple(
            row(
                Cell(text=j.id, href=f"/jobs/{j.id}"),
                j.params["as_of"] or j.created[:10],
                j.params["mode"],
                j.ended[:16].replace("T", " "),
                j.state.value,
            )
            for j in found
        ),
        empty="No brief was written here yet.",
        stack=True,
    )
    return Page(
        title="Brief",
        lead="A dated, cited brief: HTML, PDF, JSON, and annexes in CSV.",
        sections=(Section(id="written", title="Written here", table=table),),
    )


def write(request: ActionRequest[BriefParams]) -> Done:
    """Queue the brief of the page's day."""
    ask = request.ask
    params = {"as_of": ask.as_of, "mode": ask.mode.value, "snapshot": ask.snapshot}
    job = ask.jobs.submit("brief", params, who=request.who)
    return Done(f"/jobs/{job.id}")


ROUTES = (
    PageRoute("/brief", brief, BriefParams, "brief.html.j2", nav="Brief", order=70, key="b"),
    Action("/brief/write", write, BriefParams),
)
