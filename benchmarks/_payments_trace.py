"""Seeded movements for tracing, as arrays: few accounts do most of the paying, sums are log-normal."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from yalu.graph.compiled import Compiler
from yalu.payments.trace import kernels

ACCOUNTS_PER_PAYMENT = 0.1
SEEDS = 100


def movements(count: int) -> dict[str, Any]:
    """``count`` movements in order of time between a tenth as many accounts, and a hundred beginnings."""
    chance = np.random.default_rng(11)
    accounts = int(count * ACCOUNTS_PER_PAYMENT)
    src = (accounts * chance.random(count) ** 2.2).astype(np.int32)
    payee = (accounts * chance.random(count) ** 2.2).astype(np.int32)
    dst = chance.permutation(accounts).astype(np.int32)[payee]
    same = src == dst
    dst[same] = (dst[same] + 1) % accounts
    amt = np.maximum(1, np.exp(chance.normal(7, 1.6, count)) * 100).astype(np.int64)
    seeds = np.zeros(accounts, np.uint8)
    seeds[chance.choice(accounts, SEEDS, replace=False)] = 1
    return {"src": src, "dst": dst, "amt": amt, "seeds": seeds, "opening": np.zeros(accounts, np.int64)}


def tracing(count: int) -> dict[str, Any]:
    """CPU seconds of each method over ``count`` movements, forward; compiled before the clock starts."""
    given, warm = movements(count), movements(2_000)
    lack, _ = kernels.balances(*(warm[name] for name in ("src", "dst", "amt", "opening")))
    warm["lack"] = lack
    found: dict[str, Any] = {"measure": "traced", "payments": count, "cpu_seconds": {}, "touched": {}}
    for name in ("balances", "poison", "haircut", "lowest", "fifo"):
        kernel = Compiler()(getattr(kernels, name))
        _once(name, kernel, warm)
        began = time.process_time()
        part = _once(name, kernel, given)
        found["cpu_seconds"][name] = round(time.process_time() - began, 3)
        if name == "balances":
            given["lack"] = part
            continue
        whole = int(given["amt"][part > 0].sum() if name == "poison" else part.sum())
        found["touched"][name] = {"payments": int((part > 0).sum()), "minor_units": whole}
    return found


def _once(name: str, kernel: Any, given: dict[str, Any]) -> Any:
    src, dst, amt, seeds, opening = (given[key] for key in ("src", "dst", "amt", "seeds", "opening"))
    if name == "balances":
        return kernel(src, dst, amt, opening)[0]
    if name == "poison":
        return kernel(src, dst, seeds)
    return kernel(src, dst, amt, given["lack"], opening, seeds, False)
