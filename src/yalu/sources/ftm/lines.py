"""The lines of a file, one at a time, unpacked on the way where it is gzipped."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

from yalu.errors import ContractError

MAX_UNPACKED = 4_000_000_000
"""Bytes; a file that would unpack to more is refused before the disk and the memory notice."""

MAX_LINE = 16_000_000
"""Bytes of one line, which is one entity or one statement."""

_GZIP = b"\x1f\x8b"


class FtmFile:
    """One file of a user's source: the source's name for messages, and how the file is refused."""

    def __init__(self, source: str) -> None:
        self.source = source

    def refuse(self, what: str, expected: str, line: int = 0) -> ContractError:
        """The error for the file, or for one of its lines."""
        where = f"line {line}" if line else ""
        return ContractError(self.source, what, where=where, expected=expected)

    def lines(self, content: bytes) -> Iterator[tuple[int, bytes]]:
        """Each line that holds something, with its number. Raises ContractError."""
        if content.startswith(_GZIP):
            stream: io.BufferedIOBase = gzip.GzipFile(fileobj=io.BytesIO(content))
        else:
            stream = io.BytesIO(content)
        number = total = 0
        try:
            while line := stream.readline(MAX_LINE + 1):
                number += 1
                total += len(line)
                if len(line) > MAX_LINE:
                    raise self.refuse("the line is too long", f"at most {MAX_LINE:,} bytes", number)
                if total > MAX_UNPACKED:
                    raise self.refuse("the file unpacks to too much", f"at most {MAX_UNPACKED:,} bytes")
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if line.strip():
                    yield number, line
        except (EOFError, OSError, zlib.error) as error:
            what = f"the gzip file is cut off or damaged: {error}"
            raise self.refuse(what, "the file as it was exported", number) from error
