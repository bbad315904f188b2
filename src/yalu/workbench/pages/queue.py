"""Queue: pairs of records on which a person must decide, and the run that finds them."""

from __future__ import annotations

from yalu.resolve import Grouped
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Notice,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import named

SHOWN = 200


class QueueParams(Params):
    """Nothing yet."""


def queue(ask: Ask, params: QueueParams) -> Page:
    """The page."""
    grouped = ask.evidence.grouping
    found = (
        ask.kept("queue", lambda: grouped.queue(ask.as_of, ask.mode)) if isinstance(grouped, Grouped) else []
    )
    rows = [
        row(
            named(d.a, ask.view.name(d.a)),
            named(d.b, ask.view.name(d.b)),
            Cell(text=f"{d.score:.3f}"),
            d.why,
            "; ".join(d.reasons[:4]),
        )
        for d in found[:SHOWN]
    ]
    table = Table(
        id="pairs",
        columns=(
            Column(key="a", label="Record", head=True),
            Column(key="b", label="Record"),
            Column(key="score", label="Score", kind="number"),
            Column(key="why", label="Why"),
            Column(key="reasons", label="For and against"),
        ),
        rows=tuple(rows),
        empty="No pair waits on this day.",
        stack=True,
    )
    unresolved = Notice(text="The records of this snapshot are not resolved yet.", kind="stale")
    return Page(
        title="Resolution queue",
        notices=() if grouped else (unresolved,),
        sections=(Section(id="waiting", title="Pairs", note=f"{len(found):,}", table=table),),
    )


def resolve(request: ActionRequest[QueueParams]) -> Done:
    """Queue a run of resolution."""
    job = request.ask.jobs.submit("resolve", {}, who=request.who)
    return Done(f"/jobs/{job.id}")


ROUTES = (
    PageRoute("/queue", queue, QueueParams, "queue.html.j2", nav="Queue", order=55, key="q"),
    Action("/queue/resolve", resolve, QueueParams),
)
