"""Brings a document and states what a passage of it says, as ``yalu read`` and ``yalu cite`` do."""

from __future__ import annotations

import tempfile
from pathlib import Path

from yalu.documents import desk, shelf
from yalu.documents.citing import Request, entries
from yalu.documents.shelf import Document
from yalu.errors import UsageError
from yalu.evidence.view import When
from yalu.jobs.folder import plain_name
from yalu.regimes import load_regime
from yalu.workbench.frame import Ask
from yalu.workbench.frame.route import Upload

SECONDS = 60.0
"""For the text of a document that is brought here; a longer one is brought on the command line."""


def bring(ask: Ask, upload: Upload, said: dict[str, str]) -> Document:
    """Keep and read an upload. Raises ContractError for what cannot be read, UsageError."""
    if not upload.content:
        raise UsageError("The file is empty.", expected="a PDF, Word, HTML or text file")
    with tempfile.TemporaryDirectory(prefix="yalu-") as folder:
        path = Path(folder) / plain_name(upload.name, "document")
        path.write_bytes(upload.content)
        made, _ = shelf.bring(ask.workspace, path, ask.today, said, seconds=SECONDS)
    return made


def cite(ask: Ask, sha256: str, asked: Request, who: str, why: str) -> tuple[str, bool]:
    """State what a passage says; the id of the citation and whether it is new.

    Parties are those known today, whatever day the page shows: a statement is made now. Raises UsageError.
    """
    document = shelf.find(ask.workspace, sha256)
    text = shelf.text_of(ask.workspace, document)
    view = ask.reader.view(When.at(ask.today))
    by = desk.decided(who, why)
    made = entries(view, load_regime().tie_types, document, text, asked, by)
    fresh, _ = desk.file(ask.workspace, [(document, made)], by)
    return made[-1]["id"], made[-1]["id"] in fresh
