"""Names as Latin letters and their 3-grams: what a typing error leaves mostly as it was."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from anyascii import anyascii

from yalu.names.text import LONGEST

ALPHABET = 37
"""A space, 26 letters, 10 digits."""
GRAMS = ALPHABET**3

CODES = np.zeros(256, np.int32)
"""The number of each letter; what is none is a space, 0."""
CODES[[ord(c) for c in "abcdefghijklmnopqrstuvwxyz"]] = range(1, 27)
CODES[[ord(c) for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]] = range(1, 27)
CODES[[ord(c) for c in "0123456789"]] = range(27, 37)
_PLAIN = bytes.maketrans(
    bytes(range(256)),
    bytes((ord(chr(c).lower()) if chr(c).isascii() and chr(c).isalnum() else 32) for c in range(256)),
)


@lru_cache(maxsize=1 << 15)
def letters(text: str) -> bytes:
    """The words of a name in small Latin letters and digits, parted by one space; any script.

    >>> letters("KIM, Jong-Un"), letters("Öz A.Ş.")
    (b'kim jong un', b'oz a s')
    """
    plain = text[:LONGEST].replace("'", "").replace("’", "")
    if not plain.isascii():
        plain = anyascii(plain)[: LONGEST * 2].replace("'", "")
    return b" ".join(plain.encode("ascii", "ignore").translate(_PLAIN).split())


def grams(plain: bytes) -> npt.NDArray[np.int32]:
    """The 3-grams of ``letters``, each once: int32, sorted. Words are parted by a space at both ends."""
    if not plain:
        return np.zeros(0, np.int32)
    codes = CODES[np.frombuffer(b" " + plain + b" ", np.uint8)]
    if len(codes) < 3:
        return np.zeros(0, np.int32)
    found = (codes[:-2] * ALPHABET + codes[1:-1]) * ALPHABET + codes[2:]
    return np.unique(found).astype(np.int32)
