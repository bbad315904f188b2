"""Acronyms: by initials (GBAE), by first syllables (KOMID), and an acronym that a name brings along."""

from __future__ import annotations

from functools import lru_cache

from yalu.names import segment
from yalu.names.tokens import Token


def may_be(text: str) -> bool:
    """Whether a single word can be an acronym."""
    return 3 <= len(text) <= 7 and text.isalpha()


def without_own(found: list[Token]) -> list[Token]:
    """The words without an acronym of the others: ``Korea Namgang Trading Corporation (NTC)``."""
    if len(found) < 4:
        return found
    for at in (0, len(found) - 1):
        token, rest = found[at], found[:at] + found[at + 1 :]
        if (
            token.kind == "proper"
            and token.written.isupper()
            and may_be(token.text)
            and _own(token.text, tuple(rest))
        ):
            return rest
    return found


def _own(acronym: str, words: tuple[Token, ...]) -> bool:
    """Whether a name's own acronym stands for its other words, the country left out or not."""
    bare = "".join(w.text[0] for w in words if w.kind != "country")
    return acronym in (bare, bare.rstrip("c")) or bool(meets(acronym, words))


def meets(acronym: str, words: tuple[Token, ...]) -> str:
    """How the acronym stands for the words: ``acronym``, ``acronym by syllables``, or nothing."""
    if len(words) < 2:
        return _syllables(acronym, words)
    initials = "".join(w.text[0] for w in words)
    content = "".join(w.text[0] for w in words if w.kind != "legal")
    if len(acronym) >= 3 and acronym in (initials, content):
        return "acronym"
    bare = "".join(w.text[0] for w in words if w.kind not in ("legal", "country"))
    if len(acronym) >= 4 and acronym == bare:
        return "acronym"
    content_words = tuple(w for w in words if w.kind != "legal")
    return "acronym by syllables" if len(acronym) >= 5 and _prefixes(acronym, content_words) else ""


def _prefixes(acronym: str, words: tuple[Token, ...]) -> bool:
    """Whether the acronym is made of one to three first letters of the words, from the first word on.

    Words after the last one used must be generic; at least three words must be used.
    """

    def walk(at: int, place: int, used: int) -> bool:
        if at == len(acronym):
            return used >= 3 and all(w.kind in ("generic", "topic") for w in words[place:])
        if place == len(words):
            return False
        word = words[place].text
        for size in (1, 2, 3):
            piece = acronym[at : at + size]
            if len(piece) == size and word.startswith(piece) and walk(at + size, place + 1, used + 1):
                return True
        return False

    return walk(0, 0, 0)


@lru_cache(maxsize=1 << 12)
def _initials_of(word: str) -> str:
    ways = segment.korean(word, 5)
    return "".join(s.text[0] for s in ways[0]) if ways else ""


def _syllables(acronym: str, words: tuple[Token, ...]) -> str:
    """``NCG`` for Namchongang: the initials of one Korean word's syllables."""
    if (
        len(words) == 1
        and len(acronym) >= 3
        and len(words[0].text) >= 8
        and _initials_of(words[0].text) == acronym
    ):
        return "acronym by syllables"
    return ""
