"""The numbered sources of a publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from yalu.evidence.works import LATER_COPY, as_shown, is_later
from yalu.model.clock import Mode
from yalu.model.statement import Statement
from yalu.model.vocabulary import POSITIONS
from yalu.sources.registry import sources


@dataclass(frozen=True, slots=True)
class Citation:
    """One numbered source: a work, or a copy of a list."""

    number: int
    id: str
    publisher: str
    title: str
    date: str
    url: str
    grade: str
    """The best grade among the statements that cite it."""


@dataclass
class Citations:
    """Numbers sources in the order in which they are first cited.

    A work that is dated after ``as_of`` may still be the evidence for something earlier (a list of today
    states the day of each listing). It is then cited without its title and date, which are of a later day.
    """

    as_of: str
    works: Mapping[str, Mapping[str, str]]
    mode: Mode = Mode.STRICT
    _numbers: dict[str, Citation] = field(default_factory=dict)

    def of(self, statements: Iterable[Statement]) -> list[int]:
        """The numbers of all sources of some statements, in ascending order."""
        found: set[int] = set()
        for s in statements:
            if s.cites:
                found.update(self._work(name, s) for name in s.cited)
            else:
                found.add(self._copy(s))
        return sorted(found)

    def of_works(self, names: Iterable[str], grade: str) -> list[int]:
        """The numbers of works that stand behind a rule, and not behind a statement of the evidence."""
        return sorted({self._numbered(name, grade) for name in names})

    def numbered(self) -> list[Citation]:
        """All sources cited so far, by number."""
        return sorted(self._numbers.values(), key=lambda c: c.number)

    def _work(self, name: str, s: Statement) -> int:
        return self._numbered(name, s.grade)

    def _numbered(self, name: str, grade: str) -> int:
        if name not in self._numbers:
            held = self.works.get(name, {})
            later = is_later(held, self.as_of, self.mode)
            work = as_shown(held, self.as_of, self.mode)
            self._numbers[name] = Citation(
                number=len(self._numbers) + 1,
                id=name,
                publisher=work.get("publisher", work.get("author", "")),
                title=work.get("title", name),
                date="" if later else work.get("date", "undated"),
                url=work.get("url", work.get("where", "")),
                grade=grade,
            )
        return self._numbers[name].number

    def _copy(self, s: Statement) -> int:
        key = f"{s.source}:{s.document}"
        if key not in self._numbers and s.source == POSITIONS:
            self._numbers[key] = Citation(
                number=len(self._numbers) + 1,
                id=POSITIONS,
                publisher="the user of this workspace",
                title=f"AIS {s.locator}",
                date=s.seen_first,
                url="",
                grade=s.grade,
            )
        elif key not in self._numbers:
            source = sources()[s.source]
            later = not s.seen_first or s.seen_first > self.as_of
            self._numbers[key] = Citation(
                number=len(self._numbers) + 1,
                id=f"{s.source}:{s.document[:12]}",
                publisher=source.publisher,
                title=source.title + (f": {LATER_COPY}" if later else ""),
                date="" if later else s.seen_first,
                url=source.homepage,
                grade=s.grade,
            )
        return self._numbers[key].number
