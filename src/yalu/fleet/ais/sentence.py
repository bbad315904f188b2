"""One line of a receiver's log: tag block, sentence, checksum, and the time that stands beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(
    rb"(?:\\([^\\]*)\\)?!([A-Z]{2}VD[MO],(\d),(\d),(\d?),([AB12]?),([^,*]*),([0-5]?))\*([0-9A-Fa-f]{2})(.*)",
    re.S,
)
_TAG_TIME = re.compile(rb"(?:^|,)c:(\d{9,13})(?:,|\*|$)")
_TRAILING_TIME = re.compile(rb",(\d{9,10})(?:\.\d+)?\s*$")


class Sentence(NamedTuple):
    """A well-formed line. ``time`` is that of its tag block or of the receiver behind it, 0 where none is."""

    text: bytes  # from the ``!`` to the checksum
    total: bytes
    part: bytes
    group: bytes  # sequence number and channel, by which parts find each other
    payload: bytes
    fill: bytes
    time: int


def read(line: bytes) -> Sentence | str:
    """The sentence in a line, or the reason (of rows.REASONS) for which there is none."""
    found = _LINE.fullmatch(line)
    if not found:
        return "not a sentence"
    tag, body, total, part, sequence, channel, payload, fill, check, rest = found.groups()
    if xor(body) != int(check, 16):
        return "checksum"
    time = 0
    if tag is not None:
        content, star, tag_check = tag.partition(b"*")
        if star and not _fits(content, tag_check):
            return "tag checksum"
        if at := _TAG_TIME.search(tag):
            time = int(at[1])
            if time > 99_999_999_999:  # milliseconds
                time //= 1000
    elif rest and (at := _TRAILING_TIME.search(rest)):
        time = int(at[1])
    text = b"!%b*%b" % (body, check)
    return Sentence(text, total, part, sequence + b"/" + channel, payload, fill, time)


def xor(text: bytes) -> int:
    """All bytes joined by exclusive or: NMEA's checksum. Folded, which is quicker than a loop."""
    x = int.from_bytes(text, "big")
    if len(text) > 64:
        for shift in range((len(text) - 1) // 64 * 512, 0, -512):
            x = (x >> shift) ^ (x & ((1 << shift) - 1))
    x ^= x >> 256
    x ^= x >> 128
    x ^= x >> 64
    x ^= x >> 32
    x ^= x >> 16
    x ^= x >> 8
    return x & 255


def _fits(content: bytes, check: bytes) -> bool:
    try:
        return xor(content) == int(check, 16)
    except ValueError:
        return False
