"""What the page of the network is asked: all that a reader chose stands in the address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlencode

from pydantic import Field, create_model

from yalu.evidence import dossier
from yalu.model.vocabulary import EDGE_KINDS, Grade
from yalu.network.explore import Seeing, Selection
from yalu.network.explore.picture import ASK, PAGE
from yalu.workbench.frame import Ask, Notice, Params
from yalu.workbench.frame.ask import DAYS
from yalu.workbench.frame.route import Id, Text

PATH = "/network"
Day = Annotated[str, Field(max_length=10, pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
Ids = Annotated[list[Id], Field(max_length=600)]
SOME = 8
"""Parties that are offered where a name fits several."""


class _Asked(Params):
    """Parties are ids, or names where a reader types them; lists are parameters that may be repeated."""

    party: Text = ""
    to: Text = ""
    show: Ids = []
    open: Ids = []
    all: Ids = []
    sure: Ids = []
    hide: Ids = []
    kind: Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20)] = []
    type: Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20)] = []
    grade: Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20)] = []
    since: Day = ""
    until: Day = ""
    tab: Literal["graph", "list"] = "graph"
    find: Literal["", "meeting", "exposed"] = ""


if TYPE_CHECKING:
    NetworkParams = _Asked
else:
    # the other end of a path is ``from`` in the address, a word that no class can have as a field
    NetworkParams = create_model("NetworkParams", __base__=_Asked, **{"from": (Text, "")})


def turned(ask: Ask, *add: tuple[str, str], drop: Iterable[str | tuple[str, str]] = ()) -> str:
    """This page's address with parameters added, or dropped: all of a name, or one with its value."""
    pairs = [(k, v) for k, vs in ask.query.items() for v in vs if k not in (*DAYS, "table")]
    for one in drop:
        if isinstance(one, str):
            pairs = [p for p in pairs if p[0] != one]
        elif one in pairs:
            del pairs[len(pairs) - 1 - pairs[::-1].index(one)]
    query = urlencode([*pairs, *add])
    return f"{PATH}?{query}" if query else PATH


def chosen(ask: Ask, seeing: Seeing, params: NetworkParams) -> tuple[Selection, list[Notice]]:
    """The selection, and what is to be said of it: names that fit several parties, questions before much."""
    notices: list[Notice] = []
    ends = {
        name: _party(ask, seeing, name, getattr(params, name), notices) for name in ("party", "from", "to")
    }
    if ends["to"] and not ends["from"]:
        ends["from"], ends["to"] = ends["to"], ""
    whole = tuple(
        p for p in dict.fromkeys(map(seeing.head, params.all)) if _sure(ask, seeing, p, params, notices)
    )
    opened = Counter(seeing.head(p) for p in params.open)
    known = {*Grade}
    return Selection(
        party=ends["party"],
        start=ends["from"],
        goal=ends["to"] if ends["to"] != ends["from"] else "",
        wanted=tuple(dict.fromkeys(map(seeing.head, params.show))),
        opened=tuple(opened.items()),
        whole=whole,
        hidden=tuple(dict.fromkeys(map(seeing.head, params.hide))),
        kinds=frozenset(params.kind) & EDGE_KINDS,
        shapes=frozenset(params.type),
        grades=frozenset(g for g in params.grade if g in known),
        since=params.since,
        until=params.until,
    ), notices


def _sure(ask: Ask, seeing: Seeing, party: str, params: NetworkParams, notices: list[Notice]) -> bool:
    """Whether all neighbors of a party may be added; more than ``ASK`` only with a yes."""
    number = len(seeing.near(party))
    if number <= ASK or party in map(seeing.head, params.sure):
        return True
    name = ask.view.name(party)
    notices += [
        Notice(
            text=f"{name} has {number:,} neighbors. A picture of so many is slow to read.",
            kind="stale",
            href=turned(ask, ("sure", party)),
            link=f"Add all {number:,}",
        ),
        Notice(
            text="Or take the most telling first.",
            href=turned(ask, ("open", party), drop=[("all", party)]),
            link=f"Add {PAGE}",
        ),
    ]
    return False


def _party(ask: Ask, seeing: Seeing, name: str, said: str, notices: list[Notice]) -> str:
    """The first id of whom an id or a name means; ``""``, and a notice, where it is not one party."""
    if not said.strip():
        return ""
    head = seeing.head(said.strip())
    if head in seeing.graph.number or head in seeing.kinds:
        return head
    found = dossier.find(ask.view, said)
    heads = list(dict.fromkeys(seeing.head(m.ids[0]) for m in ([m for m in found if m.exact] or found)))
    if len(heads) == 1:
        return heads[0]
    if not heads:
        notices.append(
            Notice(text=f"No party is known as “{said}” on {ask.as_of}.", href="/search", link="Search")
        )
    for one in heads[:SOME]:
        notices.append(
            Notice(
                text=f"“{said}” fits {len(heads)} parties:",
                href=turned(ask, (name, one), drop=[name]),
                link=f"{ask.view.name(one)} ({one})",
            )
        )
    return ""
