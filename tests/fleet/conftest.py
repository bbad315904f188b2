"""A register and a screener of the packaged casebook, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.arrivals.check import Checker
from yalu.fleet.register.register import Register
from yalu.regimes import load_plan
from yalu.screening import Screener

TODAY = "2026-11-24"


@pytest.fixture(scope="session")
def fleet_home(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the casebook's workspace, in which an index may be built."""
    home = tmp_path_factory.mktemp("fleet") / "home"
    shutil.copytree(casebook, home)
    return home


@pytest.fixture(scope="session")
def register(evidence: Evidence) -> Register:
    return Register(Scope(evidence.at(TODAY), load_plan()))


@pytest.fixture(scope="session")
def checker(fleet_home: Path, register: Register) -> Checker:
    return Checker(Screener.open(Workspace(fleet_home), as_of=TODAY), register, "KP")
