"""How alike the words of two names are, letter by letter: rough, and cheap once compiled.

Plain loops over bytes, so that the same code runs as it stands and compiled.
"""

from __future__ import annotations

from typing import Any

MOST_WORDS = 16
LONGEST_WORD = 24
LONGEST_NAME = 120
MATRIX = LONGEST_NAME + 2
"""Three rows of this many cells are the scratch room of a comparison."""
WHOLE_BELOW = 0.9
"""Below this likeness by words the whole names are compared, for words joined or parted by mistake."""
LEAST = 0.7
"""Words less alike than this do not meet; one error is forgiven from three letters on."""


def split(letters: Any, start: int, end: int, words: Any) -> int:
    """Fill ``words`` with the start and end of each word between two places; return how many there are."""
    count = 0
    at = start
    while at < end and count < MOST_WORDS:
        stop = at
        while stop < end and letters[stop] != 32:
            stop += 1
        words[count, 0] = at
        words[count, 1] = min(stop, at + LONGEST_WORD)
        count += 1
        at = stop + 1
    return count


def word_likeness(a: Any, a0: int, a1: int, b: Any, b0: int, b1: int, room: Any) -> float:
    """1 less the share of letters changed, left out, added or turned; 0 where that is too much.

    Only cells that so many changes can reach are filled: those beside the diagonal.
    """
    n, m = a1 - a0, b1 - b0
    longest = max(n, m)
    most = int(longest * (1.0 - LEAST))
    if most == 0 and longest >= 3:
        most = 1
    if abs(n - m) > most:
        return 0.0
    far = most + 1
    for j in range(min(m, far) + 1):
        room[1, j] = j
    for i in range(1, n + 1):
        now, last, older = (i + 1) % 3, i % 3, (i + 2) % 3
        low, high = max(1, i - most), min(m, i + most)
        best = room[now, low - 1] = i if low == 1 else far
        for j in range(low, high + 1):
            same = a[a0 + i - 1] == b[b0 + j - 1]
            cost = min(room[last, j] + 1, room[now, j - 1] + 1, room[last, j - 1] + (0 if same else 1))
            if i > 1 and j > 1 and a[a0 + i - 1] == b[b0 + j - 2] and a[a0 + i - 2] == b[b0 + j - 1]:
                cost = min(cost, room[older, j - 2] + 1)
            room[now, j] = cost
            best = min(best, cost)
        if high < m:
            room[now, high + 1] = far
        if best > most:
            return 0.0
    changed = room[(n + 1) % 3, m]
    return 1.0 - changed / longest if changed <= most else 0.0


def rate(
    asked: Any, letters: Any, starts: Any, names: Any, rated: Any, room: Any, ours: Any, theirs: Any, met: Any
) -> None:
    """Fill ``rated`` with the likeness of the name asked to each of ``names``: 0 to 1.25.

    The share of both names' words that meet, and a quarter of the share of the name that is met more; a short
    word counts for less. ``met`` is room for the best likeness of each word of the other name.
    """
    count = split(asked, 0, len(asked), ours)
    for k in range(len(names)):
        start, end = starts[names[k]], starts[names[k] + 1]
        other = split(letters, start, end, theirs)
        mine = yours = mine_met = yours_met = 0.0
        for j in range(other):
            met[j] = 0.0
        for i in range(count):
            best = 0.0
            for j in range(other):
                alike = word_likeness(
                    asked, ours[i, 0], ours[i, 1], letters, theirs[j, 0], theirs[j, 1], room
                )
                best = max(best, alike)
                met[j] = max(met[j], alike)
            weight = min(ours[i, 1] - ours[i, 0], 4) / 4.0
            mine += weight
            mine_met += weight * best
        for j in range(other):
            weight = min(theirs[j, 1] - theirs[j, 0], 4) / 4.0
            yours += weight
            yours_met += weight * met[j]
        if mine > 0.0 and yours > 0.0:
            rated[k] = (mine_met + yours_met) / (mine + yours)
            rated[k] += 0.25 * max(mine_met / mine, yours_met / yours)
        else:
            rated[k] = 0.0
        if rated[k] < WHOLE_BELOW and len(asked) <= LONGEST_NAME and end - start <= LONGEST_NAME:
            alike = word_likeness(asked, 0, len(asked), letters, start, end, room)
            rated[k] = max(rated[k], alike)


def order(
    names: Any,
    scores: Any,
    by: Any,
    rated: Any,
    families: Any,
    family: int,
    latin: bool,
    mismatch: float,
    rough_floor: float,
    keys_speak: float,
) -> int:
    """Sort the names in place, the likeliest first, and put the likeness in ``rated``; how many may meet.

    A name may meet whose likeness reaches a floor, or for which keys speak: nearly all of its keys meet, or
    the name asked is in another script. ``family`` is -1 where the query has none; 3 is a name of either.
    """
    kept = 0
    for i in range(len(names)):
        name, score, found_by = names[i], scores[i], by[i]
        likeness = max(rated[i], score if found_by == 1 else 0.0) + 0.25 * score
        if family >= 0 and families[name] != family and families[name] != 3:
            likeness *= mismatch
        if likeness < rough_floor and not (found_by == 1 and (score > keys_speak or not latin)):
            continue
        place = kept
        while place > 0 and (
            rated[place - 1] < likeness or (rated[place - 1] == likeness and names[place - 1] > name)
        ):
            names[place], by[place], rated[place] = names[place - 1], by[place - 1], rated[place - 1]
            place -= 1
        names[place], by[place], rated[place] = name, found_by, likeness
        kept += 1
    return kept
