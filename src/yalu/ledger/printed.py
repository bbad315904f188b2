"""Where the ledger stands, as each publication prints it."""

from __future__ import annotations

from pathlib import Path

from yalu.ledger.chain import Head
from yalu.ledger.place import find

EMPTY = "no judgements"


def head(root: Path, url: str = "") -> Head | None:
    """The head of a workspace's ledger, or ``None`` where it holds no judgements.

    Reads only, and needs no database where there is no ledger. Raises StorageError where the ledger that is
    named cannot be read: a publication without its head would look like one without judgements.
    """
    place = find(root, url)
    if place.file and not place.file.exists():
        return None
    from yalu.ledger.store import Ledger

    return Ledger(place).head()


def words(stood: Head | None) -> str:
    """As a page prints it: ``12:ab34cd56ef78``, or that there are no judgements."""
    return stood.short if stood else EMPTY
