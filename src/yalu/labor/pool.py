"""Independent figures for one quantity, pooled: each lineage once, however often it is repeated.

The pool is an equal mixture: a draw takes a lineage, one of its rows, and a number between the row's bounds.
It is no judgement on who is right; its spread is the disagreement of those who counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yalu.evidence.view import Item
from yalu.model.dates import partial
from yalu.model.statement import Statement

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Draws = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Figure:
    """One row's range, whose it is, and what it rests on. ``year`` is 0 where the row gives none."""

    id: str
    lineage: str
    who: str
    low: float
    high: float
    year: int
    verified: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Pool:
    """The figures that count, by lineage, and those that do not, each with why."""

    lineages: tuple[tuple[Figure, ...], ...]
    left_out: tuple[tuple[Figure, str], ...]

    @property
    def figures(self) -> list[Figure]:
        """Those that count."""
        return [one for lineage in self.lineages for one in lineage]

    def root(self, row: str) -> str:
        """The lineage of a row that counts; ``""`` for another."""
        return next((one.lineage for one in self.figures if one.id == row), "")

    def draw(self, rng: np.random.Generator, draws: int) -> tuple[Draws, npt.NDArray[np.int64]]:
        """Draws, and of which lineage each is. Raises ValueError for an empty pool."""
        import numpy as np

        if not self.lineages:
            raise ValueError("a pool without figures")
        which = rng.integers(0, len(self.lineages), draws)
        inside = rng.random(draws)
        at = rng.random(draws)
        found = np.empty(draws)
        for number, rows in enumerate(self.lineages):
            mine = which == number
            low, high = (np.array([getattr(r, end) for r in rows]) for end in ("low", "high"))
            row = np.minimum((inside[mine] * len(rows)).astype(np.int64), len(rows) - 1)
            found[mine] = low[row] + at[mine] * (high[row] - low[row])
        return found, which


def pooled(figures: Iterable[Figure], apart: dict[str, str], since: int = 0, until: int = 9999) -> Pool:
    """Sort the figures: outside of the years, set apart, older than one of their lineage; the rest count."""
    kept: dict[str, list[Figure]] = {}
    left: list[tuple[Figure, str]] = []
    every = list(figures)  # a row apart names the row that it repeats, or says what else it is
    held = {one.id for one in every}
    for one in every:
        if one.year and not since <= one.year <= until:
            left.append((one, f"of {one.year}, outside of {since} to {until}"))
        elif (why := apart.get(one.id, "")) and (not why.startswith("labor.") or why in held):
            left.append((one, f"repeats {why}" if why in held else why))
        else:
            kept.setdefault(one.lineage, []).append(one)
    chosen = []
    for lineage in sorted(kept):
        newest = max(one.year for one in kept[lineage])
        chosen.append(tuple(one for one in kept[lineage] if one.year == newest))
        left += [(one, f"older than another of {lineage}") for one in kept[lineage] if one.year != newest]
    return Pool(tuple(chosen), tuple(left))


def figure(item: Item, low: str, high: str, who: str, year: str) -> Figure:
    """A row of the casebook as a figure."""
    when = item.text(year) if year else ""
    fields = tuple(dict.fromkeys((low, high, who, "lineage", *((year,) if year else ()))))
    return Figure(
        id=item.id,
        lineage=item.text("lineage"),
        who=item.text(who),
        low=float(item.text(low)),
        high=float(item.text(high)),
        year=int(partial(when).lo[:4]) if when else 0,
        verified=item.verified,
        statements=tuple(item.all(*fields)),
    )


def interval(draws: Sequence[float] | Draws, confidence: float = 0.95) -> tuple[float, float, float]:
    """The lower end, the median and the upper end."""
    import numpy as np

    tail = (1 - confidence) / 2
    low, middle, high = np.quantile(np.asarray(draws), [tail, 0.5, 1 - tail])
    return float(low), float(middle), float(high)
