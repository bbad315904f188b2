"""Computes behind a page what takes seconds, so that the page itself answers at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from typing import TypeVar

from yalu.errors import YaluError
from yalu.workbench.frame import Ask

T = TypeVar("T")
PATIENCE = 0.6
"""Seconds that a page waits itself for what may be nearly ready."""
_started = threading.Lock()


def behind(ask: Ask, name: str, make: Callable[[], T], patience: float = PATIENCE) -> T | YaluError | None:
    """What ``make`` computes of this snapshot, day and mode; None while a thread still computes it.

    A YaluError is kept like a result, so that the page says what failed rather than try for ever.
    """

    def made() -> T | YaluError:
        try:
            return make()
        except YaluError as error:
            return error

    def start() -> threading.Thread:
        thread = threading.Thread(target=lambda: ask.kept(name, made), name=f"behind {name}", daemon=True)
        thread.start()
        return thread

    if not ask.ready(name):
        with _started:
            running = ask.kept(_running(name), start)
        running.join(patience)
    return ask.kept(name, made) if ask.ready(name) else None


def _running(name: str) -> Hashable:
    # a thread that ended without a result is followed by another after a while
    return ("behind", name, int(time.monotonic() // 300))
