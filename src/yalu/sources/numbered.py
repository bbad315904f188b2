"""Several values in one cell, as lists number them: ``(1) A (2) B``, ``a) A b) B``, ``1. A 2. B``."""

from __future__ import annotations

import re

_FIRST = {
    "(1)": [f"({n})" for n in range(1, 30)],
    "1)": [f"{n})" for n in range(1, 30)],
    "(a)": [f"({chr(96 + n)})" for n in range(1, 27)],
    "a)": [f"{chr(96 + n)})" for n in range(1, 27)],
}
_ENDS = " ,;"
_ALL = re.compile(r"\(1\) ?- ?\(\d\d?\) ([^()]+)")


def split(text: str) -> list[str]:
    """The values of a cell, without their numbers; the cell as it stands where the numbers do not run on.

    >>> split("(1) Indonesia (2) Yemen"), split("(1)-(2) Indonesia"), split("5 (a) Street")
    (['Indonesia', 'Yemen'], ['Indonesia'], ['5 (a) Street'])
    """
    if everywhere := _ALL.fullmatch(text):
        return [everywhere[1].strip()]
    lowered = text.lower()
    marks = next((m for first, m in _FIRST.items() if lowered.startswith(first)), None)
    if marks is None:
        return [text] if text else []
    pieces, start = [], len(marks[0])
    for mark in marks[1:]:
        at = lowered.find(mark, start)
        if at < 0 or lowered[at - 1].isalnum():
            break
        pieces.append(text[start:at])
        start = at + len(mark)
    pieces.append(text[start:])
    if len(pieces) == 1 or any(p.lstrip().startswith("-") or not p.strip(_ENDS) for p in pieces):
        return [text]
    return [p.strip(_ENDS).rstrip(" (") for p in pieces]
