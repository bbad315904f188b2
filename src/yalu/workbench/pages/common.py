"""Parts that several pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.workbench.frame import Cell, SourceLine
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import SHAPES
from yalu.workbench.frame.route import Routes

ROUTES: Routes = ()


def named(party_id: str, name: str, kind: str = "", *, listed: bool = True) -> Cell:
    """A party's name as a link, with the shape of its kind."""
    return Cell(text=name, href=addresses.party(party_id), shape=SHAPES.get(kind, "group"), listed=listed)


class Cited:
    """Collects the sources of a page and gives each its number, in the order in which they are cited."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._numbers: dict[str, int] = {}
        self._lines: list[SourceLine] = []

    def of(self, *statements: Statement) -> tuple[int, ...]:
        """The numbers of what the statements rest on: the works that they cite, else their document."""
        found: list[int] = []
        for s in statements:
            for work in s.cited:
                found.append(self._number(f"work {work}", partial(self._work, work)))
            if not s.cited:
                place = f"{s.source} {s.locator}"
                found.append(self._number(place, partial(_place, s)))
        return tuple(dict.fromkeys(found))

    def works(self, works: Iterable[str]) -> tuple[int, ...]:
        """The numbers of works by their ids."""
        return tuple(self._number(f"work {work}", partial(self._work, work)) for work in works)

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """The numbered list for the page's foot."""
        return tuple(self._lines)

    def _number(self, key: str, line: Callable[[], SourceLine]) -> int:
        if key not in self._numbers:
            self._lines.append(line())
            self._numbers[key] = len(self._lines)
        return self._numbers[key]

    def _work(self, work: str) -> SourceLine:
        said = self._view.work(work)
        parts = [said.get("publisher", ""), said.get("title", "")]
        text = ", ".join(p for p in parts if p) or work
        return SourceLine(text=text, date=said.get("date", ""), href=said.get("url", ""))


def _place(s: Statement) -> SourceLine:
    return SourceLine(text=f"{s.source}, {s.locator}", date=s.seen_last or s.known_hi)


def joined(values: Iterable[str]) -> str:
    """Values side by side, each once."""
    return "; ".join(dict.fromkeys(v for v in values if v))
