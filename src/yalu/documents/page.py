"""The text of a document by page, and what a reader of it should know."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

SCANNED = "scanned"
"""A page of images without text: nothing of it was read."""
EMPTY = "empty"
"""A page without text and without images."""
GARBLED = "garbled"
"""A page whose letters have no meaning that the file states: what was read of it cannot be trusted."""
CUT = "cut"
"""A page with more letters than are read."""

UNREAD = frozenset({SCANNED, GARBLED})


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its text, and a mark where it could not be read well."""

    number: int
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader of the document should know: a short stable name, and words."""

    code: str
    what: str


@dataclass(slots=True)
class Text:
    """What was read of a document. ``reader`` names the program and version that read it."""

    format: str
    reader: str
    pages: list[Page] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def marked(self, mark: str) -> list[int]:
        """The numbers of the pages with a mark."""
        return [p.number for p in self.pages if p.mark == mark]

    def as_json(self) -> dict[str, Any]:
        """The text as it is kept."""
        return asdict(self)

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Text:
        """Read a kept text."""
        pages = [Page(**p) for p in raw["pages"]]
        return cls(raw["format"], raw["reader"], pages, [Note(**n) for n in raw["notes"]])


def spans(numbers: list[int]) -> str:
    """``3, 5 to 7``."""
    found: list[list[int]] = []
    for n in numbers:
        if found and found[-1][1] == n - 1:
            found[-1][1] = n
        else:
            found.append([n, n])
    return ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in found)
