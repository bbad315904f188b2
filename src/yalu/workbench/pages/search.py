"""Search: parties by words, numbers and ids."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from yalu.workbench import limits
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row
from yalu.workbench.ftm.schemata import BASE, names_within
from yalu.workbench.pages.common import named
from yalu.workbench.search import Asked, answer

SHOWN = 25


class SearchPage(Page):
    """``q`` is what was asked, ``total`` how many were found."""

    q: str
    total: int


class SearchParams(Params):
    """Words to find, and the page of results."""

    q: Annotated[str, Field(max_length=500)] = ""
    offset: Annotated[int, Field(ge=0, le=limits.MAX_OFFSET)] = 0


def search(ask: Ask, params: SearchParams) -> SearchPage:
    """The page."""
    q = params.q.strip()
    if not q:
        return SearchPage(title="Search", q="", total=0)
    asked = Asked(
        q=q,
        fuzzy=False,
        schemata=names_within(BASE),
        sources=None,
        exclude_schema=[],
        changed_since="",
        filters={},
        together=False,
        sorts=[],
        facets=[],
        limit=SHOWN,
        offset=params.offset,
    )
    found = ask.searching(answer, ask.lens, asked)
    total = found["total"]["value"]
    table = Table(
        id="parties",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="status", label="Status"),
            Column(key="lists", label="Lists"),
            Column(key="id", label="Id", kind="id"),
        ),
        rows=tuple(_row(one) for one in found["results"]),
        empty=f"No party has all of these words on {ask.as_of}. Try fewer words or another script.",
        stack=True,
    )
    return SearchPage(
        title=f"Search: {q}",
        q=q,
        total=total,
        sections=(Section(id="found", title="Parties", note=f"{total:,} found", table=table),),
    )


def _row(one: dict[str, Any]) -> tuple[Cell, ...]:
    status = one["status"]
    badge = {"listed": "listed", "delisted": "delisted", "named in a source": "named"}.get(status, "off")
    lists = sorted({str(x["authority"]) for x in one["lists"] if not x["delisted"]})
    party = named(one["id"], one["caption"], one["schema"], listed=status == "listed")
    return row(party, Cell.model_validate({"text": status, "badge": badge}), " ".join(lists), one["id"])


ROUTES = (PageRoute("/search", search, SearchParams, "search.html.j2", nav="Search", order=10, key="s"),)
