"""The inner loops, on arrays in order of time: plain Python, compiled where the arrays are large.

``src`` and ``dst`` (int32) number accounts, ``amt`` (int64, minor units, above zero) is what moves, ``seeds``
(uint8, one an account) marks where the trace begins. ``top_up`` is the clean money that an account must have
had beside what it is known to have received. All balances stay below 2**56, so that no sum leaves 64 bits.

To trace back, the same loops run over the payments in reverse, with payer and payee exchanged, from the
closing balances: what was topped up going forward is then taken out again, since no payment explains it.
"""

from __future__ import annotations

from typing import Any

import numpy as np


def balances(src: Any, dst: Any, amt: Any, opening: Any) -> tuple[Any, Any]:
    """What each payment lacked in its payer's account (payments), and the closing balances (accounts)."""
    held = opening.copy()
    top_up = np.zeros(len(src), np.int64)
    for i in range(len(src)):
        a, x = src[i], amt[i]
        if held[a] < x:
            top_up[i] = x - held[a]
            held[a] = 0
        else:
            held[a] -= x
        held[dst[i]] += x
    return top_up, held


def poison(src: Any, dst: Any, seeds: Any) -> Any:
    """(payments, int16) The fewest payments, in time order, from the beginning up to this one; 0: not met."""
    away = np.full(len(seeds), 32_000, np.int16)
    for k in range(len(seeds)):
        if seeds[k]:
            away[k] = 0
    out = np.zeros(len(src), np.int16)
    for i in range(len(src)):
        h = away[src[i]]
        if h < 31_999:
            out[i] = h + 1
            away[dst[i]] = min(away[dst[i]], h + 1)
    return out


def haircut(src: Any, dst: Any, amt: Any, top_up: Any, opening: Any, seeds: Any, back: bool) -> Any:
    """(payments) The share of each payment that its payer's whole balance is tainted to, rounded down.

    The product of two sums may leave 64 bits; the quotient is guessed in floating point and then set right by
    its remainder, which wraps round to the true one.
    """
    held = np.zeros((len(opening), 2), np.int64)  # the balance, and of it the tainted part
    held[:, 0] = opening
    out = np.zeros(len(src), np.int64)
    for i in range(len(src)):
        a, b, x = src[i], dst[i], amt[i]
        if not back:
            held[a, 0] += top_up[i]
        t = np.int64(0)
        if seeds[a]:
            t = x
        elif held[a, 1] > 0:
            whole, part = held[a, 0], held[a, 1]
            t = np.int64(float(x) * float(part) / float(whole))
            rest = x * part - t * whole
            while rest < 0:
                t -= 1
                rest += whole
            while rest >= whole:
                t += 1
                rest -= whole
            held[a, 1] -= t
        held[a, 0] -= x
        held[b, 0] += x
        if not seeds[b]:
            held[b, 1] += t
        if back and top_up[i] > 0:
            if held[b, 1] > 0:
                whole, part, x = held[b, 0], held[b, 1], top_up[i]
                d = np.int64(float(x) * float(part) / float(whole))
                rest = x * part - d * whole
                while rest < 0:
                    d -= 1
                    rest += whole
                while rest >= whole:
                    d += 1
                    rest -= whole
                held[b, 1] -= d
            held[b, 0] -= top_up[i]
        out[i] = t
    return out


def lowest(src: Any, dst: Any, amt: Any, top_up: Any, opening: Any, seeds: Any, back: bool) -> Any:
    """(payments) What a payment takes out below the tainted part: the clean money goes first.

    The tainted part of an account is never more than its lowest balance since.
    """
    held = np.zeros((len(opening), 2), np.int64)
    held[:, 0] = opening
    out = np.zeros(len(src), np.int64)
    for i in range(len(src)):
        a, b, x = src[i], dst[i], amt[i]
        if not back:
            held[a, 0] += top_up[i]
        t = np.int64(0)
        held[a, 0] -= x
        if seeds[a]:
            t = x
        elif held[a, 1] > held[a, 0]:
            t = held[a, 1] - held[a, 0]
            held[a, 1] = held[a, 0]
        held[b, 0] += x
        if not seeds[b]:
            held[b, 1] += t
        if back and top_up[i] > 0:
            held[b, 0] -= top_up[i]
            held[b, 1] = min(held[b, 1], held[b, 0])
        out[i] = t
    return out


def fifo(src: Any, dst: Any, amt: Any, top_up: Any, opening: Any, seeds: Any, back: bool) -> Any:
    """(payments) The tainted part where what came in first goes out first, lot by lot, exact.

    A lot is clean (above zero) or tainted (below); neighbors of one kind are one lot. Each account has a
    chain of them, the oldest first, in one pool with a list of free places.
    """
    n = len(opening)
    size = n + 1024
    lots = np.zeros(size, np.int64)
    after = np.full(size, -1, np.int32)
    first = np.full(n, -1, np.int32)
    last = np.full(n, -1, np.int32)
    free, used = -1, 0
    for k in range(n):
        if opening[k] > 0:
            lots[used] = opening[k]
            first[k] = used
            last[k] = used
            used += 1
    out = np.zeros(len(src), np.int64)
    for i in range(len(src)):
        a, b, rest = src[i], dst[i], amt[i]
        skip = top_up[i] if back else np.int64(0)
        from_seed, to_seed = seeds[a], seeds[b]
        t = np.int64(0)
        while rest > 0:
            h = first[a]
            if from_seed:
                q, tainted = rest, True
            elif h < 0:
                q, tainted = rest, False
            else:
                lot = lots[h]
                tainted = lot < 0
                whole = -lot if tainted else lot
                if whole > rest:
                    q = rest
                    lots[h] = lot + q if tainted else lot - q
                else:
                    q = whole
                    first[a] = after[h]
                    if first[a] < 0:
                        last[a] = -1
                    after[h] = free
                    free = h
            rest -= q
            if tainted:
                t += q
            if to_seed:
                continue
            if skip > 0:  # a top-up: what left last of the payment, and so comes first going back
                gone = min(skip, q)
                skip -= gone
                q -= gone
                if q == 0:
                    continue
            signed = -q if tainted else q
            e = last[b]
            if e >= 0 and (lots[e] < 0) == tainted:
                lots[e] += signed
                continue
            if free >= 0:
                k = free
                free = after[k]
            else:
                if used == size:
                    size *= 2
                    more = np.zeros(size, np.int64)
                    more[:used] = lots
                    lots = more
                    chain = np.full(size, -1, np.int32)
                    chain[:used] = after
                    after = chain
                k = used
                used += 1
            lots[k] = signed
            after[k] = -1
            if e < 0:
                first[b] = k
            else:
                after[e] = k
            last[b] = k
        out[i] = t
    return out
