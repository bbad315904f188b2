"""Screening: one name, number or ship against the lists; a file of customers is sent from here."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field

from yalu.errors import UsageError
from yalu.screening import Query
from yalu.screening.config import config
from yalu.screening.identifiers import KINDS
from yalu.workbench.frame import Ask, Cell, Column, Notice, Page, PageRoute, Params, Table
from yalu.workbench.frame.page import row
from yalu.workbench.frame.route import Text
from yalu.workbench.pages import screening_hits as hits
from yalu.workbench.pages.screening_hits import Asked

SCHEMAS = ("Person", "Company", "Organization", "Vessel", "Airplane", "LegalEntity")
RUNS = 10


class ScreeningPage(Page):
    """The query as the form has it, and the customer with the hits."""

    q: str
    kind: str = ""
    birth: str = ""
    country: str = ""
    id: str = ""
    line: float = 0.0
    asked: tuple[Asked, ...] = ()
    schemas: tuple[str, ...] = SCHEMAS
    numbers: tuple[str, ...] = tuple(KINDS)
    runs: Table

    def tables(self) -> dict[str, Table]:
        """The hits, then the files screened before."""
        return ({"hits": hits.table(self.asked)} if self.asked else {}) | {"files": self.runs}


class ScreeningParams(Params):
    """All that ``yalu screen`` takes of one party; several values stand apart by commas."""

    q: Annotated[str, Field(max_length=400)] = ""
    kind: Annotated[str, Field(max_length=40)] = ""
    birth: Text = ""
    country: Text = ""
    id: Text = ""
    most: Annotated[int, Field(ge=1, le=100)] = 20


def screening(ask: Ask, params: ScreeningParams) -> ScreeningPage:
    """The page. Raises UsageError for a date, a kind of number or a schema that is none."""
    query = _query(params)
    fields: dict[str, Any] = {
        "q": params.q.strip(),
        "kind": params.kind,
        "birth": params.birth,
        "country": params.country,
        "id": params.id,
        "line": config().alert_line.value,
        "runs": _runs(ask),
    }
    if query.empty:
        return ScreeningPage(title="Screening", notices=_lists_held(ask), **fields)
    found = ask.screening(ask.lens.screener.screen, query, limit=params.most)
    line = {"row": 0, "query": query.as_dict(), "hits": [hit.as_dict() for hit in found]}
    problems = tuple(Notice(text=said, kind="stale") for said in query.problems)
    label = "; ".join(query.names) or params.id
    return ScreeningPage(
        title=f"Screening: {label}",
        kicker=(Cell(text="Screening", href="/screening"),),
        notices=(*_lists_held(ask), *problems),
        asked=hits.asked(ask, [line]),
        **fields,
    )


def _query(params: ScreeningParams) -> Query:
    pairs = []
    for text in _several(params.id):
        kind, colon, value = text.partition(":")
        if not colon or not value.strip():
            raise UsageError(f"{text[:60]!r} is no number with its kind.", expected="such as imo:8898831")
        pairs.append((kind.strip(), value))
    return Query(
        names=[one for one in params.q.split(";") if one.strip()],
        schema=params.kind,
        birth_dates=_several(params.birth),
        countries=_several(params.country),
        identifiers=pairs,
    )


def _several(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"[,;\n]", text) if one.strip()]


def _lists_held(ask: Ask) -> tuple[Notice, ...]:
    if ask.lens.screener.lists:
        return ()
    said = "No list is loaded: only the casebook, which is no list of any state, is screened."
    return (Notice(text=said, kind="stale", href="/sources", link="Load lists"),)


def _runs(ask: Ask) -> Table:
    found = [job for job in ask.jobs.newest() if job.kind == "screen-file"][:RUNS]
    rows = tuple(
        row(
            Cell(text=str(job.params.get("file", "")), href=f"/screening/file/{job.id}"),
            job.state.value,
            job.created[:16].replace("T", " "),
            job.who,
        )
        for job in found
    )
    columns = (
        Column(key="file", label="File", head=True),
        Column(key="state", label="State"),
        Column(key="queued", label="Sent", kind="day"),
        Column(key="who", label="By"),
    )
    return Table(id="files", columns=columns, rows=rows, empty="No file was screened here yet.", stack=True)


ROUTES = (
    PageRoute(
        "/screening",
        screening,
        ScreeningParams,
        "screening.html.j2",
        nav="Screening",
        order=50,
        key="x",
        scripts=("judge",),
        styles=("judge",),
    ),
)
