"""Finds a quotation in a page: blanks, line breaks, hyphens at line ends and ligatures do not matter."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

from yalu.documents.page import Page, Text

SHORTEST = 3
"""Letters of a quotation; a shorter one proves nothing."""
LONGEST = 4_000

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
    }
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a page: ``start`` and ``end`` count letters of its text, and ``text`` stands there."""

    page: int
    start: int
    end: int
    text: str
    times: int = 1
    """How often the page holds it; the place is that of the first."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without what the layout of a page changes, and where each of its letters stood."""

    letters: str
    places: list[int]


def fold(text: str) -> Folded:
    """Drop blanks, hyphens and signs that nobody sees; take ligatures apart; make quotation marks plain.

    Capital letters and digits stay as they are. A letter and the mark that stands over it are one.
    """
    letters: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for char in unicodedata.normalize("NFKC", text[at:end]).translate(_PLAIN):
            if not (char.isspace() or char == "-" or unicodedata.category(char) in ("Cf", "Cc", "Cn", "Cs")):
                letters.append(char)
                places.append(at)
        at = end
    return Folded("".join(letters), places)


def locate(page: Page, quote: str) -> Passage | None:
    """The first place of a quotation in a page, or None."""
    wanted = fold(quote).letters
    if not wanted:
        return None
    held = fold(page.text)
    first = held.letters.find(wanted)
    if first < 0:
        return None
    start = held.places[first]
    last = held.places[first + len(wanted) - 1]
    end = last + 1
    while end < len(page.text) and unicodedata.combining(page.text[end]):
        end += 1
    return Passage(page.number, start, end, page.text[start:end], held.letters.count(wanted))


def nearest(text: Text, quote: str, page: int = 0) -> tuple[float, Passage] | None:
    """The passage most like a quotation, and how like it is (0 to 1); of one page, or of all."""
    wanted = fold(quote).letters.casefold()
    best: tuple[float, Passage] | None = None
    for one in text.pages:
        if page and one.number != page:
            continue
        held = fold(one.text)
        found = fuzz.partial_ratio_alignment(
            wanted, held.letters.casefold(), score_cutoff=(best[0] * 100 if best else 40)
        )
        if found is None or found.dest_end <= found.dest_start or found.dest_end > len(held.places):
            continue
        start, end = held.places[found.dest_start], held.places[found.dest_end - 1] + 1
        best = (found.score / 100, Passage(one.number, start, end, one.text[start:end]))
    return best
