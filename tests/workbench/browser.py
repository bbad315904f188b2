"""A browser for tests that look at pages as a reader does: Debian's chromium, never a downloaded one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE = 120_000
"""Milliseconds that a step may take: the machine that runs the tests may be busy with others."""


_shared: list[Browser] = []
"""The browser that runs in this process: playwright runs once in a process."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that runs; skips with the reason where there is none. Start a server with ``serving``.

    Whoever asks while it runs is given the same one. Fixtures end in the reverse order of their begin, so the
    first that asked is the last to let it go, as long as its scope is not the narrower one.
    """
    if _shared:
        yield _shared[0]
        return
    api = pytest.importorskip(
        "playwright.sync_api", reason="no playwright here: it comes with the extra [dev]"
    )
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM} here: apt-get install chromium")
    with api.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        made = browser.new_context

        def patient(**how: Any) -> BrowserContext:
            context = made(**how)
            context.set_default_timeout(PATIENCE)
            return context

        browser.new_context = patient  # type: ignore[method-assign]
        _shared.append(browser)
        try:
            yield browser
        finally:
            _shared.clear()
            browser.close()
