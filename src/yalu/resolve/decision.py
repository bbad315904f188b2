"""What was decided about one pair: same, different or unsure, with the reasons and the way between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yalu.model.clock import Mode
from yalu.resolve.config import config
from yalu.resolve.grouping import EVER, Grouped, known_by
from yalu.resolve.pair import Edge, Pair
from yalu.resolve.union import Merged
from yalu.screening import clock


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer for a pair; ``path`` are the edges that lead from one to the other, for ``same`` alone."""

    a: str
    b: str
    score: float | None
    decision: str
    reasons: tuple[str, ...]
    path: tuple[Edge, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The decision as JSON shows it."""
        return {
            "version": 1,
            "a": self.a,
            "b": self.b,
            "score": self.score,
            "decision": self.decision,
            "reasons": list(self.reasons),
        }


def decide(
    grouped: Grouped, a: str, b: str, compared: Pair | None, as_of: str = EVER, mode: Mode = Mode.STRICT
) -> Decision:
    """What stands between two records. ``compared`` is the pair of the two, where they could be compared."""
    missing = [one for one in dict.fromkeys((a, b)) if one not in grouped.resolution.prints]
    key = (a, b) if a < b else (b, a)
    merged = grouped.merged(as_of, mode)
    pair = grouped.resolution.pairs.get(key) or compared
    score = None if pair is None else pair.score
    if missing:
        why = tuple(f"no record {one} is loaded" for one in missing)
        return Decision(a, b, None, "unsure", why)
    if a == b:
        return Decision(a, b, 1.0, "same", ("both are one id",))
    path = tuple(_path(merged, a, b))
    said = [*_judged(grouped, key), *_proof(grouped, key, as_of, mode)]
    facts = pair.reasons if pair else []
    if path:
        way = [] if len(path) == 1 else [f"by way of {edge.a} = {edge.b}: {edge.text}" for edge in path]
        strongest = max(1.0 if e.rule != "score" else e.score for e in path)
        return Decision(a, b, max(score or 0, strongest), "same", _once([*said, *way, *facts]), path)
    against = grouped.judgements.get(key)
    conflict = grouped.conflict(a, b)
    left = [
        f"not merged, since {x.a} and {x.b} would come together: {x.why}"
        for x in merged.left_out
        if {*merged.party(x.edge.a), *merged.party(x.edge.b)} >= {a, b}
    ]
    rival = [f"{pair.rival} fits as well"] if pair and pair.rival else []
    reasons = _once([*said, *([conflict] if conflict else []), *left, *rival, *facts])
    if against is not None:
        verdict = str(against.verdict)
        return Decision(a, b, score, verdict, reasons)
    if left or _queued(grouped, a, b, as_of, mode):
        unsure = not conflict
        return Decision(a, b, score, "unsure" if unsure else "different", reasons)
    low = score is None or score < config().queue_line.value
    if conflict or low:
        return Decision(a, b, score, "different", reasons or ("nothing speaks for it",))
    return Decision(a, b, score, "unsure", reasons)


def _queued(grouped: Grouped, a: str, b: str, as_of: str, mode: Mode) -> bool:
    """Whether the parties of the two stand in the queue."""
    merged = grouped.merged(as_of, mode)
    ours, theirs = set(merged.party(a)), set(merged.party(b))
    return any(
        (d.a in ours and d.b in theirs) or (d.b in ours and d.a in theirs) for d in grouped.queue(as_of, mode)
    )


def _judged(grouped: Grouped, key: tuple[str, str]) -> list[str]:
    found = grouped.judgements.get(key)
    return [f"judged {found.verdict} by {found.who}: {found.why} ({found.id})"] if found else []


def _proof(grouped: Grouped, key: tuple[str, str], as_of: str, mode: Mode) -> list[str]:
    """What sources and numbers say of the pair itself, taken or refused, as known on the day."""
    day = clock.number(as_of)
    return [
        edge.text
        for edge in grouped.resolution.of(key[0])
        if {edge.a, edge.b} == set(key) and known_by(edge.since, day, mode)
    ]


def _path(merged: Merged, start: str, goal: str) -> list[Edge]:
    """The fewest edges from one record to the other; of two as short, the stronger first."""
    if goal not in merged.party(start):
        return []
    inside = set(merged.party(start))
    links: dict[str, list[Edge]] = {one: [] for one in inside}
    for edge in sorted((e for e in merged.taken if e.a in inside), key=lambda e: e.order):
        links[edge.a].append(edge)
        links[edge.b].append(edge)
    came: dict[str, Edge | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in came:
        here = waiting.popleft()
        for edge in links[here]:
            there = edge.b if edge.a == here else edge.a
            if there not in came:
                came[there] = edge
                waiting.append(there)
    found: list[Edge] = []
    at = goal
    while (step := came.get(at)) is not None:
        found.append(step)
        at = step.a if step.b == at else step.b
    return found[::-1]


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
