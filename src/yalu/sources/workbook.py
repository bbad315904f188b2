"""From the bytes of an Excel workbook to the rows of its sheets, or a ContractError.

Nothing of the workbook is computed, and nothing outside it is followed: formulas give the value that was
stored with them, links to other files are dropped. A document type declaration, by which XML could expand
without end, and an archive that would unpack beyond the limit are refused before any of it is parsed.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time

from openpyxl import load_workbook

from yalu.errors import ContractError
from yalu.sources.delimited import plain

MAX_UNPACKED = 200_000_000
"""Bytes of all parts of a workbook together; the largest list known unpacks to 7 million."""

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

Row = list[str]


def read_sheets(content: bytes, source: str, file: str, *, lines: bool = False) -> dict[str, list[Row]]:
    """The rows of each sheet as text: single spaces, dates in ISO form, whole numbers without a point.

    A row has no empty cells at its end; an empty row is an empty list, so that the first row is row 1.
    With ``lines`` the lines of a cell stay apart, for lists that stack several values in one cell.
    """
    try:
        _check_archive(content, source, file)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets: dict[str, list[Row]] = {}
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            sheets[str(sheet.title)] = [_row(v, lines) for v in sheet.iter_rows(values_only=True)]
    except ContractError:
        raise
    except Exception as error:  # a damaged archive fails in many ways inside the library
        raise ContractError(
            source,
            f"the workbook cannot be read ({type(error).__name__}: {error})"[:200],
            where=file,
            expected="a whole Excel workbook (.xlsx)",
        ) from error
    if not any(row for rows in sheets.values() for row in rows):
        raise ContractError(source, "the workbook is empty", where=file, expected="sheets with rows")
    return sheets


def text(value: object, lines: bool = False) -> str:
    """A cell as text, its lines joined or kept apart.

    >>> text(datetime(2013, 3, 8)), text(1965.0), text(" a  b\\n"), text(None)
    ('2013-03-08', '1965', 'a b', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if lines:
        return "\n".join(line for part in str(value).splitlines() if (line := plain(part)))
    return plain(str(value))


def _row(values: tuple[object, ...], lines: bool) -> Row:
    row = [text(v, lines) for v in values]
    while row and not row[-1]:
        row.pop()
    return row


def _check_archive(content: bytes, source: str, file: str) -> None:
    def refuse(what: str, expected: str) -> ContractError:
        return ContractError(source, what, where=file, expected=expected)

    if not content.startswith(b"PK"):
        start = content[:20].strip()
        what = f"no Excel workbook: it begins with {start!r}" if start else "the file is empty"
        raise refuse(what, "an Excel workbook (.xlsx)")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if sum(p.file_size for p in parts) > MAX_UNPACKED:
            raise refuse("the workbook unpacks to too much", f"at most {MAX_UNPACKED:,} bytes")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                body = archive.read(part)
                if any(mark in body for mark in _DECLARATIONS) or body[:2] in (b"\xff\xfe", b"\xfe\xff"):
                    what = f"{part.filename} declares a document type, or is in UTF-16"
                    raise refuse(what, "a workbook as Excel writes it")
