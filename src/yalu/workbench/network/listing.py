"""The picture as tables: the same parties and ties, with the same ways on."""

from __future__ import annotations

from yalu.model.vocabulary import EDGE_KINDS, Grade
from yalu.model.words import grade_words
from yalu.network.explore import Line, Node, Picture, Seeing, Selection
from yalu.network.explore.picture import PAGE
from yalu.network.explore.seeing import words
from yalu.workbench.frame import Ask, Cell, Column, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.network.asked import turned
from yalu.workbench.network.model import Choice, shape, standing
from yalu.workbench.pages.common import Cited

PARTIES = (
    Column(key="party", label="Party", head=True),
    Column(key="kind", label="Kind"),
    Column(key="standing", label="Standing"),
    Column(key="neighbors", label="Neighbors", kind="number"),
    Column(key="more", label="Not shown"),
    Column(key="all", label="All of them"),
    Column(key="hide", label="Hide"),
    Column(key="id", label="Id", kind="id"),
)
TIES = (
    Column(key="from", label="From", head=True),
    Column(key="role", label="Tie"),
    Column(key="to", label="To"),
    Column(key="type", label="Kind"),
    Column(key="held", label="Held"),
    Column(key="known", label="Public by", kind="day"),
    Column(key="grade", label="Grade"),
    Column(key="source", label="Source"),
)
NONE = "No party fits. Clear the filters, ask a later day, or begin with a party by its name."


def sections(
    ask: Ask, seeing: Seeing, picture: Picture, chosen: Selection, cited: Cited
) -> tuple[Section, ...]:
    """Parties, ties, and what is hidden."""
    nodes = {n.id: n for n in picture.nodes}
    parties = Table(
        id="parties",
        columns=PARTIES,
        rows=tuple(_party(ask, n) for n in picture.nodes),
        empty=NONE,
        stack=True,
    )
    ties = Table(
        id="ties",
        columns=TIES,
        rows=tuple(_tie(line, nodes, cited) for line in picture.lines),
        empty="No tie between these parties was known on this day.",
        stack=True,
    )
    left = f"{len(picture.lines):,}" + (
        f", {picture.left:,} more left out by filters" if picture.left else ""
    )
    found = [
        Section(id="list", title="Parties", note=f"{len(picture.nodes):,}", table=parties),
        Section(id="ties-part", title="Ties", note=left, table=ties),
    ]
    if chosen.hidden:
        found.append(_hidden(ask, seeing, chosen))
    return tuple(found)


def _party(ask: Ask, node: Node) -> tuple[Cell, ...]:
    name = Cell(text=node.name, href=addresses.party(node.id), shape=shape(node), listed=node.listed)
    some = min(PAGE, node.more)
    more = Cell(text=f"add {some} of {node.more:,}", href=turned(ask, ("open", node.id))) if node.more else ""
    whole = (
        Cell(text=f"add all {node.more:,}", href=turned(ask, ("all", node.id))) if node.more > PAGE else ""
    )
    return row(
        name,
        "Bank" if node.bank else node.kind,
        Cell(text=standing(node), badge="listed" if node.listed else "named"),
        node.neighbors,
        more,
        whole,
        Cell(text="hide", href=turned(ask, ("hide", node.id))),
        node.id,
    )


def _tie(line: Line, nodes: dict[str, Node], cited: Cited) -> tuple[Cell, ...]:
    tie, s = line.tie, line.tie.statement
    ends = [
        Cell(text=n.name, href=addresses.party(n.id), shape=shape(n), listed=n.listed)
        for n in (nodes[tie.near], nodes[tie.far])
    ]
    grade = (
        Cell(text=grade_words(Grade.UNVERIFIED), badge="unverified")
        if tie.unverified
        else grade_words(s.grade)
    )
    source = Cell(text="evidence", href=addresses.evidence(s.id), cites=cited.of(s))
    return row(ends[0], tie.role, ends[1], line.kind, tie.since, s.known_hi, grade, source)


def _hidden(ask: Ask, seeing: Seeing, chosen: Selection) -> Section:
    columns = (Column(key="party", label="Party", head=True), Column(key="back", label="Show"))
    rows = tuple(
        row(ask.view.name(p), Cell(text="show again", href=turned(ask, drop=[("hide", p)])))
        for p in chosen.hidden
    )
    table = Table(id="hidden", columns=columns, rows=rows, sortable=False)
    return Section(id="hidden-part", title="Hidden", note=f"{len(rows):,}; z undoes the last", table=table)


def choices(seeing: Seeing, chosen: Selection) -> tuple[Choice, ...]:
    """The filters: kinds of party, kinds of tie, grades of evidence."""
    types = ("Person", "Company", "Bank", "Organization", "PublicBody", "LegalEntity", "Vessel")
    return (
        *(Choice(name="type", value=t, words=words(t), on=t in chosen.shapes) for t in types),
        *(Choice(name="kind", value=k, words=words(k), on=k in chosen.kinds) for k in sorted(EDGE_KINDS)),
        *(Choice(name="grade", value=g.value, words=grade_words(g), on=g in chosen.grades) for g in Grade),
    )
