"""What is asked of a search, and how the engine of names reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yalu.screening import Query
from yalu.screening.identifiers import KINDS, normal

_OPERATORS = re.compile(r'"|\*|(^|\s)[-+]\w|\sOR\s|\|')
_MOST_SIGNS = 300


@dataclass(frozen=True, slots=True)
class Question:
    """Words, and what the results are narrowed to; an empty field narrows nothing."""

    q: str
    kind: str = ""
    list: str = ""
    country: str = ""
    status: str = ""
    """``listed`` or ``named``."""
    offset: int = 0
    limit: int = 25

    @property
    def query(self) -> Query | None:
        """The same for the engine of names; None for words with signs such as ``-word``."""
        text = self.q.strip()[:_MOST_SIGNS]
        if not text or _OPERATORS.search(text):
            return None
        numbers = [(kind, text) for kind in KINDS if any(c.isdigit() for c in text) and normal(kind, text)]
        asked = Query(names=[text] if any(c.isalpha() for c in text) else [], identifiers=numbers)
        return None if asked.empty else asked
