"""Names that a page writes otherwise than the lists: its capitalized words, judged by the name engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yalu.documents.lexicon import Found, Name
from yalu.documents.words import GAP, Run, Word
from yalu.names import surnames
from yalu.screening.day import Day
from yalu.screening.names import Names

MOST: Final = 4_000
"""Different spellings of one document that are judged; what comes after them is told and not judged."""
_LONGEST, _SHORTEST = 9, 2
_WITHIN = frozenset(["of", "and", "the", "for", "de", "&", "al", "el"])
_BEFORE = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "the",
        "a",
        "an",
        "in",
        "on",
        "by",
        "at",
        "from",
        "to",
        "and",
        "for",
        "of",
        "general",
        "ambassador",
        "minister",
    ]
)
_PARTICLES = re.compile(r"(?:은|는|이|가|을|를|의|와|과|에|도|께서|에게)$")


class Spellings:
    """Judges each spelling of a document once."""

    def __init__(self, day: Day) -> None:
        self._names = Names(day)
        self._day = day
        self._judged: dict[tuple[str, str], tuple[Name, float, str] | None] = {}
        self.left = 0

    def in_words(self, text: str, found: list[Word], taken: list[Found]) -> Iterator[Found]:
        """Names among the capitalized words of a page that no name as listed takes."""
        for run in _capitalized(text, _free(found, taken)):
            for part in _parts(run):
                start, end = part[0].start, part[-1].end
                family = "Person" if _personal(part) else "Organization"
                if made := self._judge(" ".join(text[start:end].split()), family):
                    yield Found(start, end, *made)
                    break

    def in_letters(self, run: Run, taken: list[Found]) -> Iterator[Found]:
        """People in Hangul or Han: three letters that begin with a surname."""
        spans = [(f.start, f.end) for f in taken]
        end_of_last = -1
        for at in range(len(run.letters) - 2):
            start, end = run.places[at], run.places[at + 2] + 1
            if start < end_of_last or any(start < e and s < end for s, e in spans):
                continue
            letters = run.letters[at : at + 3]
            first = letters[0]
            if "가" <= first <= "힣":
                if (at and run.places[at - 1] == start - 1) or first not in surnames.korean().hangul:
                    continue
                rest = _rest(run, at)
                if len(rest) > 3 and len(_PARTICLES.sub("", rest)) != 3:
                    continue
            elif first not in surnames.chinese().han and first not in surnames.korean().han:
                continue
            if made := self._judge(letters, "Person"):
                yield Found(start, end, *made)
                end_of_last = end

    def _judge(self, written: str, family: str) -> tuple[Name, float, str] | None:
        asked = (written, family)
        if asked not in self._judged:
            if len(self._judged) >= MOST:
                self.left += 1
                return None
            self._judged[asked] = self._best(written, family)
        return self._judged[asked]

    def _best(self, written: str, family: str) -> tuple[Name, float, str] | None:
        met = [m for m in self._names.compare(written, family) if m.comparison.alert]
        if not met:
            return None
        best = max(met, key=lambda m: (m.score, -m.name))
        index = self._day.index
        alike = [m for m in met if m.score == best.score]
        heads = {self._day.head(int(index.party[row])) for m in alike for row in self._names.bearers(m.name)}
        ids = sorted(self._day.ids(head)[0] for head in heads)
        how = "; ".join(best.comparison.reasons[:4])
        return Name(index.name(best.name), ids), round(best.score, 3), how


def _free(found: list[Word], taken: list[Found]) -> list[Word]:
    spans = iter(sorted((f.start, f.end) for f in taken))
    span = next(spans, None)
    free = []
    for word in found:
        while span and span[1] <= word.start:
            span = next(spans, None)
        if not (span and span[0] < word.end):
            free.append(word)
    return free


def _capitalized(text: str, free: list[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in free:
        joins = (
            run and GAP.fullmatch(text, run[-1].end, word.start) and "." not in text[run[-1].end : word.start]
        )
        inner = word.key in _WITHIN
        if run and not (joins and (word.capital or inner)):
            yield from _trimmed(run)
            run = []
        if word.capital or (run and inner):
            run.append(word)
    yield from _trimmed(run)


def _trimmed(run: list[Word]) -> Iterator[list[Word]]:
    run = list(run)
    while run and run[0].key in _BEFORE:
        run.pop(0)
    while run and run[-1].key in _WITHIN | _BEFORE:
        run.pop()
    letters = sum(not w.key.isdigit() for w in run)
    if letters >= _SHORTEST and len(run) <= _LONGEST * 2:
        yield run


def _parts(run: list[Word]) -> Iterator[list[Word]]:
    """The whole run; of a short one also its parts of two to four words that may be a person's name."""
    if len(run) <= _LONGEST:
        yield run
    if len(run) > 2:
        for size in (3, 4, 2):
            for at in range(len(run) - size + 1):
                part = run[at : at + size]
                if size < len(run) and _personal(part):
                    yield part


def _personal(part: list[Word]) -> bool:
    if not 2 <= len(part) <= 4:
        return False
    tables = (surnames.korean().latin, surnames.chinese().latin)
    return any(w.key in t for t in tables for w in (part[0], part[-1]))


def _rest(run: Run, at: int) -> str:
    """The Hangul word that begins here."""
    end = at
    while end + 1 < len(run.places) and run.places[end + 1] == run.places[end] + 1:
        end += 1
    return run.letters[at : end + 1]
