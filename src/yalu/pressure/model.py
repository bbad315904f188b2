"""What levers take from each stream, alone and together, as intervals of seeded draws.

In a draw each lever takes a share of a stream; together they take 1 - prod(1 - share), so no part is taken
twice, a lever more never takes less, and nothing exceeds the stream. Adaptation wins back a share of what is
taken. Every assumption has random numbers of its own, so other levers do not change its draws.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from yalu.pressure.assumptions import Assumption
from yalu.pressure.streams import Flow

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Draws = npt.NDArray[np.float64]

DRAWS, SEED = 20_000, 20170613


@dataclass(frozen=True)
class Cut:
    """One stream in its unit a year: what flows, what is taken, and what stays taken after adaptation."""

    stream: str
    unit: str
    year: int
    rows: tuple[str, ...]
    unverified: bool
    base: Draws
    taken: Draws
    net: Draws
    by: tuple[str, ...]
    """The assumptions that were used."""

    @property
    def revenue(self) -> bool:
        """Whether it is money that comes in: imports in dollars are spending."""
        return self.unit == "USD" and self.rows[0].startswith("revenue.")

    @property
    def reached(self) -> bool:
        """Whether a lever takes from it at all."""
        return bool(self.by)

    def as_json(self) -> dict[str, Any]:
        """Intervals of 95 percent."""
        return {
            "stream": self.stream,
            "unit": self.unit,
            "year": self.year,
            "rows": list(self.rows),
            "unverified": self.unverified,
            "base": span(self.base),
            "taken": span(self.taken),
            "net": span(self.net),
            "assumptions": list(self.by),
        }


def span(draws: Draws) -> dict[str, int]:
    """The middle 95 percent and the median, as whole numbers."""
    import numpy as np

    low, median, high = (round(float(x)) for x in np.quantile(draws, [0.025, 0.5, 0.975]))
    return {"low": low, "median": median, "high": high}


def cuts(
    bases: dict[str, tuple[Flow, ...]],
    chosen: tuple[str, ...],
    assumed: dict[str, Assumption],
    seed: int = SEED,
    draws: int = DRAWS,
) -> list[Cut]:
    """What the chosen levers take from each stream; one that none of them reaches is cut by zero."""
    import numpy as np

    def even(name: str) -> Draws:
        return _even(name, seed, draws)

    def share(name: str) -> Draws:
        return _share(assumed[name], seed, draws)

    def left_by(names: list[str]) -> Draws:
        return np.prod([1 - share(n) for n in names], axis=0) if names else np.ones(draws)

    found = []
    for stream, rows in sorted(bases.items()):
        low, high = (np.array([getattr(r, end) for r in rows]) for end in ("low", "high"))
        row = np.minimum((even(f"row of {stream}") * len(rows)).astype(np.int64), len(rows) - 1)
        base = low[row] + even(f"size of {stream}") * (high[row] - low[row])
        takes = [n for lever in chosen if (n := f"{lever}.{stream}") in assumed]
        back = [n for way in ("rerouting", "ship_to_ship") if (n := f"{way}.{stream}") in assumed]
        taken = base * (1 - left_by(takes))
        ids, weak = tuple(r.id for r in rows), any(not r.verified for r in rows)
        used = (*takes, *back) if takes else ()
        found.append(
            Cut(stream, rows[0].unit, rows[0].year, ids, weak, base, taken, taken * left_by(back), used)
        )
    return found


@lru_cache(maxsize=256)
def _even(name: str, seed: int, draws: int) -> Draws:
    """Numbers from 0 to 1 that belong to a name: asked twice, they are the same, and none may change them."""
    import numpy as np

    made = np.random.default_rng([seed, zlib.crc32(name.encode())]).random(draws)
    made.flags.writeable = False
    return made


def _share(one: Assumption, seed: int, draws: int) -> Draws:
    return one.low + _even(one.name, seed, draws) * (one.high - one.low)


def made_up(
    net: Draws, assumed: dict[str, Assumption], seed: int = SEED, draws: int = DRAWS
) -> tuple[Draws, str]:
    """What stays of a loss once theft makes up a part of it, and the assumption that was used.

    Theft belongs to no stream, so it is set against the loss of all of them together.
    """
    name = "cyber"
    return net * (1 - _share(assumed[name], seed, draws)), name


def total(some: Sequence[Cut], field: str) -> Draws:
    """The sum over revenue streams: imports in dollars are spending, so they stand apart."""
    import numpy as np

    parts = [getattr(c, field) for c in some if c.revenue]
    return np.sum(parts, axis=0) if parts else np.zeros(1)
