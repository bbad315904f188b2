"""Finds parties by words: in their names first, then in whatever else is stated of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from yalu.workbench.party_table import PartyTable
from yalu.workbench.plain import plain

Mask = npt.NDArray[np.bool_]

_TERM = re.compile(r'(-|\+)?("[^"]*"?|\S+)')
_MOST_TERMS = 50
"""Words of a query that are read."""
_MOST_LIKE = 200
"""Words that a fuzzy word or the beginning of one may stand for."""
_NAME_WORTH = 3.0
"""What a word in a name is worth beside one elsewhere, as in yente."""


class Term(NamedTuple):
    """Words that follow each other; the last may be the beginning of a word."""

    words: tuple[str, ...]
    begins: bool
    wanted: bool


def parse(query: str) -> list[list[Term]]:
    """What must hold: of each group at least one term. ``a OR b`` and ``a | b`` make a group of two."""
    groups: list[list[Term]] = []
    joined, wanted = False, True
    for sign, body in _TERM.findall(query)[:_MOST_TERMS]:
        if body in ("OR", "||", "|"):
            joined = bool(groups)
            continue
        if body in ("AND", "&&", "NOT", "!"):
            wanted = body in ("AND", "&&")
            continue
        words = tuple(plain(body).split())
        if words:
            term = Term(words, body.endswith("*"), wanted and sign != "-")
            if joined and term.wanted:
                groups[-1].append(term)
            else:
                groups.append([term])
        joined, wanted = False, True
    return groups


class TextSearch:
    """The texts of the parties of one view, each as one line of one long text."""

    def __init__(self, table: PartyTable) -> None:
        self.table = table
        self._names = _Lines(table.names)
        self._texts = _Lines(table.texts)

    def find(self, query: str, *, fuzzy: bool = False) -> tuple[Mask, npt.NDArray[np.float64]]:
        """Which parties meet a query, and how well each does; an empty query is met by all."""
        met = np.ones(len(self.table), np.bool_)
        scores = np.sqrt(0.5 * self.table.sizes)
        for group in parse(query):
            held = np.zeros(len(self.table), np.bool_)
            for term in group:
                in_names, in_texts = self._meet(term, fuzzy)
                held |= in_texts if term.wanted else ~in_texts
                if term.wanted:
                    scores = scores + _NAME_WORTH * in_names + in_texts
            met &= held
        return met, scores

    def _meet(self, term: Term, fuzzy: bool) -> tuple[Mask, Mask]:
        in_names, in_texts = np.zeros(len(self.table), np.bool_), np.zeros(len(self.table), np.bool_)
        for phrase in self._phrases(term, fuzzy):
            in_names |= self._names.holding(phrase)
            in_texts |= self._texts.holding(phrase)
        return in_names, in_texts

    def _phrases(self, term: Term, fuzzy: bool) -> Iterable[str]:
        whole = f" {' '.join(term.words)}"
        if term.begins:
            return [whole]
        last = term.words[-1]
        letters = 2 if len(last) >= 8 else 1 if len(last) >= 4 else 0
        if not fuzzy or not letters or len(term.words) > 1:
            return [f"{whole} "]
        found = process.extract(
            last, self._words, scorer=OSA.distance, score_cutoff=letters, limit=_MOST_LIKE
        )
        return [f"{whole} ", *(f" {word} " for word, _, _ in found)]

    @cached_property
    def _words(self) -> list[str]:
        return sorted({word for text in self.table.texts for word in text.split()})


class _Lines:
    """Many texts in one string, so that the search for a phrase is one walk of the C library."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        self._all = "\n".join(texts)
        self._ends = np.cumsum(np.fromiter((len(t) + 1 for t in texts), np.int64, len(texts)))

    def holding(self, phrase: str) -> Mask:
        """Which of the texts hold the phrase."""
        held = np.zeros(self._count, np.bool_)
        find: Callable[[str, int], int] = self._all.find
        at = find(phrase, 0)
        while at >= 0:
            line = int(np.searchsorted(self._ends, at, "right"))
            held[line] = True
            at = find(phrase, int(self._ends[line]))
        return held
