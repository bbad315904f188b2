"""Ties that a sentence may state: two known parties and words for a tie between them. Proposals, no facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

from yalu.documents.lexicon import PART_OF_LONGER, Found
from yalu.model.statement import statement_id

FARTHEST = 160
"""Letters between two parties and the words of a tie."""
LONGEST = 1_200
"""Letters of a passage."""

_END = re.compile(r"(?<=[.!?。！？])[\"”’)]?\s+(?=[A-Z0-9\"“(\u3040-\u9fff\uac00-\ud7a3])|[。！？]|\n\s*\n")
_NO_END = re.compile(
    r"(?:\b(?:Co|Ltd|Inc|Corp|No|Nos|Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|U\.S|U\.N|i\.e|e\.g|para|paras|fig|art|[A-Z]))\.[\"”’)]?\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tie that a passage may state. ``also`` names other parties of the same names."""

    id: str
    tie: str
    subject: str
    object: str
    page: int
    start: int
    end: int
    passage: str
    phrase: str
    subject_name: str
    object_name: str
    also: tuple[str, ...] = ()


@cache
def phrases() -> list[tuple[re.Pattern[str], str, bool]]:
    """Each phrase as a shape, its tie, and whether the second party is the subject; longer ones first."""
    raw: list[dict[str, Any]] = yaml.safe_load(
        files("yalu.documents").joinpath("data/phrases.yaml").read_bytes()
    )
    said = [(p, row["tie"], bool(row.get("swap"))) for row in raw for p in row["say"]]
    said.sort(key=lambda one: -len(one[0]))
    return [(_shape(p), tie, swap) for p, tie, swap in said]


def _shape(phrase: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, phrase.split()))
    if phrase[0].isascii():
        spaced = rf"(?<!\w){spaced}(?!\w)" if phrase[0].isalpha() else rf"{spaced}(?!\w)"
    return re.compile(spaced, re.IGNORECASE)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences of a page; ``Co.`` and ``No.`` end none."""
    start = 0
    for match in _END.finditer(text):
        if not match.group().startswith("\n") and _NO_END.search(text[start : match.start()] + " "):
            continue
        if text[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def propose(page: int, text: str, mentions: Sequence[Found], document: str) -> list[Proposal]:
    """The ties that the sentences of a page may state."""
    found: dict[str, Proposal] = {}
    for start, end in sentences(text):
        inside = [m for m in mentions if m.score > PART_OF_LONGER and start <= m.start and m.end <= end]
        if len(inside) < 2:
            continue
        for near, far in pairwise(inside):
            between = text[near.end : far.start]
            if len(between) > 2 * FARTHEST:
                continue
            for made in _between(near, far, between):
                one = _proposal(page, text, (start, end), near, far, made, document)
                if one:
                    found.setdefault(one.id, one)
    return list(found.values())


def _between(near: Found, far: Found, between: str) -> Iterator[tuple[str, bool, str]]:
    """The first phrase that stands between two parties: the longest that holds."""
    for shape, tie, swap in phrases():
        if match := shape.search(between):
            yield tie, swap, " ".join(match.group().split())
            return


def _proposal(
    page: int,
    text: str,
    sentence: tuple[int, int],
    near: Found,
    far: Found,
    said: tuple[str, bool, str],
    document: str,
) -> Proposal | None:
    tie, swap, phrase = said
    subject, other = (far, near) if swap else (near, far)
    if set(subject.name.parties) & set(other.name.parties):
        return None
    start, end = sentence
    if end - start > LONGEST:
        start, end = max(start, near.start - 100), min(end, far.end + 100)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    ends = (subject.name.parties[0], other.name.parties[0])
    return Proposal(
        id="p-" + statement_id(document, str(page), str(near.start), str(far.end), tie, *ends)[:10],
        tie=tie,
        subject=ends[0],
        object=ends[1],
        page=page,
        start=start,
        end=end,
        passage=text[start:end],
        phrase=phrase,
        subject_name=subject.name.text,
        object_name=other.name.text,
        also=tuple(p for m in (subject, other) for p in m.name.parties[1:6]),
    )
