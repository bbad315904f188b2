"""What the verbs of ``yalu cite`` share: opening what they need, and saying what came of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu.cli.options import open_evidence, tell, today

if TYPE_CHECKING:
    from yalu.documents.shelf import Document
    from yalu.evidence.view import View
    from yalu.evidence.workspace import Workspace
    from yalu.regimes.ties import TieType


def open_desk(workspace: Path | None, *, quiet: bool) -> tuple[Workspace, View, dict[str, TieType]]:
    """The workspace, its parties as known today, and the types of ties."""
    from yalu.regimes import load_regime

    place, evidence = open_evidence(workspace, "", quiet=quiet)
    return place, evidence.at(today()), load_regime().tie_types


def file_entries(
    place: Workspace, made: list[tuple[Document, list[dict[str, Any]]]], by: dict[str, str], *, quiet: bool
) -> tuple[set[str], str]:
    """Put citations into the journal that do not stand there yet: the ids of these, and the snapshot."""
    from yalu.documents import desk

    return desk.file(place, made, by, lambda m: tell(m, quiet=quiet))


def print_json(answer: dict[str, Any]) -> None:
    """One line of JSON."""
    import orjson

    sys.stdout.write(orjson.dumps({"version": 1, **answer}).decode() + "\n")
