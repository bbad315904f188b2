"""Threads for the work of requests, so that the event loop is free to answer and to listen.

Screening holds the interpreter's lock, so more threads would not screen more; more workers do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


PAGES = 4
"""Pages that are made at the same time."""


class Turns:
    """One queue for screening, one for all other reading of the API, and some threads for pages."""

    def __init__(self) -> None:
        self._screening = ThreadPoolExecutor(1, "screening")
        self._reading = ThreadPoolExecutor(1, "reading")
        self._pages = ThreadPoolExecutor(PAGES, "pages")

    async def screen(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it in the thread that alone uses screeners."""
        return await self._run(self._screening, work, *args, **kwargs)

    async def read(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it in the thread that alone uses text searches."""
        return await self._run(self._reading, work, *args, **kwargs)

    def wait_screen(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for a thread that is not the event loop's; it waits for the answer."""
        return self._screening.submit(work, *args, **kwargs).result()

    def wait_read(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for a thread that is not the event loop's; it waits for the answer."""
        return self._reading.submit(work, *args, **kwargs).result()

    async def page(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Make a page; several are made at a time, since one that is new may take long."""
        return await self._run(self._pages, work, *args, **kwargs)

    def close(self) -> None:
        """End the threads when what they do is done."""
        self._screening.shutdown(cancel_futures=True)
        self._reading.shutdown(cancel_futures=True)
        self._pages.shutdown(cancel_futures=True)

    @staticmethod
    async def _run(pool: ThreadPoolExecutor, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(pool, lambda: work(*args, **kwargs))
