"""Sums over inverted lists as plain loops, to be compiled: which names share a query's rarest features.

``nearest`` says the same with numpy, for the first query.
"""

from __future__ import annotations

import math
from typing import Any

MASS = 0.8
"""The share of a query's weight that is looked up: what is left are features that most names have."""
FEW_KEYS = 3
"""So many rare keys must meet before keys alone can speak for a name."""
CROWD, CROWD_SHARE = 2000, 50
"""A key of more names than this, and than one in so many of all names, is not looked up."""
LETTERS, KEYS = 0, 1
"""Which lists found a name."""


def sort_rarest(features: Any, weights: Any, count: int) -> None:
    """Sort the first ``count`` features in place, the heaviest first; of equal ones the lower number."""
    for i in range(1, count):
        feature, weight = features[i], weights[i]
        place = i
        while place > 0 and (
            weights[place - 1] < weight or (weights[place - 1] == weight and features[place - 1] > feature)
        ):
            features[place] = features[place - 1]
            weights[place] = weights[place - 1]
            place -= 1
        features[place] = feature
        weights[place] = weight


def heaviest(weights: Any, count: int) -> int:
    """How many of the sorted weights together have the share ``MASS`` of all."""
    total = weights[0] * 0
    for i in range(count):
        total += weights[i]
    mass = weights[0] * 0
    for i in range(count):
        mass += weights[i]
        if mass >= total * MASS:
            return i + 1
    return count


def best(
    start: Any,
    lists: Any,
    features: Any,
    weights: Any,
    count: int,
    norms: Any,
    named: Any,
    floor: float,
    sums: Any,
    touched: Any,
    names: Any,
    scores: Any,
    most: int,
) -> int:
    """Fill ``names`` and ``scores``, best first; return how many. ``sums`` is zero before and after."""
    many = 0
    for i in range(count):
        weight = weights[i]
        for at in range(start[features[i]], start[features[i] + 1]):
            name = lists[at]
            if sums[name] == 0.0:
                touched[many] = name
                many += 1
            sums[name] += weight
    found = 0
    for i in range(many):
        name = touched[i]
        score = sums[name] / norms[name]
        sums[name] = 0.0
        if score < floor or not named[name]:
            continue
        if found == most and (
            score < scores[most - 1] or (score == scores[most - 1] and name > names[most - 1])
        ):
            continue
        place = found if found < most else most - 1
        while place > 0 and (
            scores[place - 1] < score or (scores[place - 1] == score and names[place - 1] > name)
        ):
            if place < most:
                scores[place] = scores[place - 1]
                names[place] = names[place - 1]
            place -= 1
        scores[place] = score
        names[place] = name
        if found < most:
            found += 1
    return found


def by_letters(
    asked: Any,
    codes: Any,
    alphabet: int,
    start: Any,
    lists: Any,
    weight_of: Any,
    norms: Any,
    named: Any,
    floor: float,
    most: int,
    features: Any,
    weights: Any,
    sums: Any,
    touched: Any,
    names: Any,
    scores: Any,
) -> int:
    """Fill ``names`` and ``scores`` with those likest by 3-grams: the cosine of their rarities."""
    count = 0
    size = len(asked)
    for i in range(size):
        first = codes[asked[i - 1]] if i > 0 else 0
        last = codes[asked[i + 1]] if i + 1 < size else 0
        gram = (first * alphabet + codes[asked[i]]) * alphabet + last
        there = False
        for j in range(count):
            there = there or features[j] == gram
        if not there:
            features[count] = gram
            weights[count] = weight_of[gram] * weight_of[gram]
            count += 1
    if count == 0:
        return 0
    norm = weights[0] * 0
    for i in range(count):
        norm += weights[i]
    norm = math.sqrt(norm)
    sort_rarest(features, weights, count)
    count = heaviest(weights, count)
    for i in range(count):
        weights[i] /= norm * MASS
    found = best(
        start, lists, features, weights, count, norms, named, floor, sums, touched, names, scores, most
    )
    for i in range(found):
        scores[i] = min(scores[i], 1.0)
    return found


def by_keys(
    wanted: Any,
    numbers: Any,
    start: Any,
    lists: Any,
    all_names: int,
    ones: Any,
    named: Any,
    most: int,
    features: Any,
    weights: Any,
    sums: Any,
    touched: Any,
    names: Any,
    scores: Any,
) -> int:
    """Fill ``names`` and ``scores`` with those that share the rarest keys: what share of the keys."""
    crowd = max(CROWD, all_names // CROWD_SHARE)
    count = 0
    total = weights[0] * 0
    for i in range(len(wanted)):
        low, high = 0, len(numbers)
        while low < high:
            middle = (low + high) // 2
            if numbers[middle] < wanted[i]:
                low = middle + 1
            else:
                high = middle
        if low == len(numbers) or numbers[low] != wanted[i]:
            continue
        size = start[low + 1] - start[low]
        if size < crowd:
            features[count] = low
            weights[count] = 1.0 + math.log(all_names / size)
            total += weights[count]
            count += 1
    if count == 0:
        return 0
    top = max(total, FEW_KEYS * (1.0 + math.log(all_names)))
    sort_rarest(features, weights, count)
    count = heaviest(weights, count)
    found = best(start, lists, features, weights, count, ones, named, 0.0, sums, touched, names, scores, most)
    for i in range(found):
        scores[i] = min(scores[i] / top, 1.0)
    return found


def merge(names: Any, scores: Any, by: Any, count: int, others: Any, other_scores: Any, found: int) -> int:
    """Join what keys found to ``count`` names; of a name that is there the higher score stays."""
    for i in range(found):
        place = 0
        while place < count and names[place] != others[i]:
            place += 1
        if place == count:
            count += 1
        elif other_scores[i] <= scores[place]:
            continue
        names[place], scores[place], by[place] = others[i], other_scores[i], KEYS
    return count
