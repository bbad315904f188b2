"""Changes: what became known of the lists between two days."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.evidence.changes.find import Changes, find
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import Badge, row
from yalu.workbench.pages.common import named

SIGNS: dict[str, Badge] = {"added": "listed", "relisted": "listed", "delisted": "delisted", "amended": "off"}
MOST = 500


class ChangesParams(Params):
    """Changes after ``since`` and by the as-of day; of the regime alone unless ``all`` is asked."""

    since: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    all: bool = False
    most: Annotated[int, Field(ge=1, le=5000)] = MOST


def changes(ask: Ask, params: ChangesParams) -> Page:
    """The page."""
    since = params.since or f"{int(ask.as_of[:4]) - 1}{ask.as_of[4:8]}01"
    plan = None if params.all else ask.plan

    def compute() -> Changes:
        return find(ask.workspace, ask.evidence, since, ask.as_of, plan=plan)

    found = ask.kept(("changes", since, params.all), compute)
    newest = list(reversed(found.changes))
    rows = [
        row(
            c.when(),
            c.authority,
            Cell(text=c.what.value, badge=SIGNS.get(c.what.value, "off")),
            named(c.party, c.name, c.kind, listed=c.what.value != "delisted"),
            "; ".join(f.text() for f in c.fields)[:300],
        )
        for c in newest[: params.most]
    ]
    table = Table(
        id="changes",
        columns=(
            Column(key="when", label="Day", kind="day"),
            Column(key="list", label="List"),
            Column(key="what", label="What"),
            Column(key="party", label="Party"),
            Column(key="fields", label="Fields"),
        ),
        rows=tuple(rows),
        empty=f"No change is known after {since} and by {ask.as_of}. Ask an earlier day or load copies.",
        stack=True,
    )
    note = f"after {since}, {len(found.changes):,} in all"
    return Page(
        title="Changes of the lists",
        kicker=(Cell(text="Home", href="/"), Cell(text="/ Changes")),
        sections=(Section(id="found", title="Changes", note=note, table=table),),
    )


ROUTES = (PageRoute("/changes", changes, ChangesParams, "changes.html.j2"),)
