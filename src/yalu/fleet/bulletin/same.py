"""Which hull of one state is which of another: by valid IMO number, else by an id that both have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from yalu.fleet.bulletin.state import HullState

Pairs = list[tuple[HullState, list[HullState]]]


def matched(old: Sequence[HullState], new: Sequence[HullState]) -> tuple[Pairs, list[HullState]]:
    """Each new hull with the old ones that it was, and the old hulls that are no more.

    Two hulls with different valid numbers are never one, whatever ids they share. Several old hulls may turn
    out to be one. An old hull whose records were parted goes on in each part that nothing else explains.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    ids: dict[str, list[int]] = defaultdict(list)
    for place, hull in enumerate(old):
        if hull.number:
            numbers[hull.number].append(place)
        for one in hull.ids:
            ids[one].append(place)
    pairs: Pairs = []
    used: set[int] = set()
    for hull in new:
        places = list(numbers.get(hull.number, ())) if hull.number else []
        for one in hull.ids:
            places += [p for p in ids.get(one, ()) if not (hull.number and old[p].number)]
        found = list(dict.fromkeys(places))
        used.update(found)
        pairs.append((hull, [old[p] for p in found]))
    return pairs, [hull for place, hull in enumerate(old) if place not in used]
