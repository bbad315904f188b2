"""Ledgers to kill writers in, and what must hold of one at any moment."""

from __future__ import annotations

from pathlib import Path

from tests.durability.workspaces import end, start
from yalu.ledger import heads
from yalu.ledger.check import checked
from yalu.ledger.judgement import Judgement
from yalu.ledger.place import find
from yalu.ledger.store import Ledger


def decide(home: Path, number: int, **environment: str) -> int:
    """``yalu decide`` on a pair of its own; its exit code."""
    words = ("decide", "a", f"r{number}", "same", "--why", f"reason {number}")
    return end(start(*words, workspace=home, **environment)).returncode


def kept(home: Path, url: str = "") -> list[str]:
    """The reasons of all judgements in the ledger in force, whose chain is whole."""
    place = find(home, url)
    found = checked(place, heads.remembered(place))
    assert not found.faults, found.faults
    return [e.why for e in Ledger(place).entries() if isinstance(e, Judgement)]
