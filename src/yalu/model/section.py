"""A section of a brief: an object that the package which owns the question contributes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from yalu.model.sentence import Sentence, SlotFunction
from yalu.model.statement import Statement


@dataclass(frozen=True)
class Row:
    """One row of a table or figure: its cells are computed from its statements, like a sentence."""

    cells: tuple[SlotFunction, ...]
    statements: tuple[Statement, ...]

    @property
    def texts(self) -> list[str]:
        """The cells as text."""
        return [cell(self.statements) for cell in self.cells]


@dataclass(frozen=True)
class Table:
    """A table with a title that says what it shows. ``note`` tells what it leaves out."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    numeric: frozenset[int] = frozenset()
    """Columns that hold numbers, set flush right."""


NETWORK: Final[Mapping[str, Any]] = {"mark": "network"}
"""The specification of a drawing of ties, for a table with the columns ``NETWORK_COLUMNS``."""

NETWORK_COLUMNS = (
    *("from", "from kind", "from lists", "tie", "to", "to kind", "to lists"),
    *("evidence", "accusation", "from id", "to id"),
)
"""The ends of a tie by name, kind and the lists that hold them; ``accusation`` is ``yes`` or empty."""


@dataclass(frozen=True)
class Figure:
    """A chart over ``data``: a Vega-Lite specification, or ``NETWORK``; ``alt`` says the same in words."""

    id: str
    title: str
    alt: Sentence
    spec: Mapping[str, Any]
    data: Table


@dataclass(frozen=True)
class Section:
    """One question of the memo, answered for a day. Every list may be empty, and then says why."""

    id: str
    title: str
    question: str
    findings: Sequence[Sentence]
    uncertain: Sequence[Sentence]
    next_steps: Sequence[Sentence]
    tables: Sequence[Table] = ()
    figures: Sequence[Figure] = ()
    detail: Sequence[Sentence] = field(default=())

    def sentences(self) -> list[tuple[str, Sentence]]:
        """Every sentence with its place, for the uncited check and for the mutation test."""
        groups = {
            "finding": self.findings,
            "detail": self.detail,
            "uncertain": self.uncertain,
            "next": self.next_steps,
            "figure": [f.alt for f in self.figures],
        }
        return [
            (f"{self.id}.{name}.{number}", one)
            for name, group in groups.items()
            for number, one in enumerate(group, start=1)
        ]
