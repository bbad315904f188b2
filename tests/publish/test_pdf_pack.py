"""A packed PDF is the same document: every object is there once, found by the new table, and smaller."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from yalu.publish.pdf_pack import IN_ONE_STREAM, packed

MARKS = 900


def made() -> bytes:
    """A page with marks of structure, in the form that is read."""
    text = b"BT /F1 12 Tf 72 720 Td (Coal stays) Tj ET"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/StructTreeRoot/K[%b]>>" % b" ".join(b"%d 0 R" % n for n in range(7, 7 + MARKS)),
        *(b"<</Type/StructElem/S/P/P 6 0 R/Alt(mark %d)>>" % n for n in range(MARKS)),
    ]
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n\r\n" % o for o in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, at)
    return bytes(out)


def test_every_object_is_there_once_and_found_by_the_table() -> None:
    small = packed(made())
    assert len(small) < len(made()) / 2 and packed(made()) == small
    begins = int(small.rsplit(b"startxref\n", 1)[1].split()[0])
    table = re.match(rb"\d+ 0 obj\n<<(.*?)>>stream\n(.*)\nendstream", small[begins:], re.DOTALL)
    assert table and b"/Root 1 0 R" in table[1]
    rows = zlib.decompress(table[2])
    kinds = [rows[at] for at in range(0, len(rows), 7)]
    assert kinds.count(2) == MARKS and kinds[0] == 0
    streams = re.findall(rb"/ObjStm/N (\d+)/First (\d+)/Filter/FlateDecode/Length (\d+)>>stream\n", small)
    assert len(streams) == -(-MARKS // IN_ONE_STREAM) and sum(int(n) for n, *_ in streams) == MARKS
    for number in range(1, len(kinds)):
        kind, where = rows[number * 7], int.from_bytes(rows[number * 7 + 1 : number * 7 + 5], "big")
        if kind == 1:
            assert small[where:].startswith(b"%d 0 obj\n" % number)
            continue
        holder = int.from_bytes(rows[where * 7 + 1 : where * 7 + 5], "big")
        place = int.from_bytes(rows[number * 7 + 5 : number * 7 + 7], "big")
        head = re.match(rb"\d+ 0 obj\n<<.*?/First (\d+).*?>>stream\n", small[holder:], re.DOTALL)
        assert head
        body = zlib.decompressobj().decompress(small[holder + head.end() :])
        index = [int(n) for n in body[: int(head[1])].split()]
        assert index[place * 2] == number
        at = int(head[1]) + index[place * 2 + 1]
        assert body[at:].startswith(b"<</Type/StructElem/S/P/P 6 0 R/Alt(mark %d)>>" % (number - 7))


def test_a_reader_reads_it(tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    for name, content in (("before", made()), ("after", packed(made()))):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(content)
        done = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)
        assert done.stdout.strip() == b"Coal stays" and not done.stderr


@pytest.mark.parametrize(
    "other", [b"", b"%PDF-1.7\n", made()[:-40], made().replace(b"7 0 obj", b"7 1 obj", 1)]
)
def test_what_is_written_otherwise_stays_as_it_is(other: bytes) -> None:
    assert packed(other) == other
