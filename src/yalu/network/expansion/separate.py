"""What one party holds together: the groups into which its neighbors fall when it is left out.

One walk over the network answers it for every party (Hopcroft and Tarjan's low points, 1973): a child of the
walk from which no tie leads above its parent is in a group of its own when that parent is gone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from yalu.graph.graph import Undirected


class Separate:
    """The walk over a network; made once, in time in proportion to the ties."""

    def __init__(self, net: Undirected) -> None:
        self._net = net
        n = len(net.ids)
        self._found = [-1] * n
        self._last = [-1] * n
        self._own: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.group = [-1] * n
        """(n) Which group of tied parties each is in, by the number of one of it."""
        low = [0] * n
        clock = 0
        for root in range(n):
            if self._found[root] >= 0:
                continue
            above, at = {root: -1}, {root: 0}
            self._found[root] = low[root] = clock
            self.group[root] = root
            clock += 1
            stack = [root]
            while stack:
                node = stack[-1]
                beside = net.neighbors(node)
                if at[node] < len(beside):
                    other = int(beside[at[node]])
                    at[node] += 1
                    if self._found[other] < 0:
                        self._found[other] = low[other] = clock
                        self.group[other] = root
                        clock += 1
                        above[other], at[other] = node, 0
                        stack.append(other)
                    elif other != above[node]:
                        low[node] = min(low[node], self._found[other])
                    continue
                stack.pop()
                self._last[node] = clock - 1
                up = above[node]
                if up >= 0:
                    low[up] = min(low[up], low[node])
                    if low[node] >= self._found[up]:
                        self._own[up].append((self._found[node], self._last[node]))

    def without(self, node: int) -> list[list[int]]:
        """The neighbors of a party, in the groups that have no tie to each other but through it."""
        own = sorted(self._own[node])
        begins = [first for first, _ in own]
        groups: dict[int, list[int]] = defaultdict(list)
        for other in self._net.neighbors(node):
            found = self._found[other]
            place = bisect_right(begins, found) - 1
            # Outside its child's own part of the walk, a neighbor keeps a way around the party.
            apart = place >= 0 and found <= own[place][1]
            groups[place if apart else -1].append(int(other))
        return list(groups.values())
