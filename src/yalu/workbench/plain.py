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
    # Folded again after it is taken apart: a sign such as ℠ holds capitals.
    folded = unicodedata.normalize("NFKD", re.sub(r"['’ʼ`]", "", text).casefold())
    folded = unicodedata.normalize("NFKD", folded.casefold())
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    return f" {' '.join(_WORD.findall(unicodedata.normalize('NFC', kept)))} "
