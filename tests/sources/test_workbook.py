"""Workbooks that would harm the reader are refused before they are parsed."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest

from tests.sources.workbooks import workbook
from yalu.errors import ContractError
from yalu.sources import workbook as reader
from yalu.sources.workbook import read_sheets

GOOD = workbook({"One": [["a", 1, 2.0, 2.5, None], [], [datetime(2013, 3, 8), datetime(2013, 3, 8, 12)]]})


def with_part(name: str, body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, body if part.filename == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, body)
    return out.getvalue()


def test_cells_become_text() -> None:
    assert read_sheets(GOOD, "s", "f") == {
        "One": [["a", "1", "2", "2.5"], [], ["2013-03-08", "2013-03-08 12:00:00"]]
    }


@pytest.mark.parametrize(
    "declaration", [b'<!DOCTYPE x [<!ENTITY a "aa">]>', b"<!DOCTYPE x SYSTEM 'file:///etc/hostname'>"]
)
def test_a_document_type_is_refused(declaration: bytes) -> None:
    body = b"<?xml version='1.0'?>" + declaration + b"<sst/>"
    for name in ("xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        with pytest.raises(ContractError, match="declares a document type"):
            read_sheets(with_part(name, body), "s", "f")


def test_utf_16_parts_are_refused() -> None:
    body = "<?xml version='1.0'?><!DOCTYPE x><sst/>".encode("utf-16")
    with pytest.raises(ContractError, match="is in UTF-16"):
        read_sheets(with_part("xl/sharedStrings.xml", body), "s", "f")


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_UNPACKED", 100_000)
    with pytest.raises(ContractError, match="unpacks to too much"):
        read_sheets(with_part("xl/media/image1.bin", b"\0" * 100_000), "s", "f")


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(ContractError, match="the workbook is empty"):
        read_sheets(workbook({"One": [[]]}), "s", "f")
