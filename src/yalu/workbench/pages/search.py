"""Search: parties by names in any script, by numbers, ids and words, with why each is a result."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from yalu.screening.hit import Hit
from yalu.workbench import limits
from yalu.workbench.finding.gone import gone
from yalu.workbench.finding.look import Counted, look
from yalu.workbench.finding.question import Question
from yalu.workbench.finding.why import why
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import Badge, Model, row
from yalu.workbench.pages.common import named

SHOWN = 25
MOST_HITS = 100
"""Results of the engine of names, before those of words."""
FACETS = {"kind": "Kind", "list": "Source", "country": "Country", "status": "Status"}
_BADGES: dict[str, Badge] = {"listed": "listed", "delisted": "delisted", "named in a source": "named"}


class Choice(Model):
    """One value of a facet, and the address that puts it on or takes it off."""

    label: str
    count: int
    href: str
    chosen: bool


class Result(Model):
    """One party that was found."""

    party: Cell
    id: str
    badges: tuple[Cell, ...]
    why: tuple[str, ...]


class SearchPage(Page):
    """``q`` is what was asked, ``total`` how many were found; ``chosen`` are the facets that narrow it."""

    q: str
    total: int = 0
    offset: int = 0
    results: tuple[Result, ...] = ()
    facets: dict[str, tuple[Choice, ...]] = {}
    chosen: dict[str, str] = {}
    before: str = ""
    after: str = ""
    tries: tuple[Cell, ...] = ()
    """What to try where nothing was found; addresses with the day in them."""


class SearchParams(Params):
    """Words to find, what narrows the results, and where the page of results begins."""

    q: Annotated[str, Field(max_length=500)] = ""
    kind: Annotated[str, Field(max_length=40)] = ""
    list: Annotated[str, Field(max_length=80)] = ""
    country: Annotated[str, Field(max_length=80)] = ""
    status: Annotated[str, Field(pattern="^(listed|named)?$")] = ""
    offset: Annotated[int, Field(ge=0, le=limits.MAX_OFFSET)] = 0


def search(ask: Ask, params: SearchParams) -> SearchPage:
    """The page."""
    q = params.q.strip()
    if not q:
        return SearchPage(title="Search", q="")
    chosen = {name: value for name in FACETS if (value := getattr(params, name))}
    asked = Question(q=q, offset=params.offset, limit=SHOWN, **chosen)
    hits = _hits(ask, asked)
    found = ask.searching(look, ask.lens, asked, list(hits.values()), gone(ask, q))
    results = tuple(_result(ask, one, q, hits.get(one["id"])) for one in found.results)
    last = params.offset + len(results)
    return SearchPage(
        title=f"Search: {q}",
        q=q,
        total=found.total,
        offset=params.offset,
        results=results,
        facets={name: _choices(ask, name, chosen.get(name, ""), found.facets[name]) for name in FACETS},
        chosen=chosen,
        before=ask.same(offset=str(max(0, params.offset - SHOWN))) if params.offset else "",
        after=ask.same(offset=str(last)) if last < found.total else "",
        tries=() if results else _tries(ask, q, chosen),
        sections=(Section(id="found", title="Parties", table=_table(ask, results)),),
    )


def _hits(ask: Ask, asked: Question) -> dict[str, Hit]:
    """The parties that the engine of names meets, by id."""
    if (query := asked.query) is None:
        return {}
    found = ask.screening(ask.lens.screener.screen, query, limit=MOST_HITS)
    return {hit.id: hit for hit in found}


def _result(ask: Ask, one: dict[str, Any], q: str, hit: Hit | None) -> Result:
    status = str(one["status"])
    lists: dict[str, Cell] = {}
    for listing in one["lists"]:
        authority, delisted = str(listing["authority"]), bool(listing["delisted"])
        if listing["measure"] != "sanction":
            if not delisted:
                word = f"{authority} {listing['measure']}"
                lists.setdefault(word, Cell(text=word, badge="measure"))
        elif not delisted:
            lists[authority] = Cell(text=f"Listed {authority}", badge="listed")
        else:
            lists.setdefault(authority, Cell(text=f"delisted {authority}", badge="delisted"))
    badges = tuple(lists.values()) or (Cell(text=status, badge=_BADGES.get(status, "off")),)
    return Result(
        party=named(one["id"], one["caption"], one["schema"], listed=status == "listed"),
        id=one["id"],
        badges=badges,
        why=tuple(why(ask, one["id"], q, hit)),
    )


def _table(ask: Ask, results: tuple[Result, ...]) -> Table:
    columns = (
        Column(key="party", label="Party", head=True),
        Column(key="lists", label="Status"),
        Column(key="why", label="Why"),
        Column(key="id", label="Id", kind="id"),
    )
    rows = tuple(row(r.party, "; ".join(b.text for b in r.badges), "; ".join(r.why), r.id) for r in results)
    return Table(id="parties", columns=columns, rows=rows, empty=f"Nothing was found on {ask.as_of}.")


def _choices(ask: Ask, name: str, chosen: str, counted: list[Counted]) -> tuple[Choice, ...]:
    found = [
        Choice(
            label=c.label,
            count=c.count,
            chosen=c.value == chosen,
            href=ask.same(**{name: "" if c.value == chosen else c.value, "offset": ""}),
        )
        for c in counted
    ]
    if chosen and not any(c.chosen for c in found):
        off = ask.same(**{name: "", "offset": ""})
        found.insert(0, Choice(label=chosen, count=0, chosen=True, href=off))
    return tuple(found)


def _tries(ask: Ask, q: str, chosen: dict[str, str]) -> tuple[Cell, ...]:
    """Other questions that may find what is meant."""
    found = []
    if chosen:
        cleared = dict.fromkeys((*chosen, "offset"), "")
        found.append(Cell(text="Search without the filters", href=ask.same(**cleared)))
    words = q.split()
    if len(words) > 1:
        longest = max(words, key=len)
        found.append(Cell(text=f"Search for “{longest}” alone", href=ask.link("/search", q=longest)))
    elif q.isascii() and q.isalpha() and len(q) > 3:
        found.append(Cell(text=f"Words that begin with “{q}”", href=ask.link("/search", q=f"{q}*")))
    if ask.as_of != ask.today:
        found.append(Cell(text=f"Search as known today, {ask.today}", href=ask.same(as_of="")))
    if ask.mode.value == "strict":
        found.append(Cell(text="Search what was likely public (mode likely)", href=ask.same(mode="likely")))
    found.append(Cell(text="See which lists are held", href=ask.link("/sources")))
    return tuple(found)


ROUTES = (
    PageRoute(
        "/search",
        search,
        SearchParams,
        "search.html.j2",
        nav="Search",
        order=10,
        key="s",
        styles=("dossier",),
    ),
)
