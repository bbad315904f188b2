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
    from yalu.evidence.snapshot import current_id

    journal = desk.open_journal(place)
    batch: list[dict[str, Any]] = []
    fresh: set[str] = set()
    brought: set[str] = set()
    for document, entries in made:
        new = [e for e in entries if e["id"] not in journal.citations and e["id"] not in fresh]
        if new and document.sha256 not in brought:
            brought.add(document.sha256)
            batch += desk.brings(journal, document, by)
        fresh |= {e["id"] for e in new}
        batch += new
    if not batch:
        return fresh, current_id(place)
    return fresh, desk.publish(place, batch, lambda m: tell(m, quiet=quiet))


def said(c: dict[str, Any]) -> str:
    """What a citation states, in one line."""
    role = (c.get("detail") or {}).get("role")
    ends = (
        (c["value"], c["subject"]) if (c.get("detail") or {}).get("reversed") else (c["subject"], c["value"])
    )
    what = f"{ends[0]} {role} {ends[1]}" if role else f"{c['subject']} {c['prop']}: {c['value']}"
    share = (c.get("detail") or {}).get("share")
    return what + (f", {share}" if share else "") + f" ({c['grade']})"


def print_json(answer: dict[str, Any]) -> None:
    """One line of JSON."""
    import orjson

    sys.stdout.write(orjson.dumps({"version": 1, **answer}).decode() + "\n")
