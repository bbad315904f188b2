"""Source numbers of a package, given in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yalu.model.statement import Statement
from yalu.model.vocabulary import Grade
from yalu.publish.citations import Citations
from yalu.publish.package.blocks import Para, Row

_SPAN = re.compile(r"(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})")


class Numbers:
    """Numbers the sources of one package."""

    def __init__(self, citations: Citations) -> None:
        self.citations = citations

    def of(self, statements: Iterable[Statement], works: Iterable[str] = ()) -> tuple[int, ...]:
        """The numbers of the sources of some statements, and of works that carry a rule."""
        found = self.citations.of(statements)
        return tuple(sorted({*found, *self.citations.of_works(works, Grade.SOURCED)}))

    def row(
        self, cells: Iterable[str], statements: Iterable[Statement] = (), works: Iterable[str] = ()
    ) -> Row:
        """A row with its sources; a span of days reads as words."""
        return Row(tuple(_SPAN.sub(r"\1 to \2", c) for c in cells), self.of(statements, works))

    def para(
        self, text: str, statements: Iterable[Statement] = (), works: Iterable[str] = (), mark: str = ""
    ) -> Para:
        """A paragraph with its sources; a mark is in a dashed frame."""
        return Para(text, self.of(statements, works), mark, bool(mark))
