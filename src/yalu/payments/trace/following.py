"""A trace: where the money of a party went, or came from, by account, bank and hop, with its messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np

from yalu.errors import UsageError
from yalu.graph.compiled import Compiler
from yalu.payments.money import places
from yalu.payments.trace import ledger
from yalu.payments.trace.book import Account, Bank, Closed, Moved, Noted, plain

METHODS = ("fifo", "haircut", "poison", "lib")
"""First in first out; in proportion; all that was touched; lowest intermediate balance."""
Parts = dict[str, int]
"""Minor units by method."""


@dataclass(slots=True)
class Step:
    """A payment that the money is part of. ``hop`` counts from 1; ``parts`` are minor units by method."""

    moved: Moved
    hop: int
    parts: Parts


@dataclass(slots=True)
class Flow:
    """One currency of a trace. Sums over banks are never added: a payment passes several."""

    currency: str
    total: int
    """Minor units that left the beginning, or going back reached it."""
    topped: int
    """Minor units of clean money that accounts must have had beside what is known, in all payments."""
    topped_payments: int
    steps: list[Step] = field(default_factory=list)
    accounts: dict[int, tuple[int, Parts, Parts]] = field(default_factory=dict)
    """Hop at which it is first met, what reached it, what stayed there (going back: began there)."""
    banks: dict[Bank, tuple[int, set[str], Parts]] = field(default_factory=dict)
    """Payments, roles, and what passed through."""
    hops: dict[int, Parts] = field(default_factory=dict)
    through_us: Parts = field(default_factory=dict)
    """What passed at least one bank of the United States, each payment once."""

    def money(self, minor: int) -> Decimal:
        """Minor units as a sum of this currency."""
        return Decimal(minor).scaleb(-places(self.currency))


@dataclass(slots=True)
class Trace:
    """The answer: the accounts from which it starts, a flow a currency, findings."""

    who: str
    back: bool
    methods: tuple[str, ...]
    seeds: list[int]
    accounts: list[Account]
    flows: list[Flow]
    findings: list[Noted]


def trace(
    read: Closed,
    who: str,
    *,
    back: bool = False,
    methods: Sequence[str] = METHODS,
    opening: Mapping[tuple[int, str], int] | None = None,
    compiler: Compiler | None = None,
) -> Trace:
    """Follow the money of a party (all its accounts) or of one account.

    ``opening`` gives minor units by account and currency; what is not given is taken as zero, and where an
    account falls short clean money is added. Raises UsageError where nobody of this name is met.
    """
    seeds = find(read.accounts, who)
    marked = np.zeros(len(read.accounts), np.uint8)
    marked[seeds] = 1
    flows = []
    by_currency: dict[str, list[Moved]] = {}
    for one in read.moved:
        by_currency.setdefault(one.currency, []).append(one)
    for currency, moved in sorted(by_currency.items()):
        begin = {a: minor for (a, c), minor in (opening or {}).items() if c == currency}
        given = ledger.arrays(moved, len(read.accounts), begin, currency)
        found, hop, top_up = ledger.run(given, marked, methods, compiler or Compiler(), back=back)
        if flow := _flow(currency, moved, found, hop, top_up, marked, back):
            flows.append(flow)
    return Trace(who, back, tuple(methods), seeds, read.accounts, flows, read.findings)


def find(accounts: Sequence[Account], who: str) -> list[int]:
    """The accounts of a number, else of a holder's name. Raises UsageError, with the nearest names."""
    number = "".join(who.split()).upper()
    found = [k for k, a in enumerate(accounts) if number and a.number == number]
    found = found or [k for k, a in enumerate(accounts) if plain(who) and plain(a.name) == plain(who)]
    if found:
        return found
    from rapidfuzz import process

    names = {a.name: plain(a.name) for a in accounts if a.name} | {a.number: a.number for a in accounts}
    near = [name for _, _, name in process.extract(plain(who), names, limit=3, score_cutoff=60)]
    raise UsageError(
        f"No account and no holder {who[:80]!r} is met in these payments",
        expected=f"an account number or a holder's name, of {len(accounts):,} accounts",
        do="Did you mean " + ", ".join(near) + "?" if near else "Check the spelling and the folder.",
    )


def _flow(
    currency: str,
    moved: list[Moved],
    found: dict[str, Any],
    hop: Any,
    top_up: Any,
    marked: Any,
    back: bool,
) -> Flow | None:
    touched = np.flatnonzero(hop > 0)
    if not len(touched):
        return None
    none = dict.fromkeys(found, 0)
    flow = Flow(currency, 0, int(top_up.sum()), int((top_up > 0).sum()), through_us=dict(none))
    for index in touched:
        one, away = moved[index], int(hop[index])
        parts = {name: int(part[index]) for name, part in found.items()}
        giver, taker = (one.payee, one.payer) if back else (one.payer, one.payee)
        if marked[giver]:
            flow.total += one.minor
        if not any(parts.values()):
            continue
        flow.steps.append(Step(one, away, parts))
        _add(flow.hops.setdefault(away, dict(none)), parts)
        first, reached, stayed = flow.accounts.get(taker, (away, dict(none), dict(none)))
        flow.accounts[taker] = (min(first, away), reached, stayed)
        _add(reached, parts)
        _add(stayed, parts)
        if not marked[giver]:
            if giver not in flow.accounts:  # its tainted money came in a payment of nothing but poison
                flow.accounts[giver] = (away - 1, dict(none), dict(none))
            _add(flow.accounts[giver][2], parts, -1)
        _through(flow, one.banks, parts, none)
    return flow


def _through(flow: Flow, banks: Mapping[Bank, str], parts: Parts, none: Parts) -> None:
    for bank, role in banks.items():
        count, roles, passed = flow.banks.get(bank, (0, set(), dict(none)))
        roles.add(role)
        _add(passed, parts)
        flow.banks[bank] = (count + 1, roles, passed)
    if any(bank.country == "US" for bank in banks):
        _add(flow.through_us, parts)


def _add(into: Parts, parts: Mapping[str, int], sign: int = 1) -> None:
    for name, minor in parts.items():
        into[name] += sign * minor


def edges(steps: Iterable[Step], back: bool) -> dict[tuple[int, int, int], Parts]:
    """Steps of one hop between two accounts as one edge: hop, from, to (in the direction of the trace)."""
    found: dict[tuple[int, int, int], Parts] = {}
    for step in steps:
        one = step.moved
        ends = (one.payee, one.payer) if back else (one.payer, one.payee)
        _add(found.setdefault((step.hop, *ends), dict.fromkeys(step.parts, 0)), step.parts)
    return found
