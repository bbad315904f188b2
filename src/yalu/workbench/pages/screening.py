"""Screening: one name against the lists."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.screening import Query
from yalu.screening.hit import Hit
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import named


class ScreeningPage(Page):
    """``q`` is the name that was screened."""

    q: str


class ScreeningParams(Params):
    """The name."""

    q: Annotated[str, Field(max_length=400)] = ""


def screening(ask: Ask, params: ScreeningParams) -> ScreeningPage:
    """The page."""
    q = params.q.strip()
    if not q:
        return ScreeningPage(title="Screening", q="")
    hits = ask.screening(ask.lens.screener.screen, Query(names=[q]), limit=20)
    table = Table(
        id="hits",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="score", label="Score", kind="number"),
            Column(key="alert", label="Alert"),
            Column(key="status", label="Status"),
            Column(key="why", label="Why"),
        ),
        rows=tuple(_row(hit) for hit in hits),
        empty=f"No hit on {ask.as_of}. That is no proof that nobody is meant.",
        stack=True,
    )
    sections = (Section(id="found", title="Hits", note=f"{len(hits)}", table=table),)
    return ScreeningPage(title=f"Screening: {q}", q=q, sections=sections)


def _row(hit: Hit) -> tuple[Cell, ...]:
    return row(
        named(hit.id, hit.name, hit.kind, listed=hit.listed),
        Cell(text=f"{hit.score:.3f}"),
        "alert" if hit.alert else "",
        hit.status,
        "; ".join(hit.reasons),
    )


ROUTES = (
    PageRoute(
        "/screening", screening, ScreeningParams, "screening.html.j2", nav="Screening", order=50, key="x"
    ),
)
