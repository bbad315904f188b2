"""The numbered sources of a bulletin: a work that is cited, or a copy of a list."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.fleet.bulletin.state import Source
from yalu.model.vocabulary import Grade
from yalu.publish.citations import Citation
from yalu.sources.registry import sources


class Numbering:
    """Numbers sources in the order in which they are first cited."""

    def __init__(self, as_of: str) -> None:
        self.as_of = as_of
        self._numbers: dict[str, Citation] = {}

    @property
    def citations(self) -> list[Citation]:
        """All sources cited so far, by number."""
        return list(self._numbers.values())

    def of(self, cited: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of some sources, in ascending order."""
        found: set[int] = set()
        for one in cited:
            grade = one.grade or Grade.SOURCED
            for w in one.works:
                key = w.id or f"{w.publisher}: {w.title or 'a work of a later day, shown without its title'}"
                title = w.title or "a work of a later day, shown without its title"
                found.add(self._number(key, w.publisher, title, w.date, w.url, grade))
            if not one.works:
                held = sources().get(one.source)
                title = held.title if held else one.source
                address = held.homepage if held else ""
                publisher = held.publisher if held else ""
                key = f"{one.source}:{one.copy_of}"
                found.add(self._number(key, publisher, title, one.copy_of, address, grade))
        return tuple(sorted(found))

    def _number(self, key: str, publisher: str, title: str, date: str, url: str, grade: str) -> int:
        if key not in self._numbers:
            number = len(self._numbers) + 1
            self._numbers[key] = Citation(number, key, publisher, title, date, url, grade)
        return self._numbers[key].number
