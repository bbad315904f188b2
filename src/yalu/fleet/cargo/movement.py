"""What a question on cargo is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Movement:
    """Goods on their way. States are ISO codes; ``""`` is not known. ``origin`` is where they were made."""

    code: str
    start: str = ""
    end: str = ""
    origin: str = ""
    goods: str = ""
