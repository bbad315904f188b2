"""What a file is: its content says it, whatever its name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Final

from yalu.errors import ContractError

READERS: Final = {"pdf": "PDF", "docx": "Word (.docx)", "html": "HTML", "txt": "plain text"}
"""The formats that are read."""

_OF_SUFFIX = {
    **{".pdf": "pdf", ".docx": "docx", ".docm": "docx", ".txt": "txt", ".md": "txt", ".text": "txt"},
    **dict.fromkeys((".htm", ".html", ".xhtml"), "html"),
}
_HTML = re.compile(
    rb"<!doctype html|<(?:html|head|body|title|meta|div|p|table|article|h1|script)[\s>/]", re.IGNORECASE
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"GIF8", "an image"),
)


def refuse(
    what: str, do: str = "", expected: str = "a PDF, a Word file (.docx), HTML or plain text"
) -> ContractError:
    """The error for a document that cannot be read."""
    return ContractError(
        "documents", what, expected=expected, do=do or "Check the file, or save it anew as PDF."
    )


def format_of(content: bytes) -> str:
    """``pdf``, ``docx``, ``html`` or ``txt``, by the content. Raises ContractError."""
    if not content.strip(b"\x00 \t\r\n"):
        raise refuse("the file is empty")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    for start, what in _OTHERS:
        if content.startswith(start):
            raise refuse(
                f"the file is {what}", do="Save it as PDF or .docx; an image needs text recognition first."
            )
    head = content[:4096]
    if _HTML.search(head) and content.lstrip(b"".join(_BOMS) + b" \t\r\n").startswith(b"<"):
        return "html"
    if b"\x00" in head and not content.startswith(_BOMS):
        raise refuse("the file is no text and no format that is read")
    return "txt"


def misnamed(name: str, found: str) -> str:
    """What to tell where the name of a file promises another format; ``""`` where it does not."""
    suffix = PurePath(name).suffix.lower()
    promised = _OF_SUFFIX.get(suffix)
    if promised == found or (not promised and found == "txt"):
        return ""
    return f"{name} is {READERS[found]} by its content, whatever its name; it was read as that"


def _packed(content: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise refuse(f"the file is a packed one that is cut off or damaged: {error}") from error
    if "word/document.xml" in names:
        return "docx"
    raise refuse("the file is packed, and no Word document", do="Unpack it, and read the documents in it.")
