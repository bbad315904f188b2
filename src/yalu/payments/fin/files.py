"""Files of FIN messages: single, RJE (``$`` between), PCC (padded), with acknowledgements before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

BEGIN = re.compile(r"\{1:[A-Z]\d\d")


def texts(text: str) -> Iterator[str]:
    """The text of each message, from its block 1 to the next one's."""
    places = [match.start() for match in BEGIN.finditer(text)]
    for here, after in zip(places, [*places[1:], len(text)], strict=False):
        yield text[here:after].rstrip("$\r\n \x00\x01\x03")


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a file, and what to say of its encoding: FIN is ASCII, files of it not always."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), "the file is UTF-16"
    try:
        return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), ""
    except UnicodeDecodeError:
        note = "the file is not UTF-8 throughout: messages in it that are not were read as Latin-1"
        return "".join(map(_one, re.split(rb"(?=\{1:)", content))), note


def _one(piece: bytes) -> str:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return piece.decode("latin-1")
