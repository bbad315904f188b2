"""Files, folders and streams of payment messages, told apart by what they hold and not by their names."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import orjson

from yalu.errors import UsageError
from yalu.payments import fin, iso20022, tables
from yalu.payments.fin.files import decoded
from yalu.payments.model import NOT_A_PAYMENT, Read, Reject, Source
from yalu.payments.walking import shown, walk

SMALL = 1 << 20
"""Bytes up to which a document is held whole; a larger one is read element by element."""
LARGEST = 256 << 20
"""Bytes of a file of FIN messages or JSON, which are held whole."""
_XML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<")
_XML_WIDE = (b"\xff\xfe<\0", b"\xfe\xff\0<", b"<\0?\0", b"\0<\0?")
_TABLE_ENDINGS = (".csv", ".tsv", ".txt")


def read(path: str | Path, columns: str = "") -> Iterator[Read]:
    """All messages of a file, or of a folder with its subfolders. ``columns`` maps those of a table.

    Raises UsageError where there is no such file or folder.
    """
    place = Path(path)
    if place.is_dir():
        for found in walk(place):
            if isinstance(found, Reject):
                yield found
            else:
                yield from _file(found, columns)
        return
    if not place.exists():
        raise UsageError(
            f"There is no file or folder {path}", expected="payment messages, a folder of them, or -"
        )
    yield from _file(place, columns)


def read_bytes(content: bytes, name: str = "standard input", columns: str = "") -> Iterator[Read]:
    """All messages of bytes that are held whole."""
    yield from read_stream(io.BytesIO(content), name, columns)


def read_stream(stream: Source, name: str = "standard input", columns: str = "") -> Iterator[Read]:
    """All messages of a stream, such as standard input."""
    start = _filled(stream, SMALL + 1)
    yield from _content(start, stream, name, columns)


def _file(path: Path, columns: str) -> Iterator[Read]:
    name = shown(path)
    try:
        with path.open("rb") as stream:
            start = stream.read(SMALL + 1)
            if start[:4] == b"PAR1":
                yield from tables.read_parquet(path, name, columns)
            else:
                yield from _content(start, stream, name, columns)
    except OSError as error:
        yield Reject(name, f"it cannot be read: {error.strerror}")


def _content(start: bytes, rest: Source, name: str, columns: str) -> Iterator[Read]:
    """What the first bytes say that a file is."""
    large = len(start) > SMALL
    if not start.strip(b" \t\r\n\0"):
        yield Reject(name, "it is empty")
    elif _XML.match(start) or start.startswith(_XML_WIDE):
        if large:
            yield from iso20022.read_stream(_Joined(start, rest), name)
        else:
            yield from iso20022.read_tree(start.lstrip(b" \t\r\n"), name)
    elif start.startswith((b"PK\x03\x04", b"\x1f\x8b", b"%PDF", b"\x89PNG", b"\xff\xd8")):
        yield Reject(
            name, "a packed file, document or picture; payment messages are XML, FIN, CSV or Parquet"
        )
    elif start.startswith(b"PAR1"):
        yield Reject(name, "a Parquet file cannot be read from a stream: give its path")
    elif b"{1:" in start or b"{\x001\x00:" in start or b"{\0001\0:" in start:
        yield from _fin(start, rest, name)
    elif _is_table(start, name, columns):
        yield from tables.read_csv(_Joined(start, rest), name, columns)
    else:
        yield Reject(name, "no payment message: neither XML, nor FIN ({1:...), nor a table", NOT_A_PAYMENT)


def _fin(start: bytes, rest: Source, name: str) -> Iterator[Read]:
    content = start + rest.read(LARGEST - len(start) + 1)
    if len(content) > LARGEST:
        yield Reject(name, f"more than {LARGEST >> 20} MiB of FIN messages in one file: split it")
        return
    if content.lstrip()[:1] == b"[":
        yield from _json(content, name)
        return
    text, note = decoded(content)
    before = text[: text.find("{1:")].strip(" \t\r\n\x00\x01\x03$\ufeff")
    if before:
        yield Reject(
            name, f"{len(before)} characters before the first message are no message", place="its start"
        )
    found = fin.read_text(text, name, note)
    first = next(found, None)
    if first is None:
        yield Reject(name, "no FIN message begins in it: {1:F01... is expected", NOT_A_PAYMENT)
        return
    yield from chain((first,), found)


def _json(content: bytes, name: str) -> Iterator[Read]:
    """A JSON list of FIN messages, as exports write it."""
    try:
        held = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        yield Reject(name, f"it is no JSON: {str(error)[:120]}")
        return
    for number, text in enumerate(held, 1):
        if not isinstance(text, str) or "{1:" not in text:
            yield Reject(name, "no text of a FIN message", place=f"item {number}")
            continue
        yield fin.read_one(text, name, f"message {number}")


def _is_table(start: bytes, name: str, columns: str) -> bool:
    first = start.split(b"\n", 1)[0]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        first = first.replace(b"\0", b"")
    elif b"\0" in first:
        return False
    several = any(first.count(mark) for mark in (b",", b";", b"\t", b"|"))
    return several and (bool(columns) or Path(name).suffix.casefold() == ".csv" or _looks(first))


def _looks(first: bytes) -> bool:
    """Whether a first line reads like headings of payments."""
    from yalu.payments.tables.mapping import choose

    text = first.decode("utf-8-sig", "replace").strip()
    delimiter = max(",;\t|", key=text.count)
    return choose([h.strip('"') for h in text.split(delimiter)]) is not None


def _filled(stream: Source, size: int) -> bytes:
    """Up to ``size`` bytes, also of a pipe that gives fewer at a time."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _Joined:
    """A stream whose beginning was read already."""

    def __init__(self, start: bytes, rest: Source) -> None:
        self._start = io.BytesIO(start)
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        if size is None or size < 0:
            return self._start.read() + self._rest.read()
        return self._start.read(size) or self._rest.read(size)
