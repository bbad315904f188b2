"""The collector of reference cycles, told that screening makes none.

What many queries read and keep (the index, prepared names, tables of words) stays for long and holds no
cycles, yet the collector would walk through all of it again and again: a tenth of the time of a batch, and
pauses of a fifth of a second in a server.
"""

from __future__ import annotations

import atexit
import gc
from functools import cache

THRESHOLDS = (50_000, 20, 100)
"""New objects before the youngest are looked at, and how often the older ones; Python has 700, 10, 10."""


def settle() -> None:
    """Clear up once, leave what is there now out of later rounds, and make rounds rare."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    _at_the_end()


@cache
def _at_the_end() -> None:
    """Let the end of the process clear up all there is: DuckDB tells at length of what is left then."""
    atexit.register(gc.unfreeze)
