"""The lookups and likenesses, compiled. Imported only where many queries are asked."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, NamedTuple

import numba

from yalu.screening import likeness, lookups


class Compiled(NamedTuple):
    """The compiled functions."""

    by_letters: Callable[..., int]
    by_keys: Callable[..., int]
    merge: Callable[..., int]
    rate: Callable[..., None]
    order: Callable[..., int]


def load(*, cached: bool) -> Compiled:
    """Compile, or load what was compiled before."""
    jit: Any = numba.njit(cache=cached, nogil=True)
    words = {"split": jit(likeness.split), "word_likeness": jit(likeness.word_likeness)}
    sums = {name: jit(getattr(lookups, name)) for name in ("sort_rarest", "heaviest", "best")}
    return Compiled(
        jit(_linked(lookups.by_letters, sums)),
        jit(_linked(lookups.by_keys, sums)),
        jit(lookups.merge),
        jit(_linked(likeness.rate, words)),
        jit(likeness.order),
    )


def _linked(plain: Any, compiled: dict[str, Any]) -> FunctionType:
    """A function that calls compiled ones where its text says the plain ones of the same names."""
    linked = FunctionType(plain.__code__, {**plain.__globals__, **compiled})
    linked.__module__, linked.__qualname__ = plain.__module__, plain.__qualname__
    return linked
