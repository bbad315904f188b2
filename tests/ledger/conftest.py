"""Every test of the ledger runs on SQLite and, where this machine has it, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.postgresql import Server
from yalu.ledger.place import Place, find
from yalu.ledger.store import Ledger

URL = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def new_url(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> URL:
    """Makes the URL of an empty database of the kind."""
    if kind == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        return server.database
    names = iter(range(100))
    return lambda: f"sqlite:///{tmp_path / f'other{next(names)}.sqlite'}"


@pytest.fixture
def place(kind: str, new_url: URL, home: Path) -> Place:
    """An empty ledger: the workspace's own file, or a database of its own."""
    return find(home, "" if kind == "sqlite" else new_url())


@pytest.fixture
def ledger(place: Place) -> Ledger:
    return Ledger(place)
