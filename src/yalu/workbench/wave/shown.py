"""One wave as the page shows it, and two side by side."""

from __future__ import annotations

from yalu.designation.wave.board import Board, Hand
from yalu.model.figures import counted
from yalu.publish.curve_svg import Line, curve_svg
from yalu.workbench.frame.page import Model

FULL = {
    "routes": "joined pairs of a principal and a bank",
    "pairs": "joined pairs of parties",
}


class Measures(Model):
    """What a wave comes to. ``left`` and ``before`` are counts; lower is better for both."""

    pairs: int
    parties: int
    partners: tuple[str, ...]
    routes_before: int
    routes_left: int
    pairs_before: int
    pairs_left: int
    pairs_floor: int
    blocked_along: int
    direct_ties: int
    routes_apart: int


class WaveShown(Model):
    """A wave in words and numbers; ``chosen`` is false where the reader changed it."""

    budget: int
    by: tuple[str, ...]
    chosen: bool
    objective: str
    why: str
    quality: str
    notes: tuple[str, ...]
    measures: Measures


def measures(hand: Hand) -> Measures:
    """The numbers of a choice."""
    along = {(by, one["party"]) for by, said in hand.along.items() for one in said.get("blocked", ())}
    return Measures(
        pairs=len(hand.pairs),
        parties=len(hand.parties),
        partners=tuple(dict.fromkeys(p.authority for p in hand.pairs)),
        routes_before=hand.before.routes,
        routes_left=hand.left.routes,
        pairs_before=hand.before.pairs,
        pairs_left=hand.left.pairs,
        pairs_floor=hand.floor.pairs,
        blocked_along=len(along),
        direct_ties=hand.still["direct_ties"],
        routes_apart=hand.still["disjoint"],
    )


def wave_shown(board: Board, hand: Hand, budget: int) -> WaveShown:
    """The wave of a board, as the reader has it now."""
    chosen = {p.key for p in hand.pairs} == set(board.keys)
    told = board.objective
    notes = list(board.notes) if chosen else []
    for party, authority in hand.lost:
        notes.append(
            f"{party} is no eligible pair with {authority} on this day, and is left out: listed already, or"
            " without verified evidence that meets a ground in force."
        )
    if not chosen:
        quality = "Changed by hand: what it leaves is counted, and whether less could be left is not."
    elif not hand.pairs:
        quality = "Nothing to choose from."
    elif told.proven:
        quality = f"Proven: no wave within the budget is better ({told.method})."
    else:
        quality = f"Best found; not proven optimal ({told.method})."
    return WaveShown(
        budget=budget,
        by=board.ground.authorities,
        chosen=chosen,
        objective=told.name,
        why=told.why,
        quality=quality,
        notes=tuple(notes),
        measures=measures(hand),
    )


def drawing(hand: Hand, other: Hand | None) -> str:
    """The pairs that are left after each party, beside the parties with most ties and the other wave."""
    lines = [Line("this wave", tuple(row["pairs"] for row in hand.curve))]
    if hand.degree is not None:
        lines.append(Line("most ties first", tuple(row["pairs"] for row in hand.degree)))
    if other is not None:
        lines.append(Line("the other wave", tuple(row["pairs"] for row in other.curve)))
    many = counted(len(hand.curve) - 1, "party", "parties")
    title = f"Joined pairs left: {hand.before.pairs:,} before, {hand.left.pairs:,} after {many}"
    return curve_svg(lines, title, "parties struck", "joined pairs left")
