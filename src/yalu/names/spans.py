"""A company's words, its adjacent words read as one, and sets that tell early what cannot meet."""

from __future__ import annotations

from typing import NamedTuple

from yalu.names import fold
from yalu.names.tokens import Token

MOST_MERGED = 4


class Span(NamedTuple):
    """Adjacent words read as one."""

    start: int
    end: int
    text: str
    folded: str


class Words(NamedTuple):
    """A row of words, prepared for comparison."""

    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    single: frozenset[str]
    """All forms by which a word can meet merged words of another name."""
    merged: frozenset[str]
    """All forms by which merged words can meet a word of another name."""
    folds: frozenset[str]
    """All folded forms of the words: romanizations."""
    meanings: frozenset[str]
    chars: bool
    """Whether a word holds Han characters that no dictionary knows."""

    @classmethod
    def of(cls, tokens: tuple[Token, ...]) -> Words:
        """The words of a name."""
        spans = _spans(tokens)
        plain = [t for t in tokens if t.kind not in ("stop", "legal", "number")]
        folds = frozenset().union(*(t.folds | {t.folded} for t in tokens)) - {""}
        meanings = frozenset().union(*(t.meanings for t in tokens))
        single = frozenset().union(*(t.meanings | t.folds | {t.text, t.folded} for t in plain))
        merged = frozenset(s.text for s in spans) | {s.folded for s in spans if len(s.folded) >= 5}
        return cls(tokens, spans, single, merged, folds, meanings, any(t.chars for t in tokens))


def _spans(words: tuple[Token, ...]) -> tuple[Span, ...]:
    found = []
    for start in range(len(words)):
        text = words[start].text
        if words[start].kind in ("legal", "number") or words[start].chars:
            continue
        for end in range(start + 2, min(len(words), start + MOST_MERGED) + 1):
            last = words[end - 1]
            if last.kind in ("legal", "number") or last.chars:
                break
            text += last.text
            found.append(Span(start, end, text, fold.korean(text)))
    return tuple(found)
