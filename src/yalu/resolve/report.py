"""What a resolution came to on a day, as figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

from yalu.ledger.store import Ledger
from yalu.model.clock import Mode
from yalu.resolve.grouping import EVER, Grouped
from yalu.resolve.pair import RULES, Edge
from yalu.resolve.union import Merged


def report(grouped: Grouped, ledger: Ledger, as_of: str = EVER, mode: Mode = Mode.STRICT) -> dict[str, Any]:
    """Records, parties, what merged them, what waits, what was left out and why."""
    merged = grouped.merged(as_of, mode)
    groups = grouped.groups(as_of, mode)
    records = len(grouped.resolution.prints)
    held = grouped.resolution.prints.keys()
    surplus = sum(len([i for i in ids if i in held]) - 1 for ids in groups if any(i in held for i in ids))
    by = Counter(edge.rule for edge in _needed(merged))
    head = ledger.head()
    return {
        "version": 1,
        "snapshot": grouped.resolution.snapshot,
        "ledger": {"seq": head.seq if head else 0, "head": head.hash if head else ""},
        "as_of": as_of,
        "mode": str(mode),
        "records": records,
        "parties": records - surplus,
        "merged_parties": len(groups),
        "merged_by": {rule: by[rule] for rule in RULES if by[rule]},
        "queued": len(grouped.queue(as_of, mode)),
        "refused": len(grouped.resolution.refused),
        "left_out": [
            {"a": x.edge.a, "b": x.edge.b, "rule": x.edge.rule, "score": x.edge.score}
            | {"why": f"{x.a} and {x.b}: {x.why}"}
            for x in merged.left_out
        ],
        "contradictions": [str(c) for c in ledger.conflicts()],
        "run": asdict(grouped.resolution.counts),
    }


def _needed(merged: Merged) -> list[Edge]:
    """The edges that brought two parties together; the others only confirm it."""
    root: dict[str, str] = {}

    def find(one: str) -> str:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    found = []
    for edge in merged.taken:
        a, b = find(edge.a), find(edge.b)
        if a != b:
            root[b] = a
            found.append(edge)
    return found
