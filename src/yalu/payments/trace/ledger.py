"""The movements of one currency as arrays, and each method run over them, forward or back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from yalu.errors import UsageError
from yalu.graph.compiled import Compiler
from yalu.payments.trace import kernels
from yalu.payments.trace.book import LARGEST, Moved

Ints = npt.NDArray[np.int64]
MONEY = {"fifo": kernels.fifo, "haircut": kernels.haircut, "lib": kernels.lowest}


@dataclass(slots=True)
class Arrays:
    """Payments in order of time: ``src``, ``dst`` (int32), ``amt`` (int64); ``opening`` by account."""

    src: npt.NDArray[np.int32]
    dst: npt.NDArray[np.int32]
    amt: Ints
    opening: Ints


def arrays(moved: Sequence[Moved], accounts: int, opening: dict[int, int], currency: str) -> Arrays:
    """The arrays of movements of one currency. Raises UsageError where their sum could leave 64 bits."""
    total = sum(one.minor for one in moved) + sum(opening.values())
    if total >= LARGEST:
        raise UsageError(
            f"The sums in {currency or 'no currency'} come to {total:,} minor units",
            expected=f"less than {LARGEST:,}, so that every share is exact",
            do="Trace a shorter period, or fewer files.",
        )
    begin = np.zeros(accounts, np.int64)
    for account, minor in opening.items():
        begin[account] = minor
    return Arrays(
        np.array([one.payer for one in moved], np.int32),
        np.array([one.payee for one in moved], np.int32),
        np.array([one.minor for one in moved], np.int64),
        begin,
    )


def run(
    given: Arrays, seeds: npt.NDArray[np.uint8], methods: Sequence[str], compiler: Compiler, *, back: bool
) -> tuple[dict[str, Ints], Ints, Ints]:
    """The tainted part of each payment by method, its hop (0: not met), and what was topped up for it."""
    size = len(given.amt)

    def made(kernel: Any) -> Any:
        return compiler(kernel, size)

    with np.errstate(over="ignore"):  # haircut lets products wrap round
        top_up, closing = made(kernels.balances)(given.src, given.dst, given.amt, given.opening)
        src, dst, amt, begin, lack = given.src, given.dst, given.amt, given.opening, top_up
        if back:
            src, dst = np.ascontiguousarray(dst[::-1]), np.ascontiguousarray(src[::-1])
            amt, lack, begin = np.ascontiguousarray(amt[::-1]), np.ascontiguousarray(top_up[::-1]), closing
        hop = made(kernels.poison)(src, dst, seeds)
        found: dict[str, Ints] = {}
        for name in methods:
            if name == "poison":
                found[name] = np.where(hop > 0, amt, 0)
            else:
                found[name] = made(MONEY[name])(src, dst, amt, lack, begin, seeds, back)
    if back:
        found, hop = {name: part[::-1] for name, part in found.items()}, hop[::-1]
    return found, hop, top_up
