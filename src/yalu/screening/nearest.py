"""Which names are likest to a name asked: by shared 3-grams, by shared keys, then letter by letter.

The lookups are written twice: with numpy alone, ready at once, and as loops that are compiled for many
queries. Both give the same names.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from yalu.screening import build, grams, likeness, lookups
from yalu.screening.index import Index

if TYPE_CHECKING:
    from yalu.screening.compiled import Compiled

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Found = tuple[Ints, Floats]
NOTHING: Found = (np.zeros(0, np.int32), np.zeros(0, np.float32))

BY_LETTERS, BY_LETTERS_SHORT = 20, 48
BY_KEYS = 10
LETTERS_FLOOR, LETTERS_FLOOR_SHORT = 0.3, 0.15
SHORT = 9
"""Of a name of so few letters, one error leaves hardly a 3-gram as it was: more names are looked at."""
ROUGH_FLOOR = 0.66
"""Below this rough likeness (up to 1.5) a name is not compared in full, unless keys speak for it."""
KEYS_SPEAK = 0.5
"""From this share of its keys on a name is compared whatever its letters; in other scripts always."""
FEATURES = 1024
"""Room for the 3-grams of the longest name."""

_compiled: list[Compiled] = []


class Rated(NamedTuple):
    """Names that may meet, the likeliest first; how likely, up to 1.5; and which lists found each."""

    names: Ints
    likeness: npt.NDArray[np.float64]
    by: npt.NDArray[np.uint8]


class Nearest:
    """Looks names up for one thread of queries; ``named`` says which names there are on the day."""

    def __init__(self, index: Index, named: npt.NDArray[np.bool_]) -> None:
        self._index = index
        self._named = named
        self._ones = np.ones(index.names, np.float32)
        self._sums = np.zeros(index.names, np.float64)
        self._touched = np.zeros(index.names, np.int32)
        self._features, self._weights = np.zeros(FEATURES, np.int64), np.zeros(FEATURES, np.float32)
        self._names = np.zeros(BY_LETTERS_SHORT + BY_KEYS * 3, np.int32)
        self._scores = np.zeros(len(self._names), np.float32)
        self._by = np.zeros(len(self._names), np.uint8)
        self._more = np.zeros(BY_KEYS, np.int32), np.zeros(BY_KEYS, np.float32)
        self._room = np.zeros((3, likeness.MATRIX), np.int32)
        self._ours = np.zeros((likeness.MOST_WORDS, 2), np.int64)
        self._theirs = np.zeros((likeness.MOST_WORDS, 2), np.int64)
        self._met = np.zeros(likeness.MOST_WORDS)

    def rough(
        self, asked: bytes, wanted: Iterable[set[int]], family: int, latin: bool, mismatch: float
    ) -> Rated:
        """The names that may meet one asked, by its letters and by its keys under each reading.

        ``family`` is that of the query, -1 where it has none; ``latin`` whether it was asked in Latin
        letters; ``mismatch`` the factor for names of another family.
        """
        functions: Any = _compiled[0] if _compiled else lookups
        plain = np.frombuffer(asked, np.uint8)
        names, scores, by = self._names, self._scores, self._by
        count = self._by_letters(plain)
        by[:count] = lookups.LETTERS
        for one in wanted:
            found = self._by_keys(np.fromiter(one, np.uint32, len(one)))
            count = functions.merge(names, scores, by, count, *self._more, found)
        if not count:
            return Rated(names[:0], np.zeros(0), by[:0])
        names, scores, by = names[:count].copy(), scores[:count], by[:count].copy()
        rated = np.zeros(count)
        index = self._index
        functions = _compiled[0] if _compiled else likeness
        functions.rate(
            plain, index.letters, index.letters_start, names, rated,
            self._room, self._ours, self._theirs, self._met,
        )  # fmt: skip
        kept = functions.order(
            names, scores, by, rated, index.name_family, family, latin, mismatch, ROUGH_FLOOR, KEYS_SPEAK
        )
        return Rated(names[:kept], rated[:kept], by[:kept])

    def _by_letters(self, asked: npt.NDArray[np.uint8]) -> int:
        """Fill the names that are likest by 3-grams; how many there are."""
        index = self._index
        short = len(asked) <= SHORT
        floor = LETTERS_FLOOR_SHORT if short else LETTERS_FLOOR
        most = BY_LETTERS_SHORT if short else BY_LETTERS
        if not len(asked) or not index.names:
            return 0
        if not _compiled:
            features = grams.grams(asked.tobytes()).astype(np.int64)
            weights = np.square(index.gram_weight[features])
            norm = float(np.sqrt(weights.sum()))
            features, weights = _heaviest(features, weights)
            weights = weights / np.float32(norm * lookups.MASS)
            arrays = (index.gram_start, index.gram_names)
            names, scores = _best(*arrays, features, weights, index.name_norm, self._named, floor, most)
            self._names[: len(names)], self._scores[: len(names)] = names, np.minimum(scores, 1.0)
            return len(names)
        return _compiled[0].by_letters(
            asked, grams.CODES, grams.ALPHABET, index.gram_start, index.gram_names, index.gram_weight,
            index.name_norm, self._named, floor, most, self._features, self._weights, self._sums,
            self._touched, self._names, self._scores,
        )  # fmt: skip

    def _by_keys(self, wanted: npt.NDArray[np.uint32]) -> int:
        """Fill the names that share the rarest keys; how many there are."""
        index = self._index
        if not len(wanted) or not len(index.key_number):
            return 0
        if _compiled:
            features, weights = self._features, self._weights
            if len(wanted) > len(features):
                features, weights = np.zeros(len(wanted), np.int64), np.zeros(len(wanted), np.float32)
            return _compiled[0].by_keys(
                wanted, index.key_number, index.key_start, index.key_names, index.names, self._ones,
                self._named, BY_KEYS, features, weights, self._sums, self._touched, *self._more,
            )  # fmt: skip
        wanted.sort()
        places = np.minimum(np.searchsorted(index.key_number, wanted), len(index.key_number) - 1)
        there = places[index.key_number[places] == wanted].astype(np.int64)
        sizes = index.key_start[there + 1] - index.key_start[there]
        few = sizes < max(lookups.CROWD, index.names // lookups.CROWD_SHARE)
        there, sizes = there[few], sizes[few]
        if not len(there):
            return 0
        weights = build.rarity(sizes, index.names)
        top = max(float(weights.sum()), lookups.FEW_KEYS * (1.0 + math.log(index.names)))
        there, weights = _heaviest(there, weights)
        arrays = (index.key_start, index.key_names)
        names, scores = _best(*arrays, there, weights, self._ones, self._named, 0.0, BY_KEYS)
        self._more[0][: len(names)], self._more[1][: len(names)] = names, np.minimum(scores / top, 1.0)
        return len(names)


def _heaviest(features: npt.NDArray[np.int64], weights: Floats) -> tuple[npt.NDArray[np.int64], Floats]:
    """The features with the most weight that together have the share ``MASS`` of it."""
    order = np.argsort(-weights, kind="stable")
    mass = np.cumsum(weights[order])
    kept = order[: int(np.searchsorted(mass, mass[-1] * lookups.MASS)) + 1]
    return features[kept], weights[kept]


def _best(
    start: npt.NDArray[np.int64],
    lists: Ints,
    features: npt.NDArray[np.int64],
    weights: Floats,
    norms: Floats,
    named: npt.NDArray[np.bool_],
    floor: float,
    most: int,
) -> Found:
    """The ``most`` names with the largest sum of weights over their norm, at least ``floor``, best first.

    ``lists[start[f]:start[f + 1]]`` are the names that have feature ``f``.
    """
    sizes = start[features + 1] - start[features]
    if not sizes.sum():
        return NOTHING
    names = np.concatenate([lists[start[f] : start[f + 1]] for f in features])
    sums = (
        np.bincount(names, weights=np.repeat(weights, sizes), minlength=len(norms)).astype(np.float32) / norms
    )
    found = np.flatnonzero((sums >= floor) & (sums > 0) & named)
    if len(found) > most:
        least = np.partition(sums[found], len(found) - most)[len(found) - most]
        found = found[sums[found] >= least]
    found = found[np.lexsort((found, -sums[found]))][:most]
    return found.astype(np.int32), sums[found]


def compile_for_many(folder: Path | None) -> None:
    """Load the compiled lookups; what is compiled is kept in the folder, so that it happens once.

    ``YALU_COMPILED`` names another folder, for all workspaces together.
    """
    if _compiled:
        return
    import numba

    if shared := os.environ.get("YALU_COMPILED"):
        folder = Path(shared)
    if folder is not None:
        settings: Any = numba.config
        settings.CACHE_DIR = str(folder)
    from yalu.screening import compiled

    _compiled.append(compiled.load(cached=folder is not None))


def compiled_loaded() -> bool:
    """Whether the compiled lookups are in use."""
    return bool(_compiled)


def forget_compiled() -> list[Compiled]:
    """Go back to numpy alone, and give what was in use; for tests that compare the two."""
    old = list(_compiled)
    _compiled.clear()
    return old


def restore_compiled(old: list[Compiled]) -> None:
    """Use again what was forgotten."""
    _compiled[:] = old
