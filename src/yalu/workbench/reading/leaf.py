"""A page of a document as runs of text: known parties are links, cited passages are marked."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from yalu.documents import findings
from yalu.documents.lexicon import Lexicon
from yalu.documents.page import Page as Leaf
from yalu.documents.page import Text
from yalu.documents.proposals import sentences
from yalu.screening.day import Day
from yalu.workbench.frame import Ask
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model

Found = dict[str, Any]
LONGEST_LINE = 600


class Run(Model):
    """Text; ``href`` leads to the party that it names, ``cited`` to whoever cited it."""

    text: str
    href: str = ""
    cited: bool = False


class Line(Model):
    """A numbered sentence, to be picked by who has no pointer."""

    number: int
    text: str


def found(ask: Ask, sha256: str, text: Text, leaf: Leaf) -> Found:
    """Whom and what a page names, with the names of the day."""
    if not leaf.text.strip():
        return {"mentions": [], "identifiers": [], "proposals": []}
    return ask.kept(("leaf", sha256, leaf.number), lambda: _find(ask, sha256, text, leaf))


def _find(ask: Ask, sha256: str, text: Text, leaf: Leaf) -> Found:
    day = ask.kept(
        "day of names", lambda: Day(ask.lens.screener.index, ask.when, None, ask.evidence.grouping)
    )
    lexicon = ask.kept("lexicon", lambda: Lexicon(day))
    return findings.find(Text(text.format, text.reader, [leaf]), sha256, day, lexicon=lexicon)


def runs(text: str, mentions: list[Found], cited: list[tuple[int, int]]) -> tuple[Run, ...]:
    """The whole text in runs; of mentions that overlap, the first and longest holds."""
    links: list[tuple[int, int, str]] = []
    for m in sorted(mentions, key=lambda m: (m["start"], -m["end"])):
        if not links or m["start"] >= links[-1][1]:
            links.append((m["start"], m["end"], addresses.party(m["parties"][0])))
    cuts = {0, len(text), *(p for a, b, _ in links for p in (a, b)), *(p for pair in cited for p in pair)}
    edges = sorted(p for p in cuts if 0 <= p <= len(text))
    made = []
    for start, end in pairwise(edges):
        href = next((h for a, b, h in links if a <= start and end <= b), "")
        is_cited = any(a <= start and end <= b for a, b in cited)
        made.append(Run(text=text[start:end], href=href, cited=is_cited))
    return tuple(made)


def lines(text: str) -> tuple[Line, ...]:
    """The sentences of a page by number."""
    spans = [text[a:b].strip() for a, b in sentences(text)]
    return tuple(Line(number=n, text=" ".join(one.split())[:LONGEST_LINE]) for n, one in enumerate(spans, 1))


def sentence(text: str, number: int) -> str:
    """The sentence of that number as the page has it; ``""`` where there is none."""
    spans = [text[a:b].strip() for a, b in sentences(text)]
    return spans[number - 1] if 0 < number <= len(spans) else ""
