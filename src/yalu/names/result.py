"""What a comparison answers: a score, whether it is a hit, and which parts met and how."""

from __future__ import annotations

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


class Comparison(NamedTuple):
    """The answer for two names."""

    score: float
    alert: bool
    parts: tuple[Part, ...]

    @property
    def reasons(self) -> list[str]:
        """Which parts met and how, one line each."""
        return [part.text for part in self.parts]
