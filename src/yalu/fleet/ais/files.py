"""Opens what holds AIS: a plain file, gzip, a zip of one file; and cuts it into blocks of whole lines."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from yalu.errors import UsageError

BLOCK = 32 << 20
"""Bytes of a block of lines: what is read, kept and recorded at a time."""

FORMATS = ("nmea", "csv", "parquet")


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, without its compression. Raises UsageError."""
    if not path.is_file():
        raise UsageError(f"{path} is no file.", expected="a file of AIS, - or tcp://HOST:PORT")
    if path.suffix == ".gz":
        with gzip.open(path) as unpacked:
            yield cast("IO[bytes]", unpacked)
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if not n.endswith("/")]
            if len(names) != 1:
                raise UsageError(f"{path} holds {len(names)} files.", expected="a zip of one file")
            with archive.open(names[0]) as file:
                yield file
    elif path.suffix == ".zst":
        raise UsageError(f"{path} is packed by zstd.", do=f"Unpack it first: zstd -d {path.name}")
    else:
        with path.open("rb") as file:
            yield file


def sha256(path: Path) -> str:
    """The digest of the file as it lies on the disk."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def format_of(head: bytes) -> str:
    """nmea, csv or parquet, by how the content begins."""
    if head.startswith(b"PAR1"):
        return "parquet"
    lines = [line for line in head.split(b"\n")[:50] if line.strip()]
    sentences = sum(line.lstrip().startswith((b"!", b"\\", b"$")) for line in lines)
    return "nmea" if lines and sentences * 2 >= len(lines) else "csv"


def blocks(file: IO[bytes], size: int = BLOCK) -> Iterator[bytes]:
    """Blocks of whole lines; the last line of all may lack its end."""
    rest = b""
    while read := file.read(size):
        cut = read.rfind(b"\n") + 1
        if cut:
            yield rest + read[:cut]
            rest = read[cut:]
        else:
            rest += read
    if rest:
        yield rest


def heading(line: bytes) -> tuple[list[str], str]:
    """The headings of a table and what divides its fields. Raises UsageError."""
    try:
        text = line.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError:
        text = line.decode("latin-1").strip("\r\n")
    delimiter = max(",;\t|", key=text.count)
    found = next(csv.reader(io.StringIO(text), delimiter=delimiter), [])
    if len(found) < 4:
        raise UsageError(
            f"The first line is no heading of a table of positions: {text[:80]!r}.",
            expected="headings such as MMSI, BaseDateTime, LAT, LON; or AIS sentences",
            do="Say what it is with --format nmea, csv or parquet.",
        )
    return found, delimiter
