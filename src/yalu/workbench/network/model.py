"""What the island draws, and the clock under the drawing."""

from __future__ import annotations

from calendar import monthrange

from yalu.model.vocabulary import EDGE_KINDS
from yalu.model.words import grade_words
from yalu.network.explore import Line, Node, Picture, Selection
from yalu.network.explore.picture import PAGE
from yalu.workbench.frame import Ask, Page
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import SHAPES, Model, Shape
from yalu.workbench.network.asked import turned


class Spot(Model):
    """A party at its place, with where a click on it may lead."""

    id: str
    name: str
    shape: Shape
    kind: str
    listed: bool
    standing: str
    x: int
    y: int
    more: int
    href: str
    open: str
    all: str
    hide: str


class Proof(Model):
    """A statement of a tie."""

    words: str
    grade: str
    days: str
    unverified: bool
    href: str


class Joined(Model):
    """All ties between two parties. ``label`` is what the drawing writes on the line, if it has room."""

    id: str
    source: str
    target: str
    label: str
    unverified: bool
    ties: tuple[Proof, ...]


class Drawn(Model):
    """The picture for the island; every address has the day of the page."""

    spots: tuple[Spot, ...]
    joins: tuple[Joined, ...]
    undo: str
    said: str


class Clock(Model):
    """The months from ``first`` to ``last``; ``back`` and ``forward`` are addresses, ``""`` at the ends."""

    first: str
    last: str
    month: str
    back: str
    forward: str


class Choice(Model):
    """A value of a filter that the network has."""

    name: str
    value: str
    words: str
    on: bool


class KeptLine(Model):
    """A saved view or a note, as the page shows it."""

    id: str
    kind: str
    about: str
    name: str
    text: str
    address: str
    who: str
    day: str


class NetworkPage(Page):
    """The page with its drawing."""

    graph: Drawn
    clock: Clock
    choices: tuple[Choice, ...]
    kept: tuple[KeptLine, ...]
    about: str
    tab: str


def shape(node: Node) -> Shape:
    """The shape of a party: a bank's where a source calls it so."""
    return "bank" if node.bank else SHAPES.get(node.kind, "group")


def standing(node: Node) -> str:
    """``listed by EU, UN``, or that a source names it."""
    return f"listed by {', '.join(node.lists)}" if node.lists else "named in a source, on no list held"


def drawn(ask: Ask, picture: Picture, chosen: Selection) -> Drawn:
    """The picture with its links."""
    by_ends: dict[tuple[str, str], list[Line]] = {}
    for line in picture.lines:
        a, b = sorted(line.ends)
        by_ends.setdefault((a, b), []).append(line)
    names = {n.id: n.name for n in picture.nodes}
    undo = ask.link(turned(ask, drop=[("hide", ask.query["hide"][-1])])) if ask.query.get("hide") else ""
    return Drawn(
        spots=tuple(_spot(ask, node) for node in picture.nodes),
        joins=tuple(_joined(ask, ends, lines, picture, names) for ends, lines in by_ends.items()),
        undo=undo if chosen.hidden else "",
        said=f"Yalu, network as known on {ask.as_of} ({ask.mode.value}), snapshot {ask.snapshot}",
    )


def _spot(ask: Ask, node: Node) -> Spot:
    return Spot(
        id=node.id,
        name=node.name,
        shape=shape(node),
        kind="Bank" if node.bank else node.kind,
        listed=node.listed,
        standing=standing(node),
        x=node.place[0],
        y=node.place[1],
        more=node.more,
        href=ask.link(addresses.party(node.id)),
        open=ask.link(turned(ask, ("open", node.id))) if node.more else "",
        all=ask.link(turned(ask, ("all", node.id))) if node.more > PAGE else "",
        hide=ask.link(turned(ask, ("hide", node.id))),
    )


def _joined(
    ask: Ask, ends: tuple[str, str], lines: list[Line], picture: Picture, names: dict[str, str]
) -> Joined:
    return Joined(
        id=f"{ends[0]} {ends[1]}",
        source=lines[0].tie.near,
        target=lines[0].tie.far,
        label=picture.labels.get(ends, ""),
        unverified=all(line.tie.unverified for line in lines),
        ties=tuple(
            Proof(
                words=line.tie.text(names),
                grade=grade_words("unverified" if line.tie.unverified else line.tie.statement.grade),
                days=line.tie.since,
                unverified=line.tie.unverified,
                href=ask.link(addresses.evidence(line.tie.statement.id)),
            )
            for line in lines
        ),
    )


def clock(ask: Ask, chosen: Selection) -> Clock:
    """The months of which ties are known, and the same page a month earlier and later."""
    kinds = ", ".join(f"'{k}'" for k in sorted(EDGE_KINDS))
    sql = f"SELECT min(known_hi) FROM statement WHERE prop IN ({kinds}) AND known_hi <> ''"
    first = ask.kept("first tie", lambda: str(ask.evidence.query(sql)[0][0] or ask.today))[:7]
    first = min(first, ask.as_of[:7])
    back, forward = month(ask.as_of, -1), min(month(ask.as_of, 1), ask.today)
    return Clock(
        first=first,
        last=ask.today[:7],
        month=ask.as_of[:7],
        back=_at(ask, back) if back[:7] >= first else "",
        forward=_at(ask, forward) if ask.as_of < ask.today else "",
    )


def _at(ask: Ask, day: str) -> str:
    return ask.same(as_of=day if day != ask.today else "")


def month(day: str, step: int) -> str:
    """The day a month later or earlier; the month's last where it has no such day."""
    year, number = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + step, 12)
    return f"{year:04}-{number + 1:02}-{min(int(day[8:10]), monthrange(year, number + 1)[1]):02}"
