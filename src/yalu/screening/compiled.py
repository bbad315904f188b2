"""The sums over inverted lists, compiled. Imported only where many queries are asked."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, NamedTuple

import numba

from yalu.screening import likeness


def _best(
    start: Any,
    lists: Any,
    features: Any,
    weights: Any,
    norms: Any,
    shown: Any,
    floor: float,
    sums: Any,
    touched: Any,
    names: Any,
    scores: Any,
) -> int:
    """Fill ``names`` and ``scores``, best first; return how many. ``sums`` is zero before and after."""
    many = 0
    for i in range(len(features)):
        weight = weights[i]
        for at in range(start[features[i]], start[features[i] + 1]):
            name = lists[at]
            if sums[name] == 0.0:
                touched[many] = name
                many += 1
            sums[name] += weight
    found = 0
    most = len(names)
    for i in range(many):
        name = touched[i]
        score = sums[name] / norms[name]
        sums[name] = 0.0
        if score < floor or not shown[name]:
            continue
        if found == most and (
            score < scores[most - 1] or (score == scores[most - 1] and name > names[most - 1])
        ):
            continue
        place = found if found < most else most - 1
        while place > 0 and (
            scores[place - 1] < score or (scores[place - 1] == score and names[place - 1] > name)
        ):
            if place < most:
                scores[place] = scores[place - 1]
                names[place] = names[place - 1]
            place -= 1
        scores[place] = score
        names[place] = name
        if found < most:
            found += 1
    return found


class Compiled(NamedTuple):
    """The compiled functions."""

    best: Callable[..., int]
    rate: Callable[..., None]


def load(*, cached: bool) -> Compiled:
    """Compile, or load what was compiled before."""
    jit: Any = numba.njit(cache=cached, nogil=True)
    split, alike = jit(likeness.split), jit(likeness.word_likeness)
    plain = likeness.rate
    linked = FunctionType(plain.__code__, {**plain.__globals__, "split": split, "word_likeness": alike})
    linked.__module__, linked.__qualname__ = plain.__module__, plain.__qualname__
    return Compiled(jit(_best), jit(linked))
