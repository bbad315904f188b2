"""Names in a cell: several on lines or behind semicolons, Japanese and Latin side by side, with marks."""

from __future__ import annotations

import re
from typing import NamedTuple

JAPANESE = "ja"

_LETTER = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f"
_IS_JAPANESE = re.compile(f"[{_LETTER}]")
_MARK = re.compile(r"[（(](別称|別名|旧称|略称)[）)]|\A(?:別称|別名|旧称|略称)[：:]")
_SEVERAL = re.compile(r"[\n;；、]")
_LATIN_AFTER = re.compile(rf"\A(.*[{_LETTER}）)])[ \u3000]+([A-Za-z][^{_LETTER}]*)\Z", re.DOTALL)
_PREVIOUS = "旧称"


class Name(NamedTuple):
    """One name: whether it is a former one, and its language where that is known."""

    value: str
    lang: str
    former: bool


def language(text: str) -> str:
    """``ja`` for a name in kana or Han: in this list they are how Japan writes the party."""
    return JAPANESE if _IS_JAPANESE.search(text) else ""


def read_names(cell: str, *, former: bool = False) -> list[Name]:
    """The names of a cell. A mark such as （旧称） holds for what follows it, up to the next mark.

    >>> [tuple(n) for n in read_names("（別称）コリア・ヨンボン Korea Yonbong（旧称）リョンガクサン")]
    [('コリア・ヨンボン', 'ja', False), ('Korea Yonbong', '', False), ('リョンガクサン', 'ja', True)]
    """
    names: list[Name] = []
    start = 0
    for mark in [*_MARK.finditer(cell), None]:
        stop = mark.start() if mark else len(cell)
        names += _plain_names(cell[start:stop], former)
        if mark:
            former, start = _PREVIOUS in mark[0], mark.end()
    return names


def _plain_names(text: str, former: bool) -> list[Name]:
    names = []
    for piece in _SEVERAL.split(text):
        two = _LATIN_AFTER.match(piece.strip())
        for value in two.groups() if two else (piece,):
            if stripped := value.strip(" 　"):
                names.append(Name(stripped, language(stripped), former))
    return names
