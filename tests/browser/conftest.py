"""One browser and one server on a small workspace for all tests that look at pages as a reader does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import yalu
from tests.workbench import lists
from tests.workbench.browser import chromium
from tests.workbench.serving import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

HTML = {"accept": "text/html"}


@dataclass(frozen=True)
class Desk:
    """A running server, the browser, and the folder of the second copy of the list that it holds."""

    served: Served
    browser: Browser
    second: Path

    @property
    def url(self) -> str:
        return self.served.url

    def context(self, **how: object) -> BrowserContext:
        return self.browser.new_context(base_url=self.url, **how)  # type: ignore[arg-type]

    def first(self, address: str, pattern: str) -> str:
        """What a page leads to first, of those links that fit."""
        with self.served.client() as client:
            found = re.search(pattern, client.get(address, headers=HTML).text)
        assert found, f"{address} has no {pattern}"
        return found.group(1)


@pytest.fixture(scope="session")
def desk(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The casebook and one copy of an invented list; the second copy is on the disk only."""
    with chromium() as browser:
        folder = tmp_path_factory.mktemp("desk")
        home = folder / "home"
        shutil.copytree(casebook, home, ignore=shutil.ignore_patterns("index"))
        first = lists.copy(folder / "first", lists.PERSON, lists.SHIP, lists.DROPPED)
        second = lists.copy(folder / "second", lists.PERSON, lists.SHIP, lists.ADDED)
        yalu("sync", "ofac_sdn", "--from", first, "--dated", lists.FIRST, workspace=home)
        with serving(home, folder / "stderr.txt") as running:
            with running.client() as client:
                client.get("/brief", headers=HTML)
            yield Desk(running, browser, second)
