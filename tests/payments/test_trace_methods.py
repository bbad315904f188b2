"""The methods against a slow reference on random small ledgers, and what none of them may break."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import numpy as np
import pytest

from tests.payments import slow_trace
from yalu.graph.compiled import Compiler
from yalu.payments.trace import METHODS, kernels
from yalu.payments.trace.ledger import Arrays, run

Rows = list[slow_trace.Row]
ACCOUNTS = 6


def random_rows(seed: int, *, acyclic: bool = False) -> tuple[Rows, list[int]]:
    """A ledger of up to forty payments, and opening balances of which half are zero."""
    chance = random.Random(seed)
    rows = []
    for _ in range(chance.randrange(1, 40)):
        a, b = chance.sample(range(ACCOUNTS), 2)
        if acyclic:
            a, b = sorted((a, b))
        rows.append((a, b, chance.choice((1, 2, 7, 30, chance.randrange(1, 60)))))
    return rows, [chance.choice((0, chance.randrange(40))) for _ in range(ACCOUNTS)]


def traced(rows: Rows, opening: list[int], seeds: set[int], *, back: bool = False) -> dict[str, list[int]]:
    columns = list(zip(*rows, strict=True))
    given = Arrays(
        np.array(columns[0], np.int32),
        np.array(columns[1], np.int32),
        np.array(columns[2], np.int64),
        np.array(opening, np.int64),
    )
    marked = np.zeros(len(opening), np.uint8)
    marked[list(seeds)] = 1
    found, _, _ = run(given, marked, METHODS, Compiler(), back=back)
    return {name: part.tolist() for name, part in found.items()}


@pytest.mark.parametrize("method", METHODS)
def test_equals_a_slow_reference(method: str) -> None:
    for seed in range(60):
        rows, opening = random_rows(seed)
        seeds = {0} if seed % 2 else {0, 3}
        assert traced(rows, opening, seeds)[method] == getattr(slow_trace, method)(rows, opening, seeds), seed


def test_going_back_finds_the_units_that_arrive() -> None:
    for seed in range(60):
        rows, opening = random_rows(seed)
        assert traced(rows, opening, {5}, back=True)["fifo"] == slow_trace.fifo_back(rows, opening, 5), seed


def test_forward_and_back_agree_on_what_passes_between_two_accounts() -> None:
    for seed in range(60):
        rows, opening = random_rows(seed, acyclic=True)
        forward, back = traced(rows, opening, {0}), traced(rows, opening, {5}, back=True)
        for method, slack in (("fifo", 0), ("haircut", 2 * len(rows))):
            arrived = sum(t for t, row in zip(forward[method], rows, strict=True) if row[1] == 5)
            left = sum(t for t, row in zip(back[method], rows, strict=True) if row[0] == 0)
            assert abs(arrived - left) <= slack, (seed, method)


@pytest.mark.parametrize("back", [False, True])
def test_no_method_passes_on_more_than_it_received(back: bool) -> None:
    for seed in range(60):
        rows, opening = random_rows(seed)
        found = traced(rows, opening, {0}, back=back)
        for method, parts in found.items():
            held: Counter[int] = Counter()
            order = reversed(range(len(rows))) if back else range(len(rows))
            for index in order:
                payer, payee, amount = rows[index]
                giver, taker = (payee, payer) if back else (payer, payee)
                part = parts[index]
                assert 0 <= part <= amount
                assert part <= found["poison"][index]
                if method != "poison" and giver != 0:
                    assert part <= held[giver], (seed, method)
                    held[giver] -= part
                held[taker] += part


def test_lots_of_fifo_add_up_when_all_is_paid_out() -> None:
    rows = [(0, 1, 7), (2, 1, 5), (0, 1, 11), (1, 3, 4), (1, 4, 19)]
    parts = traced(rows, [0] * 5, {0})["fifo"]
    assert parts == [7, 0, 11, 4, 14]
    assert parts[3] + parts[4] == 18


def test_compiled_and_plain_loops_agree_on_sums_that_leave_64_bits_when_multiplied() -> None:
    chance = np.random.default_rng(3)
    n, accounts = 400, 12
    src = chance.integers(0, accounts, n).astype(np.int32)
    dst = ((src + chance.integers(1, accounts, n)) % accounts).astype(np.int32)
    given = Arrays(src, dst, chance.integers(1, 1 << 46, n), chance.integers(0, 1 << 46, accounts))
    seeds = np.zeros(accounts, np.uint8)
    seeds[0] = 1
    exact = slow_trace.haircut(
        list(zip(src.tolist(), dst.tolist(), given.amt.tolist(), strict=True)), given.opening.tolist(), {0}
    )
    plain, _, _ = run(given, seeds, METHODS, Compiler(), back=False)
    assert plain["haircut"].tolist() == exact
    compiled: Any = Compiler(large=0)(kernels.haircut, n)
    top_up, _ = kernels.balances(src, dst, given.amt, given.opening)
    assert compiled(src, dst, given.amt, top_up, given.opening, seeds, False).tolist() == exact
    fifo: Any = Compiler(large=0)(kernels.fifo, n)
    assert np.array_equal(fifo(src, dst, given.amt, top_up, given.opening, seeds, False), plain["fifo"])
