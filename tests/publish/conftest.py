"""One workspace with the packaged casebook for all tests of publications."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu.evidence import packaged
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.regimes import Regime, load_regime


@pytest.fixture(scope="session")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workspace that holds the casebook alone."""
    root = tmp_path_factory.mktemp("casebook") / "home"
    packaged.ensure(Workspace(root))
    return root


@pytest.fixture(scope="session")
def evidence(casebook: Path) -> Evidence:
    return Evidence.open(Workspace(casebook))


@pytest.fixture(scope="session")
def regime() -> Regime:
    return load_regime()
