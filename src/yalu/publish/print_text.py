"""Text for print: letters that the fonts have, and source numbers short enough for a line."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts" / "print"
MISSING = "〓"
"""The printers' sign for a letter that the type case lacks."""
SHORT = 22
"""Letters of the parts of an address that are not worth a break."""
_PIECES = re.compile(r"(?:\w+://)?[^/?&=_;:@+-]{0,40}[/?&=_;:@+-]*")
PLAIN = frozenset("\n\t\u00ad\u200b\u2060")
"""What no font needs to draw."""


def printable(text: str) -> str:
    """The text with ``MISSING`` for each letter that no font of the print has."""
    if text.isascii():
        return text
    return "".join(c if ord(c) in covered() or c in PLAIN else MISSING for c in text)


def address_parts(text: str) -> list[str]:
    """An address in parts between which it may break: after a sign, or within a very long word."""
    parts: list[str] = []
    for piece in _PIECES.findall(text):
        if parts and len(parts[-1]) + len(piece) <= SHORT:
            parts[-1] += piece
        elif piece:
            parts.append(piece)
    return parts


def breaks_by_itself(part: str, following: str) -> bool:
    """Whether a line may end after a part without help: after a plain sign that no figure follows."""
    return "://" not in part and part.endswith(("/", "-", "?")) and not following[:1].isdigit()


@cache
def covered() -> frozenset[int]:
    """The code points that the fonts of the print draw."""
    found: set[int] = set()
    for file in sorted(FONTS.glob("*.otf")):
        found.update(_code_points(file.read_bytes()))
    return frozenset(found)


def runs(numbers: Sequence[int], most: int) -> tuple[list[tuple[int, int]], int]:
    """Ascending numbers as at most ``most`` runs from-to, and how many numbers are left out."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found[:most], sum(last - first + 1 for first, last in found[most:])


def _code_points(font: bytes) -> Iterator[int]:
    """The characters of an OpenType font, from its Unicode ``cmap`` tables of formats 4 and 12."""
    tables = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(tables))
    start = next(offset for tag, _, offset, _ in entries if tag == b"cmap")
    for i in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">HHI", font, start + 4 + 8 * i)[2]
        form = struct.unpack_from(">H", font, at)[0]
        if form == 4:
            size = struct.unpack_from(">H", font, at + 6)[0]
            ends = struct.unpack_from(f">{size // 2}H", font, at + 14)
            starts = struct.unpack_from(f">{size // 2}H", font, at + 16 + size)
            for first, last in zip(starts, ends, strict=True):
                yield from range(first, min(last, 0xFFFE) + 1)
        elif form == 12:
            for n in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * n)
                yield from range(first, last + 1)
