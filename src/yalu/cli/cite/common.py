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
    place: Workspace, document: Document, made: list[dict[str, Any]], by: dict[str, str], *, quiet: bool
) -> tuple[list[dict[str, Any]], str]:
    """Put citations into the journal that do not stand there yet; those that were new, and the snapshot."""
    from yalu.documents import desk
    from yalu.evidence.snapshot import current_id

    journal = desk.open_journal(place)
    seen: set[str] = set()
    fresh = []
    for one in made:
        if one["id"] not in journal.citations and one["id"] not in seen:
            seen.add(one["id"])
            fresh.append(one)
    if not fresh:
        return [], current_id(place)
    entries = [*desk.brings(journal, document, by), *fresh]
    return fresh, desk.publish(place, entries, lambda m: tell(m, quiet=quiet))


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
