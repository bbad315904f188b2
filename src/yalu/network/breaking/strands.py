"""Two searches at the same time, each with random numbers of its own; what is compiled runs side by side."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")
STRANDS = 2
"""As many as ordinary machines have cores; no more on larger ones, so that answers do not hang on that."""
WORTH = 1_000
"""Up to so many parties the interpreter, which runs one strand at a time, takes most of the time."""


def strands(parties: int) -> int:
    """How many searches of a network of so many parties run at the same time."""
    return STRANDS if parties > WORTH else 1


def side_by_side(work: Callable[[int], Result], many: int) -> list[Result]:
    """What the work gives for the strands 0, 1 ... in this order."""
    if many == 1:
        return [work(0)]
    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(work, range(many)))
