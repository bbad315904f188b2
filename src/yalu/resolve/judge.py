"""Answers about any pair of records, those that nobody compared yet included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from yalu.evidence.workspace import Workspace
from yalu.model.clock import Mode
from yalu.resolve import rivals
from yalu.resolve.compare import all_names, compare
from yalu.resolve.decision import Decision, decide
from yalu.resolve.grouping import EVER, Grouped
from yalu.resolve.pair import Pair
from yalu.resolve.rarity import Rarity
from yalu.resolve.record import gather
from yalu.resolve.resolution import Key
from yalu.resolve.union import union
from yalu.screening import store as indexes


def judge(
    workspace: Workspace,
    grouped: Grouped,
    asked: Iterable[Key],
    as_of: str = EVER,
    mode: Mode = Mode.STRICT,
) -> Iterator[Decision]:
    """The decision on each pair asked, in order; an id that is not loaded gives ``unsure``."""
    wanted = list(asked)
    known, held = grouped.resolution.pairs, grouped.resolution.prints
    new = {
        (min(pair), max(pair))
        for pair in wanted
        if pair[0] != pair[1] and pair[0] in held and pair[1] in held
    } - known.keys()
    compared = _compared(workspace, grouped, new) if new else {}
    for a, b in wanted:
        yield decide(grouped, a, b, compared.get((min(a, b), max(a, b))), as_of, mode)


def _compared(workspace: Workspace, grouped: Grouped, new: set[Key]) -> dict[Key, Pair]:
    """Pairs that resolution passed over or forgot, beside all that rival them."""
    resolution = grouped.resolution
    records = gather(indexes.opened(workspace, resolution.snapshot).index)
    rarity = Rarity(records.values())
    found = {
        (a, b): compare(records[a], records[b], all_names(records[a], records[b]), rarity)
        for a, b in sorted(new)
        if a in records and b in records
    }
    strong = union(resolution.edges, {}, lambda a, b: "")
    beside = (replace(pair) for pair in resolution.pairs.values())
    rivals.settle(chain(found.values(), beside), records, lambda one: strong.party(one)[0])
    return found
