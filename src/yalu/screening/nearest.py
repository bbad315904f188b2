"""Which names share the rarest features with a query: sums over inverted lists, and the best of them.

Written twice: with numpy alone, ready at once, and compiled, for many queries. Both give the same names.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from yalu.screening import likeness

if TYPE_CHECKING:
    from yalu.screening.compiled import Compiled

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Best = tuple[Ints, Floats]
NOTHING: Best = (np.zeros(0, np.int32), np.zeros(0, np.float32))

_compiled: list[Compiled] = []


class Sums:
    """Room for the sums of one thread of queries over ``count`` names."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._sums = np.zeros(count, np.float32)
        self._touched = np.zeros(count, np.int32)
        self._room = np.zeros((3, likeness.MATRIX), np.int32)
        self._ours = np.zeros((likeness.MOST_WORDS, 2), np.int64)
        self._theirs = np.zeros((likeness.MOST_WORDS, 2), np.int64)

    def rate(
        self, asked: bytes, letters: npt.NDArray[np.uint8], starts: npt.NDArray[np.int64], names: Ints
    ) -> npt.NDArray[np.float64]:
        """How alike a name's letters are to those of each of some names: see ``likeness.rate``."""
        rated = np.zeros(len(names))
        plain = np.frombuffer(asked, np.uint8)
        function = _compiled[0].rate if _compiled else likeness.rate
        function(plain, letters, starts, names, rated, self._room, self._ours, self._theirs)
        return rated

    def best(
        self,
        start: npt.NDArray[np.int64],
        lists: Ints,
        features: npt.NDArray[np.int64],
        weights: Floats,
        norms: Floats,
        shown: npt.NDArray[np.bool_],
        floor: float,
        most: int,
    ) -> Best:
        """The ``most`` names with the largest sum of weights over their norm, at least ``floor``, best first.

        ``lists[start[f]:start[f + 1]]`` are the names that have feature ``f``; names not shown are left out.
        """
        if not len(features) or not self.count:
            return NOTHING
        if not _compiled:
            return _plain(start, lists, features, weights, norms, shown, floor, most, self.count)
        names, scores = np.empty(most, np.int32), np.empty(most, np.float32)
        found = _compiled[0].best(
            start, lists, features, weights, norms, shown, floor, self._sums, self._touched, names, scores
        )
        return names[:found], scores[:found]


def _plain(
    start: npt.NDArray[np.int64],
    lists: Ints,
    features: npt.NDArray[np.int64],
    weights: Floats,
    norms: Floats,
    shown: npt.NDArray[np.bool_],
    floor: float,
    most: int,
    count: int,
) -> Best:
    sizes = start[features + 1] - start[features]
    if not sizes.sum():
        return NOTHING
    names = np.concatenate([lists[start[f] : start[f + 1]] for f in features])
    sums = np.bincount(names, weights=np.repeat(weights, sizes), minlength=count).astype(np.float32) / norms
    found = np.flatnonzero((sums >= floor) & shown)
    if len(found) > most:
        found = found[np.argpartition(-sums[found], most - 1)[:most]]
    found = found[np.lexsort((found, -sums[found]))]
    return found.astype(np.int32), sums[found]


def compile_for_many(folder: Path | None) -> None:
    """Load the compiled sums; what is compiled is kept in the folder, so that it happens once."""
    if _compiled:
        return
    import numba

    if folder is not None:
        settings: Any = numba.config
        settings.CACHE_DIR = str(folder)
    from yalu.screening import compiled

    _compiled.append(compiled.load(cached=folder is not None))


def compiled_loaded() -> bool:
    """Whether the compiled sums are in use."""
    return bool(_compiled)


def forget_compiled() -> list[Compiled]:
    """Go back to numpy alone, and give what was in use; for tests that compare the two."""
    old = list(_compiled)
    _compiled.clear()
    return old


def restore_compiled(old: list[Compiled]) -> None:
    """Use again what was forgotten."""
    _compiled[:] = old
