"""One chain over the casebook for all tests of this folder; a run of its own for each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from yalu.evidence import intake
from yalu.evidence.files import read_files
from yalu.evidence.workspace import Workspace
from yalu.model.dates import OPEN
from yalu.payments import Message, read_bytes
from yalu.payments.chain import Chain
from yalu.payments.world import World, settings, write
from yalu.payments.world.writing import LIST
from yalu.sources.user import user_source

AS_OF = "2026-11-24"


@pytest.fixture(scope="session")
def opened_chain(casebook: Path) -> Chain:
    return Chain.open(Workspace(casebook), AS_OF)


@pytest.fixture
def chain(opened_chain: Chain) -> Chain:
    return opened_chain.anew()


def lines(chain: Chain, *contents: bytes) -> list[dict[str, Any]]:
    """The lines of the messages in some bytes."""
    return [chain.screen(m) for c in contents for m in read_bytes(c, "f") if isinstance(m, Message)]


@dataclass(frozen=True)
class Planted:
    """A small invented world in files, and a chain over its fictional list alone."""

    world: World
    folder: Path
    workspace: Workspace
    chain: Chain


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """A quarter of its payments is planted, so that few payments show every class."""
    root = tmp_path_factory.mktemp("world")
    world = World(3, 600, settings().model_copy(update={"planted": 0.25}))
    write(world, root / "files")
    workspace = Workspace(root / "home")
    source = user_source("ftm", "exercise")
    intake.take(workspace, source, read_files(source, [root / "files" / LIST], OPEN))
    return Planted(world, root / "files", workspace, Chain.open(workspace, AS_OF))
