"""What public code does instead: shares are multiplied along paths, and 50% of the product is asked for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from yalu.ownership.holdings import Holdings
from yalu.ownership.shares import FULL

CASES = [
    ("X-A 50, A-B 50", "X", "A B"),
    ("X-A 50, X-B 50, A-C 25, B-C 25", "X", "A B C"),
    ("X-A 50, X-B 10, A-B 40", "X", "A B"),
    ("X-A 50, X-B 25, A-C 25, B-C 25", "X", "A"),
    ("X-A 25, X-B 25, A-C 50, B-C 50", "X", ""),
    ("X-A 25, Y-A 25, A-B 50", "X Y", "A B"),
    ("X-A 30, B-A 30, A-B 60", "X", ""),
    ("X-A 50, B-A 30, A-B 60", "X", "A B"),
]
"""Holdings, the listed, and who is blocked; the first three follow the examples of OFAC's FAQ 401."""

Pairs = dict[tuple[str, str], float]


def pairs(line: str) -> Pairs:
    """The holdings of a line, as parts of one."""
    found: Pairs = {}
    for one in line.split(", "):
        ends, share = one.split(" ")
        owner, owned = ends.split("-")
        found[owner, owned] = int(share) / 100
    return found


def product(held: Pairs, listed: set[str]) -> set[str]:
    """Who is owned to 50% by the sum of products over paths that meet no party twice."""
    owned = {b for _, b in held}

    def reach(party: str, seen: frozenset[str]) -> float:
        into = [(a, share) for (a, b), share in held.items() if b == party and a not in seen]
        return sum(share * (1.0 if a in listed else reach(a, seen | {a})) for a, share in into)

    return {p for p in owned - listed if reach(p, frozenset({p})) >= 0.5 - 1e-12}


def product_at_scale(holdings: Holdings, listed: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """The same on a large register: the products over all walks, summed until nothing changes."""
    n = holdings.n
    held = sparse.coo_matrix((holdings.low / FULL, (holdings.owned, holdings.owner)), shape=(n, n))
    into = held.tocsr()
    start = np.zeros(n, bool)
    start[listed] = True
    found = np.zeros(n)
    for _ in range(500):
        again = into @ np.where(start, 1.0, found)
        settled = np.abs(again - found).max() < 1e-9
        found = again
        if settled:
            break
    return (found >= 0.5) & ~start
