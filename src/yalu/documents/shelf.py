"""The documents of a workspace: their bytes in the archive, what is said of them beside it, their text.

::

    archive/ab/abcd...              the bytes
    archive/documents/<sha256>.json what was said when it was brought: title, publisher, public date
    documents/<sha256>/text.json    the text by page; made again where it is lost
    documents/<sha256>/...          what was found in it, for each snapshot and day
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import orjson

from yalu.documents import limits
from yalu.documents.extract import VERSION, Step, extract
from yalu.documents.page import Text
from yalu.errors import UsageError, YaluError
from yalu.evidence import archive
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.model.dates import partial
from yalu.model.vocabulary import Grade

GRADES = tuple(str(g) for g in Grade if g not in (Grade.GOVERNMENT_LISTING,))
"""Grades that a passage of a document may have; a listing comes from a list."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is said of a document. ``public`` is a year, month or day, or empty where nobody knows it."""

    sha256: str
    file: str
    brought: str
    title: str = ""
    publisher: str = ""
    public: str = ""
    url: str = ""
    grade: str = str(Grade.UNVERIFIED)


def check(document: Document) -> Document:
    """Refuse a date or grade that cannot be. Raises UsageError."""
    if document.public:
        try:
            when = partial(document.public)
        except ValueError as error:
            raise UsageError(f"--public: {error}", expected="2016, 2016-08 or 2016-08-11") from None
        if when.lo > document.brought:
            raise UsageError(
                f"--public {document.public} is after the day on which the document was brought."
            )
    check_grade(document.grade)
    return document


def check_grade(grade: str) -> str:
    """Refuse a grade that there is not. Raises UsageError."""
    if grade not in GRADES:
        raise UsageError(f"There is no grade {grade[:60]!r} for a document.", expected=", ".join(GRADES))
    return grade


def bring(
    workspace: Workspace,
    path: Path,
    today: str,
    said: dict[str, str],
    step: Step = lambda _: None,
    seconds: float = limits.SECONDS,
) -> tuple[Document, Text]:
    """Read a file and keep it: bytes, text, and what is said of it. Brought again, what is said anew wins.

    A file that cannot be read, or not within some ``seconds``, is not kept. Raises ContractError, UsageError,
    StorageError.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise UsageError(f"There is no file {path}.", expected="a PDF, Word, HTML or text file") from None
    digest = archive.sha256(content)
    before = find(workspace, digest) if _about(workspace, digest).exists() else None
    fresh = check(
        replace(before or Document(digest, path.name, today), **{k: v for k, v in said.items() if v})
    )
    kept = kept_text(workspace, digest)
    text = kept or extract(content, path.name, step, seconds)
    if not fresh.title:
        title = next((n.what for n in text.notes if n.code == "title"), "")
        fresh = replace(fresh, title=title or path.name)
    with workspace.writing(lambda: step("waiting for another command that writes here")):
        archive.keep(workspace, content)
        if fresh != before:
            write_whole(_about(workspace, digest), orjson.dumps(asdict(fresh), option=orjson.OPT_INDENT_2))
        if kept is None:
            write_whole(folder(workspace, digest) / "text.json", orjson.dumps(text.as_json()))
    return fresh, text


def amend(workspace: Workspace, document: Document, said: dict[str, str]) -> Document:
    """Say anew what is given, of a document that is held. Raises UsageError, StorageError."""
    fresh = check(replace(document, **{k: v for k, v in said.items() if v}))
    if fresh != document:
        with workspace.writing():
            write_whole(
                _about(workspace, fresh.sha256), orjson.dumps(asdict(fresh), option=orjson.OPT_INDENT_2)
            )
    return fresh


def find(workspace: Workspace, name: str) -> Document:
    """The document whose sha256 begins so. Raises UsageError where none or several do."""
    if not re.fullmatch(r"[0-9a-f]{6,64}", name.lower()):
        raise UsageError(
            f"{name[:80]!r} is neither a file nor the beginning of a sha256.", do="yalu read FILE"
        )
    found = sorted((workspace.archive / "documents").glob(f"{name.lower()}*.json"))
    if len(found) != 1:
        raise UsageError(
            f"{len(found) or 'No'} documents here have a sha256 that begins with {name}.",
            do="yalu read FILE brings one.",
        )
    try:
        return Document(**orjson.loads(found[0].read_bytes()))
    except (OSError, ValueError, TypeError) as error:
        raise YaluError(
            f"{found[0]} cannot be read: {error}", do="Read the document again with yalu read."
        ) from error


def held(workspace: Workspace) -> list[Document]:
    """All documents that were brought, by the day on which they were, then by sha256."""
    names = sorted(p.stem for p in (workspace.archive / "documents").glob("[!.]*.json"))
    return sorted((find(workspace, n) for n in names), key=lambda d: (d.brought, d.sha256))


def text_of(workspace: Workspace, document: Document, step: Step = lambda _: None) -> Text:
    """The text of a held document, read again from the archive where it is lost."""
    if (kept := kept_text(workspace, document.sha256)) is not None:
        return kept
    text = extract(archive.document(workspace, document.sha256), document.file, step)
    with workspace.writing():
        write_whole(folder(workspace, document.sha256) / "text.json", orjson.dumps(text.as_json()))
    return text


def kept_text(workspace: Workspace, digest: str) -> Text | None:
    """The text as it was kept by this version of the readers."""
    try:
        text = Text.from_json(orjson.loads((folder(workspace, digest) / "text.json").read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return text if text.reader.endswith(f", text {VERSION}") else None


def folder(workspace: Workspace, digest: str) -> Path:
    """Where what was made from a document lies."""
    return workspace.root / "documents" / digest


def _about(workspace: Workspace, digest: str) -> Path:
    return workspace.archive / "documents" / f"{digest}.json"
