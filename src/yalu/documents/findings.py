"""What a document says of whom: mentions, numbers, sums, dates and proposals, by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from yalu.documents.amounts import amounts
from yalu.documents.days import days
from yalu.documents.lexicon import Found, Lexicon
from yalu.documents.numbers import identifiers
from yalu.documents.page import Page, Text
from yalu.documents.proposals import propose
from yalu.documents.spellings import Spellings
from yalu.documents.words import runs, words
from yalu.screening import identifiers as known_numbers
from yalu.screening.day import Day
from yalu.screening.index import Index

VERSION = 2
"""Raised when the same text gives other findings."""

Progress = Callable[[int], None]


def find(
    text: Text,
    document: str,
    day: Day,
    progress: Progress = lambda _: None,
    lexicon: Lexicon | None = None,
) -> dict[str, Any]:
    """Everything found in a document with the names of a day, as JSON keeps it.

    ``names`` is how many names were looked for; ``left`` how many spellings were too many to be judged. Who
    reads many documents of one day makes its ``lexicon`` once.
    """
    lexicon, spellings = lexicon or Lexicon(day), Spellings(day)
    found: dict[str, Any] = {"mentions": [], "identifiers": [], "amounts": [], "dates": [], "proposals": []}
    for page in text.pages:
        met = _mentions(page, lexicon, spellings)
        found["mentions"] += [_mention(page, m) for m in met]
        found["proposals"] += [asdict(p) for p in propose(page.number, page.text, met, document)]
        for one in identifiers(page.text):
            bearers = _bearers(day.index, day, one.kind, one.value)
            found["identifiers"].append({"page": page.number, **one._asdict(), "parties": bearers})
        found["amounts"] += [{"page": page.number, **a._asdict()} for a in amounts(page.text)]
        found["dates"] += [{"page": page.number, **d._asdict()} for d in days(page.text)]
        progress(page.number)
    return found | {"names": len(lexicon), "left": spellings.left}


def _mentions(page: Page, lexicon: Lexicon, spellings: Spellings) -> list[Found]:
    """The mentions of a page, by place: names as listed, then other spellings."""
    in_words = words(page.text)
    met = lexicon.by_words(page.text, in_words)
    met += spellings.in_words(page.text, in_words, met)
    for run in runs(page.text):
        listed = lexicon.by_letters(run)
        met += listed
        met += spellings.in_letters(run, listed)
    return sorted((m for m in met if m.name.parties), key=lambda m: (m.start, m.end))


def _mention(page: Page, m: Found) -> dict[str, Any]:
    return {
        "page": page.number,
        "start": m.start,
        "end": m.end,
        "text": page.text[m.start : m.end],
        "name": m.name.text,
        "parties": m.name.parties,
        "score": m.score,
        "how": m.how,
    }


def _bearers(index: Index, day: Day, kind: str, value: str) -> list[str]:
    """The parties that bear a number on the day, by their first ids."""
    return sorted(set(_ids(index, day, kind, known_numbers.normal(kind, value))))


def _ids(index: Index, day: Day, kind: str, plain: str) -> Iterator[str]:
    for row in index.rows_of_number(kind, plain) if plain else ():
        if day.shown[row]:
            yield day.ids(day.head(int(index.party[row])))[0]
