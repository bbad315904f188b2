"""What a reader must know beside a verdict: a fault of the data, or a ground that the rule leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SHOWN = 20
"""Parties that a finding names; of more it gives the number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: ``code`` for programs, ``text`` for readers, the parties it is about, its proof."""

    code: str
    text: str
    parties: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    count: int = 0
    """How many rows, where it is about rows and not about parties."""

    def as_json(self) -> dict[str, Any]:
        """The finding as JSON shows it."""
        return {
            "finding": self.code,
            "text": self.text,
            "parties": self.parties[:SHOWN],
            "count": self.count or len(self.parties),
            "statements": self.statements,
        }


def about(code: str, text: str, parties: Sequence[str], statements: Sequence[str] = ()) -> list[Finding]:
    """A finding about some parties; none where there is no party."""
    kept = tuple(sorted(set(parties)))
    return [Finding(code, text, kept, tuple(statements))] if kept else []
