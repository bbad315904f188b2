"""Makes a typeset PDF smaller: the marks for readers' aids and links are packed, and the table of objects.

Typst writes each mark of structure and link as an object of its own, uncompressed: two thirds of a brief.
PDF 1.5 keeps such objects in compressed streams (ISO 32000-1, 7.5.7 and 7.5.8). Pages stay as they are.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

IN_ONE_STREAM = 400
"""Objects in a stream: a reader unpacks a whole stream to get at one of them."""

_PACKED = re.compile(rb"/Type ?/(?:StructElem|Annot)\b")
_OBJECT = re.compile(rb"\s*(\d+) 0 obj\s(.*)\sendobj\s*", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")


@dataclass(frozen=True)
class _File:
    head: bytes
    objects: dict[int, bytes]
    trailer: bytes


def packed(pdf: bytes) -> bytes:
    """The same document in fewer bytes, always the same. One that is written otherwise stays as it is."""
    read = _read(pdf)
    if read is None:
        return pdf
    small = [n for n, body in read.objects.items() if _PACKED.search(body) and b"stream" not in body]
    first_new = max(read.objects) + 1
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    out = bytearray(read.head)

    def write(number: int, body: bytes) -> None:
        entries[number] = (1, len(out), 0)
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    for number in sorted(read.objects.keys() - set(small)):
        write(number, read.objects[number])
    groups = [small[at : at + IN_ONE_STREAM] for at in range(0, len(small), IN_ONE_STREAM)]
    for stream, group in enumerate(groups, first_new):
        write(stream, _object_stream([(n, read.objects[n]) for n in group]))
        entries |= {n: (2, stream, place) for place, n in enumerate(group)}
    table = first_new + len(groups)
    begins = len(out)
    entries[table] = (1, begins, 0)
    out.extend(b"%d 0 obj\n%b\nendobj\n" % (table, _table(entries, read.trailer)))
    out.extend(b"startxref\n%d\n%%%%EOF\n" % begins)
    return bytes(out)


def _read(pdf: bytes) -> _File | None:
    """The objects by number, as the table of the file has them."""
    found = _TRAILER.search(pdf)
    if not found:
        return None
    table = pdf[int(found[2]) : found.start()].split(b"\n")
    offsets = sorted(int(line[:10]) for line in table if line[17:18] == b"n")
    if table[0] != b"xref" or not offsets:
        return None
    ends = [*offsets[1:], int(found[2])]
    objects: dict[int, bytes] = {}
    for begin, end in zip(offsets, ends, strict=True):
        one = _OBJECT.fullmatch(pdf[begin:end])
        if one is None:
            return None
        objects[int(one[1])] = one[2]
    return _File(pdf[: offsets[0]], objects, found[1])


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    places, bodies = [], bytearray()
    for number, body in objects:
        places.append(b"%d %d" % (number, len(bodies)))
        bodies.extend(body + b"\n")
    index = b" ".join(places) + b"\n"
    words = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index))
    return _stream(words, index + bytes(bodies))


def _table(entries: dict[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    size = max(entries) + 1
    rows = (entries.get(n, (0, 0, 0)) for n in range(size))
    content = b"".join(bytes([kind]) + a.to_bytes(4, "big") + b.to_bytes(2, "big") for kind, a, b in rows)
    rest = _SIZE.sub(b"", trailer)
    return _stream(b"/Type/XRef/W[1 4 2]/Size %d%b" % (size, rest), content)


def _stream(words: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (words, len(data), data)
