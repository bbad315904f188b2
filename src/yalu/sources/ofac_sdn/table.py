"""From the bytes of one CSV file to its rows, or a ContractError that names the row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from yalu.errors import ContractError

MAIN, ALIASES, ADDRESSES, COMMENTS = "sdn", "alt", "add", "comments"
"""The layouts; an edition's parts are these, and its main part may have a name of its own."""

COLUMNS = {
    "sdn": (
        "ent_num",
        "SDN_Name",
        "SDN_Type",
        "Program",
        "Title",
        "Call_Sign",
        "Vess_type",
        "Tonnage",
        "GRT",
        "Vess_flag",
        "Vess_owner",
        "Remarks",
    ),
    "alt": ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"),
    "add": ("ent_num", "add_num", "Address", "City_State_Zip", "Country", "add_remarks"),
    "comments": ("ent_num", "remarks"),
}

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_EMPTY = frozenset({"", "-0-"})
_CUT_EMPTY = "-0"
_LINE_ENDS = "\r\n\x1a"
_WHOLE_LAST_FIELD = re.compile(r'(?:[".]|-0-?) *\Z')

Row = list[str]


@dataclass(frozen=True, slots=True)
class Edition:
    """A list in this layout: its source, its files by layout, and the list of an entry by its programs."""

    source: str
    files: Mapping[str, str]
    lists: Callable[[Sequence[str]], tuple[str, ...]]

    def where(self, layout: str, row: int = 0) -> str:
        """``sdn.csv row 57``: the file and its data row, 1-based."""
        return f"{self.files[layout]} row {row}" if row else self.files[layout]

    def refuse(self, layout: str, what: str, expected: str, row: int = 0) -> ContractError:
        """The error for a file, or for its data row ``row`` (1-based)."""
        return ContractError(self.source, what, where=self.where(layout, row), expected=expected)


def read_rows(content: bytes, part: str, edition: Edition) -> list[Row]:
    """All rows, with ``-0-`` as ``""`` and without outer spaces, save in remarks, whose length tells a cut.

    Every row has the part's number of columns and a number in its first. A closing Ctrl-Z line is
    dropped. The last row may lack its line end, and its empty mark may be cut to ``-0``.

    Raises:
        ContractError: not this file, not CSV, cut short, or in another encoding.
    """
    columns = COLUMNS[part]
    text = _decode(content, part, edition)
    body = text.rstrip(_LINE_ENDS)
    reader = csv.reader(io.StringIO(body, newline=""), strict=True)
    rows: list[Row] = []
    try:
        for raw in reader:
            if raw:
                rows.append(_checked(raw, part, columns, len(rows) + 1, edition))
    except csv.Error as error:
        raise edition.refuse(
            part,
            f"the CSV breaks off or breaks its quoting: {error}",
            "a whole file, each quote closed",
            len(rows) + 1,
        ) from error
    if not rows:
        raise edition.refuse(part, "the file is empty", f"rows of {len(columns)} fields")
    if body == text and not _WHOLE_LAST_FIELD.search(body):
        raise edition.refuse(
            part, f"the file breaks off in {body[-30:]!r}", "a whole last field and a line end", len(rows)
        )
    if rows[-1][-1] == _CUT_EMPTY:
        rows[-1][-1] = ""
    return rows


def _decode(content: bytes, part: str, edition: Edition) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise edition.refuse(part, "the file is UTF-16", "UTF-8 or Windows-1252")
    if b"\0" in content:
        raise edition.refuse(part, f"NUL byte at offset {content.index(0)}", "UTF-8 or Windows-1252 text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError as error:
            raise edition.refuse(
                part,
                f"byte {content[error.start]:#04x} at offset {error.start} is no letter",
                "UTF-8 or Windows-1252 text",
            ) from error
    start = text[:200].lstrip().lower()
    if start.startswith("<"):
        raise edition.refuse(part, f"a web page or XML, beginning {start[:40]!r}", "the CSV file itself")
    return text


def _checked(raw: Row, part: str, columns: tuple[str, ...], number: int, edition: Edition) -> Row:
    if number == 1 and raw[0].strip().lower() == columns[0].lower():
        raise edition.refuse(part, "a header row", "the official layout, which has none", number)
    if len(raw) != len(columns):
        raise edition.refuse(part, f"{len(raw)} fields", f"{len(columns)}: {', '.join(columns)}", number)
    row = ["" if (value := field.strip()) in _EMPTY else value for field in raw]
    if row[-1]:
        row[-1] = raw[-1]
    if not _NUMBER.fullmatch(row[0]):
        raise edition.refuse(part, f"ent_num is {row[0][:40]!r}", "a whole number", number)
    return row
