"""What changed on the lists between two days: who was added, amended, delisted, listed again."""

from __future__ import annotations

from yalu.evidence.changes.change import Change, FieldChange, Unknown, What
from yalu.evidence.changes.find import Changes, find

__all__ = ["Change", "Changes", "FieldChange", "Unknown", "What", "find"]
