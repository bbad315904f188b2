"""One server for the tests that only ask it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import yalu
from tests.workbench import lists
from tests.workbench.browser import chromium
from tests.workbench.serving import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def listed(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the casebook and two copies of an invented list; whoever changes it takes a copy."""
    folder = tmp_path_factory.mktemp("listed")
    home = folder / "home"
    shutil.copytree(casebook, home, ignore=shutil.ignore_patterns("index"))
    first = lists.copy(folder / "first", lists.PERSON, lists.SHIP, lists.DROPPED)
    second = lists.copy(folder / "second", lists.PERSON, lists.SHIP)
    yalu("sync", "ofac_sdn", "--from", first, "--dated", lists.FIRST, workspace=home)
    yalu("sync", "ofac_sdn", "--from", second, "--dated", lists.SECOND, workspace=home)
    return home


@pytest.fixture(scope="session")
def served(listed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    home = folder / "home"
    shutil.copytree(listed, home)
    with serving(home, folder / "stderr.txt") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; tests that need it skip where it is missing."""
    with chromium() as running:
        yield running
