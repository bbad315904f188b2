"""The queue: pairs that nothing decides, for a person to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from yalu.ledger.judgement import Judgement, Verdict
from yalu.resolve.pair import Edge, Pair
from yalu.resolve.union import Merged

Key = tuple[str, str]


class Doubt(NamedTuple):
    """A pair of the queue: why somebody should look, and what speaks for and against it."""

    a: str
    b: str
    score: float
    why: str
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The pair as JSON shows it."""
        return {
            "version": 1,
            "a": self.a,
            "b": self.b,
            "score": self.score,
            "why": self.why,
            "reasons": list(self.reasons),
        }


def doubts(
    merged: Merged,
    pairs: Iterable[Pair],
    refused: Iterable[Edge],
    judgements: Mapping[Key, Judgement],
    against: Callable[[str, str], str],
) -> list[Doubt]:
    """The queue of a day: strong proof that was refused, judgements of ``unsure``, pairs between the lines.

    Two parties stand in it once, by the pair of their records that speaks most for them. What a fact or a
    judgement decides does not stand in it.
    """
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Doubt] = {}
    decided = {merged_key(merged, *k) for k, j in judgements.items() if j.verdict is Verdict.DIFFERENT}

    def add(doubt: Doubt, *, always: bool = False) -> None:
        key = merged_key(merged, doubt.a, doubt.b)
        if key[0] == key[1] or (key in decided and not always):
            return
        if key not in found or found[key].score < doubt.score:
            found[key] = doubt

    for left in merged.left_out:
        edge = left.edge
        if edge.rule != "score" or not against(edge.a, edge.b):
            what = f"{left.a} and {left.b}: {left.why}"
            said = (edge.text, what) if edge.rule != "score" else (what,)
            add(Doubt(edge.a, edge.b, edge.score, f"not merged, since it would bring together {what}", said))
    for edge in refused:
        add(Doubt(edge.a, edge.b, 0.5, edge.text, (edge.text,)))
    for pair in pairs:
        if against(pair.a, pair.b):
            continue
        why = f"{pair.rival} fits as well" if pair.rival else "the score is between the lines"
        add(Doubt(pair.a, pair.b, pair.score, why, tuple(pair.reasons)))
    for key, judgement in judgements.items():
        if judgement.verdict is Verdict.UNSURE:
            why = f"looked at by {judgement.who}, and not to be told: {judgement.why}"
            add(Doubt(*key, 0.5, why, (why,)), always=True)
    return sorted(found.values(), key=lambda d: (-d.score, d.a, d.b))


def merged_key(merged: Merged, a: str, b: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two parties of a pair, in order."""
    first, second = sorted((merged.party(a), merged.party(b)))
    return first, second
