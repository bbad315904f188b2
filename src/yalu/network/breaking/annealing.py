"""An order of removal made better by exchanging places: sweeps from its end to its beginning.

A sweep keeps the groups of those who are removed later. To try another order of the d parties before
a place, these come back in it, and the joins are undone after: that costs d parties, not the whole network.
"""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.compiling import compiled


@compiled
def _add(
    start: Ints, ends: Ints, parent: Ints, weight: Ints, party: int, largest: int, trail: Ints, depth: int
) -> tuple[int, int]:
    """Bring a party back and note each join in the trail; return the largest group and the trail's length."""
    weight[party] = 1
    parent[party] = party
    mine = party
    for at in range(start[party], start[party + 1]):
        other = ends[at]
        if weight[other] == 0:
            continue
        while parent[other] != other:
            other = parent[other]
        if other == mine:
            continue
        if weight[mine] < weight[other]:
            mine, other = other, mine
        parent[other] = mine
        weight[mine] += weight[other]
        trail[depth] = other
        depth += 1
    return max(largest, weight[mine]), depth


@compiled
def sweep(
    start: Ints,
    ends: Ints,
    order: Ints,  # of all parties; made better in place
    after: Ints,  # n + 1: the largest group after the first i are gone; kept in step
    sums: Ints,  # n + 1: after[1] + ... + after[i]; scratch
    must: int,  # after so many no group may be above the limit
    limit: int,
    closed: bool,  # whether the first ``must`` must stay the same set
    movable: int,  # parties from this place on keep their places
    trials: float,  # how many changes to try at a place, on average
    spread: float,  # the share that falls on the places before 2 x must alike; the rest by the group
    wide: float,  # how often the two places are any two; else near ones are preferred
    heat: float,
    parent: Ints,
    weight: Ints,
    trail: Ints,  # n
    seed: int,
) -> None:
    """One sweep; a worse order is kept with the chance exp(-excess / heat)."""
    np.random.seed(seed)
    n = len(order)
    weight[:] = 0
    sums[0] = 0
    for i in range(1, n + 1):
        sums[i] = sums[i - 1] + after[i]
    total_now = max(sums[n], 1)
    for last in range(n - 1, -1, -1):
        # the parties at last + 1 ... n - 1 are back; try changes whose later place is ``last``
        share = (1.0 - spread) * after[last] * n / total_now
        if last < 2 * must:
            share += spread * n / (2 * must)
        times = min(int(trials * share + np.random.random()), 3 * last)
        if last >= movable or last == 0:
            times = 0
        for _ in range(times):
            if np.random.random() < wide:
                other = np.random.randint(last)
            else:
                other = last - min(int(np.exp(np.random.random() * np.log(last + 1.0))), last)
            if closed and other < must <= last:
                continue
            kind = np.random.randint(3)
            allowed = sums[last] - sums[other] - heat * np.log(1.0 - np.random.random())
            largest = after[last + 1]
            depth = 0
            total = 0
            at = last
            good = True
            while at > other:
                # whom the new order has at this place
                if kind == 0:
                    party = order[other] if at == last else order[at]
                elif kind == 1:  # the earlier one goes to the later place
                    party = order[other] if at == last else order[at + 1]
                else:  # the later one goes to the earlier place
                    party = order[at - 1]
                largest, depth = _add(start, ends, parent, weight, party, largest, trail, depth)
                total += largest
                trail_full = total + largest * (at - other - 1)
                if trail_full > allowed or (at == must and largest > limit):
                    good = False
                    break
                at -= 1
            stop = at if good else at - 1
            # undo: joins in reverse, then those who came back
            while depth > 0:
                depth -= 1
                child = trail[depth]
                parent_of = parent[child]
                weight[parent_of] -= weight[child]
                parent[child] = child
            at = last
            while at > stop:
                if kind == 0:
                    party = order[other] if at == last else order[at]
                elif kind == 1:
                    party = order[other] if at == last else order[at + 1]
                else:
                    party = order[at - 1]
                weight[party] = 0
                at -= 1
            if not good:
                continue
            if kind == 0:
                order[last], order[other] = order[other], order[last]
            elif kind == 1:
                moved = order[other]
                for i in range(other, last):
                    order[i] = order[i + 1]
                order[last] = moved
            else:
                moved = order[last]
                for i in range(last, other, -1):
                    order[i] = order[i - 1]
                order[other] = moved
            # the new curve between the two places
            largest = after[last + 1]
            depth = 0
            for i in range(last, other, -1):
                largest, depth = _add(start, ends, parent, weight, order[i], largest, trail, depth)
                after[i] = largest
            while depth > 0:
                depth -= 1
                child = trail[depth]
                weight[parent[child]] -= weight[child]
                parent[child] = child
            for i in range(last, other, -1):
                weight[order[i]] = 0
            for i in range(other + 1, last + 1):
                sums[i] = sums[i - 1] + after[i]
        largest, depth = _add(start, ends, parent, weight, order[last], after[last + 1], trail, 0)
