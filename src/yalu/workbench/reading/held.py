"""The documents that were public by a day, and how each was read."""

from __future__ import annotations

from yalu.documents import shelf
from yalu.documents.page import CUT, UNREAD, spans
from yalu.documents.shelf import Document
from yalu.errors import UsageError
from yalu.model.dates import partial
from yalu.workbench.frame import Ask, Gone


def public_on(document: Document) -> str:
    """The day by which it was certainly public: its own, else that on which it was brought."""
    return partial(document.public).hi if document.public else document.brought


def documents(ask: Ask) -> list[Document]:
    """The documents that the day shows, the newest first."""
    return [d for d in reversed(shelf.held(ask.workspace)) if public_on(d) <= ask.as_of]


def document(ask: Ask, sha256: str) -> Document:
    """The document whose sha256 begins so. Raises Gone where the day shows none."""
    try:
        found = shelf.find(ask.workspace, sha256)
    except UsageError:
        raise Gone(f"No document {sha256[:20]} is held here.", "Bring it on the page Read.") from None
    if public_on(found) > ask.as_of:
        raise Gone(f"The document was not public on {ask.as_of}.", "Ask a later day.")
    return found


def state(ask: Ask, found: Document) -> str:
    """How it was read, in words."""
    text = shelf.kept_text(ask.workspace, found.sha256)
    if text is None:
        return "to be read again when it is opened"
    said = [f"{len(text.pages):,} page{'s' if len(text.pages) != 1 else ''}"]
    unread = [p.number for p in text.pages if p.mark in UNREAD]
    if unread:
        said.append(f"not read: {spans(unread)}; run text recognition over them")
    if cut := text.marked(CUT):
        said.append(f"cut: {spans(cut)}")
    return ", ".join(said) if len(said) > 1 else f"{said[0]}, read"
