"""Gaps: parties that others list and one authority does not, the ground for each, and what is missing."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from yalu.designation.assessment import Verdict
from yalu.designation.gaps import RANKED_BY, Gap, Gaps
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Table
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.route import Text
from yalu.workbench.pages.common import Cited, named
from yalu.workbench.pages.gap_shown import GapShown, shown

PARTIES = 15
"""Parties on a page."""
COLUMNS = (
    Column(key="party", label="Party", head=True),
    Column(key="id", label="Id", kind="id"),
    Column(key="kind", label="Kind"),
    Column(key="listed", label="Listed by"),
    Column(key="verdict", label="Evidence"),
    Column(key="ground", label="Ground"),
    Column(key="missing", label="Missing"),
    Column(key="may_be", label="May be listed as"),
)


class By(StrEnum):
    """The authorities for which grounds are held."""

    US = "US"
    UN = "UN"
    EU = "EU"
    UK = "UK"
    JP = "JP"
    KR = "KR"
    AU = "AU"


class GapsParams(Params):
    """Whose list lacks them (``by`` is its older name), and which of them are shown."""

    authority: By | None = None
    by: By | None = None
    listed_by: Annotated[str, Field(pattern="^[A-Z]{0,4}$")] = ""
    evidence: Verdict | None = None
    criterion: Annotated[str, Field(max_length=100)] = ""
    kind: Annotated[str, Field(pattern="^[A-Za-z]{0,40}$")] = ""
    party: Text = ""
    q: Text = ""
    page: Annotated[int, Field(ge=1, le=10**6)] = 1


class ListHeld(Model):
    """What a list that was looked at rests on."""

    list: str
    rests_on: str


class Choice(Model):
    """A choice of a filter with how many parties it leaves."""

    value: str
    words: str
    count: int


class GapsPage(Page):
    """The gaps that fit, ``unsure`` those that may be listed already."""

    by: By
    authorities: tuple[By, ...] = tuple(By)
    chosen: dict[str, str]
    choices: dict[str, tuple[Choice, ...]]
    all: int
    fitting: int
    not_joined: int
    lists: tuple[ListHeld, ...]
    ranked_by: tuple[str, ...] = RANKED_BY
    page: int
    pages: int
    gaps: tuple[GapShown, ...]
    unsure: tuple[GapShown, ...]
    table: Table

    def tables(self) -> dict[str, Table]:
        """All gaps that fit, those on other pages too."""
        return {"gaps": self.table}


def ranked(ask: Ask, by: By) -> list[Gap]:
    """Every gap of an authority, those first that are best worth a look."""
    return ask.kept(("gaps", by), lambda: _made(ask, by).rows)


def _made(ask: Ask, by: By) -> Gaps:
    return ask.kept(("gaps of", by), lambda: Gaps(ask.view, ask.plan, by.value, []))


def gaps(ask: Ask, params: GapsParams) -> GapsPage:
    """The page."""
    by = params.authority or params.by or By.US
    made = _made(ask, by)
    rows = ranked(ask, by)
    fitting = [gap for gap in rows if _fits(gap, params)]
    pages = max(1, -(-len(fitting) // PARTIES))
    page = min(params.page, pages)
    cited = Cited(ask.view)
    here = [shown(gap, cited) for gap in fitting[(page - 1) * PARTIES : page * PARTIES]]
    return GapsPage(
        title=f"Listed by others, not by {by}",
        lead=f"Each party with the criterion of {by} that the public evidence meets best. A verdict says how"
        " far the evidence goes; it is no finding about a party, and no advice.",
        by=by,
        chosen={
            "listed_by": params.listed_by,
            "evidence": params.evidence or "",
            "criterion": params.criterion,
            "kind": params.kind,
        },
        choices=_choices(rows),
        all=len(rows),
        fitting=len(fitting),
        not_joined=ask.kept(("gaps not joined", by), made.not_joined),
        lists=tuple(ListHeld(list=one["list"], rests_on=one["rests_on"]) for one in made.lists),
        page=page,
        pages=pages,
        gaps=tuple(g for g in here if not g.may_be),
        unsure=tuple(g for g in here if g.may_be),
        table=_table(fitting, by),
        sources=cited.lines,
    )


def _fits(gap: Gap, params: GapsParams) -> bool:
    words = params.q.casefold().split()
    return (
        (not params.listed_by or params.listed_by in gap.partners)
        and (params.evidence is None or gap.verdict is params.evidence)
        and (not params.criterion or (gap.best is not None and gap.best.criterion == params.criterion))
        and (not params.kind or gap.kind == params.kind)
        and (not params.party or params.party in gap.ids)
        and all(word in f"{gap.name} {' '.join(gap.ids)}".casefold() for word in words)
    )


def _choices(rows: list[Gap]) -> dict[str, tuple[Choice, ...]]:
    where = {g.best.criterion: f"{g.best.instrument}, {g.best.provision}" for g in rows if g.best}
    found: dict[str, Counter[str]] = {
        "listed_by": Counter(a for g in rows for a in g.partners),
        "evidence": Counter(g.verdict.value for g in rows),
        "criterion": Counter(g.best.criterion for g in rows if g.best),
        "kind": Counter(g.kind for g in rows),
    }
    return {
        name: tuple(Choice(value=v, words=where.get(v, v), count=n) for v, n in counts.most_common())
        for name, counts in found.items()
    }


def _table(rows: list[Gap], by: By) -> Table:
    said: list[tuple[Any, ...]] = [
        (
            named(g.ids[0], g.name, g.kind),
            g.ids[0],
            g.kind,
            " ".join(g.partners),
            g.verdict.value,
            Cell(text=f"{g.best.instrument}, {g.best.provision}" if g.best else ""),
            " ".join(g.missing),
            "; ".join(g.may_be),
        )
        for g in rows
    ]
    empty = f"No party of the regime is known to be listed elsewhere and not by {by} on this day."
    return Table(id="gaps", columns=COLUMNS, rows=tuple(row(*one) for one in said), empty=empty)


ROUTES = (
    PageRoute("/gaps", gaps, GapsParams, "gaps.html.j2", nav="Gaps", order=40, key="a", styles=("gaps",)),
)
