"""Gaps: who is listed by others and not by one authority."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from yalu.designation.gaps import Gaps
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import named


class By(StrEnum):
    """The authorities for which grounds are held."""

    US = "US"
    UN = "UN"
    EU = "EU"
    UK = "UK"
    JP = "JP"
    KR = "KR"
    AU = "AU"


class GapsPage(Page):
    """``by`` is whose list lacks the parties."""

    by: By
    authorities: tuple[By, ...] = tuple(By)


class GapsParams(Params):
    """Whose list lacks them, and how many rows are shown."""

    by: By = By.US
    most: Annotated[int, Field(ge=1, le=5000)] = 100


def gaps(ask: Ask, params: GapsParams) -> GapsPage:
    """The page."""
    found = ask.kept(("gaps", params.by), lambda: Gaps(ask.view, ask.plan, params.by.value, []).rows)
    rows = [
        row(
            named(g.ids[0], g.name, g.kind),
            " ".join(g.partners),
            g.verdict.value,
            Cell(text=g.best.provision if g.best else ""),
            " ".join(g.missing),
            "; ".join(g.may_be),
        )
        for g in found[: params.most]
    ]
    table = Table(
        id="gaps",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="listed", label="Listed by"),
            Column(key="verdict", label="Evidence"),
            Column(key="ground", label="Ground"),
            Column(key="missing", label="Missing"),
            Column(key="may_be", label="May be listed as"),
        ),
        rows=tuple(rows),
        empty=f"No party of the regime is known to be listed elsewhere and not by {params.by} on this day.",
    )
    note = f"{len(rows):,} of {len(found):,}"
    title = f"Listed by others, not by {params.by}"
    return GapsPage(
        title=title, by=params.by, sections=(Section(id="all", title="Gaps", note=note, table=table),)
    )


ROUTES = (PageRoute("/gaps", gaps, GapsParams, "gaps.html.j2", nav="Gaps", order=40, key="a"),)
