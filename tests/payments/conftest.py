"""One chain over the casebook for all tests of this folder; a run of its own for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from yalu.evidence.workspace import Workspace
from yalu.payments import Message, read_bytes
from yalu.payments.chain import Chain

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
