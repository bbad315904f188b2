"""Answers about any pair of records, those that nobody compared yet included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from yalu.evidence.workspace import Workspace
from yalu.model.clock import Mode
from yalu.resolve import rivals
from yalu.resolve.compare import all_names, compare
from yalu.resolve.decision import Decision, decide
from yalu.resolve.grouping import EVER, Grouped
from yalu.resolve.ids import Ids
from yalu.resolve.pair import Pair
from yalu.resolve.rarity import Rarity
from yalu.resolve.record import gather
from yalu.resolve.resolution import Key
from yalu.resolve.union import union
from yalu.screening import store as indexes


def judge(
    workspace: Workspace,
    grouped: Grouped,
    asked: Sequence[Key],
    as_of: str = EVER,
    mode: Mode = Mode.STRICT,
) -> Iterator[Decision]:
    """The decision on each pair asked, in order, under the ids as they were written.

    An id that is not loaded gives ``unsure``; other letters, or a ship's number, are read as the record's id.
    """
    ids = reader(workspace, grouped)
    wanted = [(ids.read(a), ids.read(b)) for a, b in asked]
    known, held = grouped.resolution.pairs, grouped.resolution.prints
    new = {
        (min(a, b), max(a, b)) for (a, _), (b, _) in wanted if a != b and a in held and b in held
    } - known.keys()
    compared = _compared(workspace, grouped, new) if new else {}
    for written, ((a, how), (b, why)) in zip(asked, wanted, strict=True):
        said = decide(grouped, a, b, compared.get((min(a, b), max(a, b))), as_of, mode)
        told = tuple(dict.fromkeys(text for text in (how, why) if text))
        reasons = told if a not in held or b not in held else (*told, *said.reasons)
        yield replace(said, a=written[0], b=written[1], reasons=reasons)


def reader(workspace: Workspace, grouped: Grouped) -> Ids:
    """Reads ids as they are written for a snapshot."""
    return Ids(grouped, lambda: gather(indexes.opened(workspace, grouped.resolution.snapshot).index))


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
