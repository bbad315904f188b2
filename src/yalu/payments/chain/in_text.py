"""Names within free text: spans that are a name word by word, and runs that may spell one otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from yalu.documents.words import GAP, Word, is_east, runs, words
from yalu.payments.chain.rules import rules
from yalu.screening.index import Index

SHORTEST = 4
"""Letters of a name of one word."""
ONE_WORD = 7
"""Letters of a name of one word that is looked for: in capitals alone every word looks like a name."""
LONGEST_RUN, SHORTEST_RUN = 7, 2
MOST_RUNS = 12
"""Runs of one text that are judged; remittance information has 140 letters, and seldom more than three."""
LONGEST_TEXT = 20_000


class Span(NamedTuple):
    """A part of a text that may be a name. ``exact``: it is a name of the index, word by word."""

    start: int
    end: int
    text: str
    exact: bool


class Spotter:
    """The names of an index as one tree of words. Which of them stand on a day, the caller says."""

    def __init__(self, index: Index) -> None:
        self._tree: dict[str, Any] = {}
        for number in range(index.names):
            text = index.name(number)
            if is_east(text):
                continue
            keys = [w.key for w in words(text)]
            letters = sum(map(len, keys))
            if letters < SHORTEST or (len(keys) == 1 and (keys[0].isdigit() or letters < ONE_WORD)):
                continue
            branch = self._tree
            for key in keys:
                branch = branch.setdefault(key, {})
            branch.setdefault("", []).append(number)

    def spans(self, text: str, stands: Callable[[int], bool]) -> list[Span]:
        """The longest names at each place that stand on the day, then runs that no name covers."""
        text = text[:LONGEST_TEXT]
        found = words(text)
        met = self._exact(text, found, stands)
        covered = [(span.start, span.end) for span in met]
        free = [w for w in found if not any(s <= w.start < e for s, e in covered)]
        return [*met, *_runs(text, free), *_east(text)][: MOST_RUNS + len(met)]

    def exact(self, text: str, stands: Callable[[int], bool]) -> list[Span]:
        """Only the names that are met word by word."""
        text = text[:LONGEST_TEXT]
        return self._exact(text, words(text), stands)

    def _exact(self, text: str, found: list[Word], stands: Callable[[int], bool]) -> list[Span]:
        met = []
        at = 0
        while at < len(found):
            branch, stop, here = self._tree.get(found[at].key), -1, at
            while branch is not None:
                if any(map(stands, branch.get("", ()))):
                    stop = here
                here += 1
                if here >= len(found) or not GAP.fullmatch(text, found[here - 1].end, found[here].start):
                    break
                branch = branch.get(found[here].key)
            if stop >= 0:
                start, end = found[at].start, found[stop].end
                met.append(Span(start, end, text[start:end], True))
                at = stop
            at += 1
        return met


def _runs(text: str, found: list[Word]) -> list[Span]:
    """Runs of words without digits, cut at words of payments and at punctuation."""
    cuts = rules().words_of_payments
    made: list[Span] = []
    run: list[Word] = []
    for word in [*found, None]:
        plain = word is not None and word.key not in cuts and not any(c.isdigit() for c in word.key)
        joined = plain and word is not None and (not run or _joins(text[run[-1].end : word.start]))
        if not joined:
            made += _span(text, run)
            run = []
        if plain and word is not None:
            run.append(word)
    return made


def _joins(between: str) -> bool:
    return len(between) <= 4 and not between.strip(" .&'-\n") and between.count("\n") <= 1


def _span(text: str, run: list[Word]) -> list[Span]:
    if len(run) < SHORTEST_RUN or sum(len(w.key) for w in run) < 6:
        return []
    parts = [run] if len(run) <= LONGEST_RUN else [run[n : n + 4] for n in range(len(run) - 3)]
    spans = [(part[0].start, part[-1].end) for part in parts]
    return [Span(start, end, " ".join(text[start:end].split()), False) for start, end in spans]


def _east(text: str) -> list[Span]:
    """Runs of East Asian letters, which have no blanks between words."""
    if text.isascii():
        return []
    made = []
    for run in runs(text):
        if 2 <= len(run.letters) <= 30:
            start, end = run.places[0], run.places[-1] + 1
            made.append(Span(start, end, text[start:end], False))
    return made
