"""What a comparison answers: a score, whether it is a hit, and which parts met and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Part(NamedTuple):
    """Two parts that met, or did not: ``a`` and ``b`` as written, ``how``, and how well from 0 to 1."""

    a: str
    b: str
    how: str
    fit: float

    @property
    def text(self) -> str:
        """One line: ``Ri = Lee: surname class``, ``differs: un / il``, ``only in one: Trading``."""
        if self.fit <= 0 and self.a and self.b:
            return f"differs: {self.a} / {self.b}" + (f" ({self.how})" if self.how else "")
        if not (self.a or self.b):
            return self.how
        if not (self.a and self.b):
            return f"{self.a or self.b}: {self.how}"
        return f"{self.a} = {self.b}: {self.how}"


Parts = list[Part] | Callable[[], list[Part]]
"""Parts, or how to make them: most comparisons are asked for their score alone."""


class Comparison:
    """The answer for two names."""

    __slots__ = ("_parts", "_turned", "alert", "score")

    def __init__(self, score: float, alert: bool, parts: Parts, turned: bool = False) -> None:
        self.score = score
        self.alert = alert
        self._parts = parts
        self._turned = turned

    @property
    def parts(self) -> tuple[Part, ...]:
        """Which parts met and how; worked out when first asked for."""
        if callable(self._parts):
            self._parts = self._parts()
        if self._turned:
            self._parts = [Part(p.b, p.a, p.how, p.fit) for p in self._parts]
            self._turned = False
        return tuple(self._parts)

    @property
    def reasons(self) -> list[str]:
        """Which parts met and how, one line each."""
        return [part.text for part in self.parts]

    def __repr__(self) -> str:
        return f"Comparison({self.score}, {self.alert}, {self.reasons})"
