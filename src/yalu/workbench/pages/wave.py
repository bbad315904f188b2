"""Wave: whom partners would list on one day; the reader adds and takes out, and sees what survives."""

from __future__ import annotations

from typing import Any

import orjson

from yalu.designation.held import held
from yalu.designation.wave.board import Board, Ground, Hand, ground
from yalu.designation.wave.make import LIMITS
from yalu.designation.wave.model import VERSION
from yalu.designation.wave.safety import safety
from yalu.errors import UsageError, YaluError
from yalu.evidence.scope import Scope
from yalu.model.figures import counted
from yalu.network.breaking import compiling
from yalu.network.terminals import lists_of
from yalu.workbench.briefs.behind import behind
from yalu.workbench.frame import Ask, Page, PageRoute, Section, Table
from yalu.workbench.frame.page import Model
from yalu.workbench.pages.common import Cited
from yalu.workbench.wave import tables
from yalu.workbench.wave.shown import WaveShown, drawing, wave_shown
from yalu.workbench.wave.state import By, WaveParams

SECONDS = 6.0
"""For choosing; what is not proven by then is called so. ``yalu wave`` takes more."""
BUDGET = 10
PATIENCE, REFRESH = 2.0, 3
"""Seconds that a page waits for a board that is being laid, and after which it asks again."""


class Links(Model):
    """Addresses that change the state."""

    aside: str = ""
    drop: str = ""
    swap: str = ""
    anew: str = ""


class WavePage(Page):
    """A wave, and the one that it is compared with. ``candidates`` has all that can be added."""

    asked: bool
    budget: int
    making: bool = False
    by: tuple[str, ...]
    choices: tuple[str, ...] = tuple(by.value for by in By)
    q: str = ""
    state: dict[str, tuple[str, ...]] = {}
    wave: WaveShown | None = None
    other: WaveShown | None = None
    svg: str = ""
    candidates: Table | None = None
    shown: int = tables.ADDED
    links: Links = Links()
    given: dict[str, Any] = {}
    limits: str = LIMITS

    def tables(self) -> dict[str, Table]:
        """Those of the sections, and the pairs that can be added."""
        more = {"candidates": self.candidates} if self.candidates else {}
        return super().tables() | more


def wave(ask: Ask, params: WaveParams) -> WavePage:
    """The page; nothing is chosen before a budget is asked for."""
    compare = params.compared()
    if params.budget is None:
        return WavePage(title="Wave", lead=LEAD, asked=False, budget=BUDGET, by=params.acting)
    laid = [_laid(ask, one) for one in (params, compare) if one]
    if not all(laid):
        return WavePage(
            title="Wave",
            lead=LEAD,
            asked=True,
            budget=params.budget,
            by=params.acting,
            making=True,
            refresh=REFRESH,
        )
    board, hand = made(ask, params)
    other = made(ask, compare) if compare else None
    statements = {s.id: s for s in _statements(ask, hand)}
    lists = ask.kept("wave lists", lambda: lists_of(_scope(ask)))
    cited = Cited(ask.view)
    sections = [
        Section(
            id="pairs", title="Whom, by whom", table=tables.chosen(hand, lists, statements, cited, params)
        ),
        Section(id="curve", title="What is left", table=tables.left(hand)),
        Section(
            id="survives",
            title="Who would still join principals to banks",
            note=f"{counted(hand.still['direct_ties'], 'direct tie')} apart",
            table=tables.still(hand),
        ),
        Section(id="blocked", title="Blocked along by ownership", table=tables.along(hand, lists)),
        Section(
            id="care",
            title="To look at before anything is done",
            table=tables.flags(ask.kept(("wave flags", _keys(hand)), lambda: _flags(ask, hand)), lists),
        ),
    ]
    shown = wave_shown(board, hand, params.budget)
    shown_other = None
    if other and compare and compare.budget:
        shown_other = wave_shown(*other, compare.budget)
        sections[1:1] = [
            Section(
                id="both",
                title="Two waves",
                table=tables.compared(shown.measures, shown_other.measures),
            ),
            Section(id="apart-part", title="Where they part", table=tables.apart(hand, other[1], lists)),
        ]
    return WavePage(
        title="Wave",
        lead=_lead(ask, shown),
        asked=True,
        budget=params.budget,
        by=params.acting,
        q=params.q,
        state={"plus": tuple(params.plus), "minus": tuple(params.minus), "other": (params.other,)},
        wave=shown,
        other=shown_other,
        svg=drawing(hand, other[1] if other else None),
        candidates=tables.candidates(board.ground.found.pairs, _keys(hand), lists, params),
        links=_links(params, compare),
        given=_given(ask, board, hand, params.budget),
        sections=tuple(sections),
        sources=cited.lines,
    )


LEAD = (
    "Parties that partners could list on the same day, each on a ground that public, verified evidence meets,"
    " so that least of the network is left. Nobody is listed by this: a wave says where to begin."
)


def made(ask: Ask, params: WaveParams) -> tuple[Board, Hand]:
    """The board of a day and budget, and the choice as the reader has it."""
    board = ask.kept(_name(params), lambda: _lay(ask, params))
    keys = tuple(params.keys(board.keys))
    return board, ask.kept((_name(params), keys), lambda: board.hand(keys))


def _laid(ask: Ask, params: WaveParams) -> bool:
    """Whether the board is ready; where it is not, it is being laid behind the page."""
    found = behind(ask, _name(params), lambda: _lay(ask, params), PATIENCE)
    if isinstance(found, YaluError):
        raise found
    return found is not None


def _lay(ask: Ask, params: WaveParams) -> Board:
    compiling.keep_in(ask.workspace.root / "compiled")
    acting = params.acting
    found: Ground = ask.kept(("wave ground", acting), lambda: ground(_scope(ask), acting))
    return Board(found, params.budget or BUDGET, SECONDS)


def _name(params: WaveParams) -> str:
    return f"wave of {params.budget or BUDGET} by {' '.join(params.acting)}"


def _scope(ask: Ask) -> Scope:
    return ask.kept("wave scope", lambda: Scope(ask.view, ask.plan))


def _keys(hand: Hand) -> tuple[tuple[str, str], ...]:
    return tuple(p.key for p in hand.pairs)


def _statements(ask: Ask, hand: Hand) -> list[Any]:
    ids = sorted({one for pair in hand.pairs for one in pair.statements})
    marks = ", ".join("?" * len(ids))
    return ask.evidence.rows(f"id IN ({marks})", ids) if ids else []


def _flags(ask: Ask, hand: Hand) -> list[dict[str, Any]]:
    return safety(ask.view, held(ask.view), hand.pairs)


def _lead(ask: Ask, shown: WaveShown) -> str:
    m = shown.measures
    if not m.pairs:
        return f"No pair of a party and an authority is in the wave on {ask.as_of}."
    who = f"{counted(m.parties, 'party', 'parties')} and {counted(len(m.partners), 'partner')}"
    left = f"{m.pairs_left:,} of {m.pairs_before:,} joined pairs of parties would be left"
    if m.routes_before:
        left += f", and {m.routes_left:,} of {m.routes_before:,} joined pairs of a principal and a bank"
    return f"{counted(m.pairs, 'pair')} of {who}. By public ties, {left}."


def _links(params: WaveParams, compare: WaveParams | None) -> Links:
    swap = f"/wave?{compare.query(other=params.alone)}" if compare else ""
    edited = params.plus or params.minus
    return Links(
        aside=params.address(other=params.alone),
        drop=params.address(other="") if compare else "",
        swap=swap,
        anew=params.address(plus=[], minus=[]) if edited else "",
    )


def _given(ask: Ask, board: Board, hand: Hand, budget: int) -> dict[str, Any]:
    """The wave as ``yalu wave plan`` reads it."""
    return {
        "version": VERSION,
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
        "budget": budget,
        "authorities": list(board.ground.authorities),
        "pairs": [pair.as_json() for pair in hand.pairs],
    }


def _export(_: Ask, page: WavePage) -> bytes:
    if page.making:
        raise UsageError(
            "The wave is still being chosen.", expected="a wave", do="Ask again in some seconds."
        )
    return orjson.dumps(page.given, option=orjson.OPT_INDENT_2) + b"\n"


ROUTES = (
    PageRoute(
        "/wave",
        wave,
        WaveParams,
        "wave.html.j2",
        nav="Wave",
        order=45,
        key="w",
        styles=("charts", "wave"),
        exports={"-pairs.json": ("application/json", _export)},
    ),
)
