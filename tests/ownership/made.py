"""Holdings written in a line, and the rules read naively, to compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

import numpy as np

from yalu.ownership.holdings import NO_CONTROL, Holdings
from yalu.ownership.merge import Rows, merged
from yalu.ownership.rules import rule
from yalu.ownership.shares import FULL, percent
from yalu.ownership.verdict import Court, Says

Edge = tuple[str, str, int, int]
"""Owner, owned, and the ends of the share in units."""


def edges(text: str) -> list[Edge]:
    """``X-A 50, A-B 25..50`` as edges."""
    found = []
    for one in filter(None, text.split(", ")):
        pair, share = one.split(" ")
        owner, owned = pair.split("-")
        low, _, high = share.partition("..")
        found.append((owner, owned, percent(low), percent(high or low)))
    return found


def holdings(
    rows: Iterable[Edge], control: dict[str, int] | None = None, joint: dict[str, int] | None = None
) -> Holdings:
    """The holdings of some edges; control and joint arrangements by pair: ``{"X-A": 2}``."""
    rows = list(rows)
    pairs = [f"{a}-{b}" for a, b, _, _ in rows]
    ids = sorted({p for a, b, _, _ in rows for p in (a, b)})
    return merged(
        ids,
        Rows(
            owner=np.array([ids.index(r[0]) for r in rows], np.int32),
            owned=np.array([ids.index(r[1]) for r in rows], np.int32),
            low=np.array([r[2] for r in rows], np.int64),
            high=np.array([r[3] for r in rows], np.int64),
            control=np.array([(control or {}).get(p, NO_CONTROL) for p in pairs], np.uint8),
            joint=np.array([(joint or {}).get(p, -1) for p in pairs], np.int32),
        ),
    )


def court(made: Holdings | str, by: str, on: str, listed: str) -> Court:
    """A court on holdings, or on a line of them; each letter of ``listed`` is a party."""
    return Court(holdings(edges(made)) if isinstance(made, str) else made, rule(by), on, set(listed))


def blocked(made: Holdings | str, by: str, on: str, listed: str) -> str:
    """The blocked as one word."""
    return "".join(court(made, by, on, listed).parties(Says.BLOCKED))


Enough = Callable[[str, set[str]], bool]


def fixed_point(rows: list[Edge], start: Iterable[str], enough: Enough) -> set[str]:
    """The least set with the start that holds every party of which it holds enough."""
    held, parties = set(start), {p for row in rows for p in row[:2]}
    while anew := {p for p in parties - held if enough(p, held)}:
        held |= anew
    return held


def at_least(rows: list[Edge], needed: int, *, high: bool) -> Enough:
    """Whether a set holds enough of a party, by the lower ends of shares or by the upper ones.

    The upper ends leave room for what others hold at least.
    """

    def enough(party: str, held: set[str]) -> bool:
        within = [r for r in rows if r[1] == party and r[0] in held]
        if not high:
            return sum(r[2] for r in within) >= needed
        others = sum(r[2] for r in rows if r[1] == party and r[0] not in held)
        return min(sum(r[3] for r in within), FULL - others) >= needed

    return enough


def naive(rows: list[Edge], by: str, on: str, listed: Iterable[str], *, high: bool) -> set[str]:
    """Who is blocked by a rule, the listed left out, computed without arrays."""
    period = rule(by).on(on)
    test = at_least(rows, period.needed, high=high)
    starts = [[one] for one in listed] if period.counted == "one_owner" else [list(listed)]
    return set(chain.from_iterable(fixed_point(rows, start, test) for start in starts)) - set(listed)
