"""The names of an entry, which its columns hold several to a cell."""

from __future__ import annotations

import re

from yalu.sources.language import language

_SCRIPT = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]+(?: [\u3400-\u9fff\uac00-\ud7a3]+)*")
_ALIASES = re.compile(r" ?\((?:aliases?|a\.?k\.?a\.?|also known as):? ([^()]+)\)", re.IGNORECASE)
_FORMER = re.compile(r"\A(?:f\.?k\.?a\.?|formerly)[:,]? *", re.IGNORECASE)
_SEVERAL = re.compile(r";|, (?=[A-Z]{2,} [A-Z][a-z])")
"""A comma separates two names where a family name in capitals follows: ``JANG Tcheul-hy, JANG Cheul-hy``."""
_PARENTHESES = re.compile(r" ?\(([^()]+)\)")
_QUOTES = " \"'‘’“”,.;"

Name = tuple[str, str, str]
"""A property, a name and its language."""


def primary(cell: str, *, ship: bool) -> list[Name]:
    """The primary name, then those that stand behind it: in another script, or in parentheses.

    >>> primary("KIM Su Gwang 김수광", ship=False)
    [('name', 'KIM Su Gwang', ''), ('alias', '김수광', 'ko')]
    >>> primary("Mi Rim (Rak Won 2)", ship=True)
    [('name', 'Mi Rim', ''), ('alias', 'Rak Won 2', '')]
    """
    others: list[Name] = []
    for inner in _ALIASES.findall(cell):
        others += [("alias", piece.strip(), "") for piece in inner.split(",")]
    plain = _ALIASES.sub("", cell)
    if ship:
        others += [("alias", inner.strip(), "") for inner in _PARENTHESES.findall(plain)]
        plain = _PARENTHESES.sub("", plain)
    latin = " ".join(_SCRIPT.sub(" ", plain).replace("()", " ").split())
    if latin and latin != plain:
        others += [("alias", text, language(text)) for text in _SCRIPT.findall(plain)]
        plain = latin
    return [("name", plain or cell, language(plain)), *others]


def further(cell: str, prop: str) -> list[Name]:
    """The names of a cell, one after the other; one marked as former is a previous name.

    >>> further("‘KOMID’; f.k.a.: First Name Co.; and Third", "alias")
    [('alias', 'KOMID', ''), ('previousName', 'First Name Co', ''), ('alias', 'Third', '')]
    """
    found: list[Name] = []
    for piece in _SEVERAL.split(cell):
        text = piece.strip().removeprefix("and ")
        name = _FORMER.sub("", text)
        whole = name.strip(_QUOTES)
        if whole.startswith("(") and whole.endswith(")"):
            whole = whole[1:-1]
        if whole:
            found.append((prop if name == text else "previousName", whole, language(whole)))
    return found
