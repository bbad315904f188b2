"""Words as a search compares them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Words without case, accents and punctuation, one space between and at both ends.

    >>> plain("RI, Hông-So'p")
    ' ri hong sop '
    """
    # twice: a letter may come apart into capitals (℠), and a capital into a letter and its accent (İ)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    folded = re.sub(r"['’ʼ`]", "", folded)
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    return f" {' '.join(_WORD.findall(unicodedata.normalize('NFC', kept)))} "
