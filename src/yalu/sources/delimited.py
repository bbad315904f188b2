"""From the bytes of a text file with a header row to its rows, or a ContractError that names the row."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from yalu.errors import ContractError


class TextFile:
    """One delimited file of a source: its name for messages, and how it is refused."""

    def __init__(self, source: str, file: str) -> None:
        self.source = source
        self.file = file

    def where(self, row: int = 0) -> str:
        """``ConList.csv row 57``: the file and its row, 1-based, the header counted."""
        return f"{self.file} row {row}" if row else self.file

    def refuse(self, what: str, expected: str, row: int = 0) -> ContractError:
        """The error for the file, or for one of its rows."""
        return ContractError(self.source, what, where=self.where(row), expected=expected)

    def decode(self, content: bytes) -> str:
        """The text, in UTF-8 or else in Windows-1252; a web page or another file is refused."""
        expected = "UTF-8 or Windows-1252 text"
        if not content.strip():
            raise self.refuse("the file is empty", "the list")
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise self.refuse("the file is UTF-16", expected)
        if b"\0" in content:
            raise self.refuse(f"NUL byte at offset {content.index(0)}", expected)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            try:
                text = content.decode("cp1252")
            except UnicodeDecodeError as error:
                what = f"byte {content[error.start]:#04x} at offset {error.start} is no letter"
                raise self.refuse(what, expected) from error
        if text[:200].lstrip().startswith("<"):
            raise self.refuse(f"a web page or XML, beginning {text.lstrip()[:40]!r}", "the CSV file itself")
        return text

    def rows(self, text: str, delimiter: str = ",") -> list[list[str]]:
        """Every row with its fields in single spaces; a quote that stays open is refused."""
        return [[plain(field) for field in row] for row in self.rows_as_written(text, delimiter)]

    def rows_as_written(self, text: str, delimiter: str = ",") -> list[list[str]]:
        """Every row with its fields as they stand."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows: list[list[str]] = []
        try:
            for raw in reader:
                rows.append(raw)
        except csv.Error as error:
            what = f"the CSV breaks off or breaks its quoting: {error}"
            raise self.refuse(what, "a whole file, each quote closed", len(rows) + 1) from error
        return rows

    def check_header(self, found: Sequence[str], columns: Sequence[str], row: int) -> None:
        """Refuse a header that is not the known one: a new column would be missed in silence."""
        if list(found) == list(columns):
            return
        missing = [c for c in columns if c not in found]
        new = [c for c in found if c not in columns]
        told = [f"lacks {', '.join(missing[:4])}"] if missing else []
        told += [f"has the new {', '.join(repr(c[:40]) for c in new[:4])}"] if new else []
        what = f"the header {' and '.join(told) or 'has another order'}"
        raise self.refuse(what, f"{len(columns)} columns: {', '.join(columns)}"[:300], row)


def plain(text: str) -> str:
    """Text with single spaces: publishers wrap and pad cells anew in each copy."""
    return " ".join(text.split())
