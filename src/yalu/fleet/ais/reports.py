"""Position reports of types 1, 2, 3 and 18, many at a time.

They are nine tenths of all traffic and have one fixed form each (ITU-R M.1371-5, annex 8), so arrays read
them; every other message is read by pyais, and a test holds both against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

LENGTH = 28
"""Characters of six bits in a position report: 168 bits."""

TYPES = b"123B"
"""The first character of a report that can be read here: types 1, 2, 3 and 18."""

_CLASS_A = {"sog": 50, "lon": 61, "lat": 89, "cog": 116, "heading": 128, "second": 137}
_CLASS_B = {"sog": 46, "lon": 57, "lat": 85, "cog": 112, "heading": 124, "second": 133}
_BITS = {"sog": 10, "lon": 28, "lat": 27, "cog": 12, "heading": 9, "second": 6}
_WORD = 60


def read(payloads: Sequence[bytes]) -> dict[str, NDArray[Any]]:
    """Columns of the reports, in their order: kind, mmsi, status, sog, lon, lat, cog, heading, second.

    Each payload has LENGTH characters and begins with one of TYPES. NaN where the ship sends that it
    does not know; a position that it does not know is 91 and 181.
    """
    signs = np.frombuffer(b"".join(payloads), np.uint8).reshape(-1, LENGTH).astype(np.int64) - 48
    signs -= np.where(signs > 40, 8, 0)
    words = [_word(signs[:, i : i + 10]) for i in (0, 10, 20)]
    words[2] <<= _WORD - 48
    kind = signs[:, 0]
    class_b = kind == 18
    raw = {
        name: np.where(
            class_b,
            _take(words, _CLASS_B[name], length),
            _take(words, _CLASS_A[name], length),
        )
        for name, length in _BITS.items()
    }
    return {
        "kind": kind,
        "mmsi": _take(words, 8, 30),
        "status": np.where(class_b, np.nan, _take(words, 38, 4)),
        "sog": np.where(raw["sog"] == 1023, np.nan, raw["sog"] / 10),
        "lon": _signed(raw["lon"], 28) / 600_000,
        "lat": _signed(raw["lat"], 27) / 600_000,
        "cog": np.where(raw["cog"] >= 3600, np.nan, raw["cog"] / 10),
        "heading": np.where(raw["heading"] >= 360, np.nan, raw["heading"]),
        "second": raw["second"],
    }


def readable(payload: bytes) -> bool:
    """Whether :func:`read` may be given this payload."""
    return len(payload) == LENGTH and payload[0] in TYPES and not payload.translate(None, _SIGNS)


_SIGNS = bytes([*range(48, 88), *range(96, 120)])


def _word(signs: NDArray[np.int64]) -> NDArray[np.int64]:
    word = np.zeros(len(signs), np.int64)
    for column in range(signs.shape[1]):
        word = (word << 6) | signs[:, column]
    return word


def _take(words: list[NDArray[np.int64]], start: int, length: int) -> NDArray[np.int64]:
    first, offset = divmod(start, _WORD)
    if offset + length <= _WORD:
        return (words[first] >> (_WORD - offset - length)) & ((1 << length) - 1)
    head = _WORD - offset
    return (_take(words, start, head) << (length - head)) | _take(words, start + head, length - head)


def _signed(value: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    return value - ((value >> (length - 1)) << length)
