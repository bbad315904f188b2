"""Tracing as plainly as it can be said, for comparison: in FIFO one unit after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

Row = tuple[int, int, int]
"""Payer, payee, minor units."""


def fifo(rows: Sequence[Row], opening: Sequence[int], seeds: set[int]) -> list[int]:
    """Each account is a queue of single units, False for clean and True for tainted."""
    held = [deque([False] * sum_) for sum_ in opening]
    out = []
    for payer, payee, amount in rows:
        if payer in seeds:
            moved = [True] * amount
        else:
            moved = [held[payer].popleft() if held[payer] else False for _ in range(amount)]
        if payee not in seeds:
            held[payee].extend(moved)
        out.append(sum(moved))
    return out


def haircut(rows: Sequence[Row], opening: Sequence[int], seeds: set[int]) -> list[int]:
    """Each payment takes its share of what is tainted, rounded down."""
    balance, tainted = list(opening), [0] * len(opening)
    out = []
    for payer, payee, amount in rows:
        balance[payer] = max(balance[payer], amount)
        part = amount if payer in seeds else amount * tainted[payer] // balance[payer]
        balance[payer] -= amount
        tainted[payer] -= 0 if payer in seeds else part
        balance[payee] += amount
        tainted[payee] += 0 if payee in seeds else part
        out.append(part)
    return out


def lib(rows: Sequence[Row], opening: Sequence[int], seeds: set[int]) -> list[int]:
    """Clean money leaves first."""
    clean, tainted = list(opening), [0] * len(opening)
    out = []
    for payer, payee, amount in rows:
        if payer in seeds:
            part = amount
        else:
            clean[payer] += max(0, amount - clean[payer] - tainted[payer])
            part = amount - min(clean[payer], amount)
            tainted[payer] -= part
            clean[payer] -= amount - part
        if payee not in seeds:
            tainted[payee] += part
            clean[payee] += amount - part
        out.append(part)
    return out


def poison(rows: Sequence[Row], opening: Sequence[int], seeds: set[int]) -> list[int]:
    """All that leaves an account that was touched."""
    touched = set(seeds)
    out = []
    for payer, payee, amount in rows:
        out.append(amount if payer in touched else 0)
        if payer in touched:
            touched.add(payee)
    return out


def fifo_back(rows: Sequence[Row], opening: Sequence[int], target: int) -> list[int]:
    """Of each payment, how many of its units later enter the target: each unit carries where it was."""
    held: list[deque[list[int]]] = [deque([] for _ in range(sum_)) for sum_ in opening]
    out = [0] * len(rows)
    for number, (payer, payee, amount) in enumerate(rows):
        moved = [held[payer].popleft() if held[payer] else [] for _ in range(amount)]
        for unit in moved:
            unit.append(number)
            if payee == target:
                for past in unit:
                    out[past] += 1
                unit.clear()
        held[payee].extend(moved)
    return out
