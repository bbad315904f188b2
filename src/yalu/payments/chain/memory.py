"""Answers of screening by what was asked and by what its day sees, never by whose answer it is.

In traffic the same banks and customers come again and again; a question that was answered is looked up. A
key holds the whole question (name, facts, day) and an answer nothing else, so another snapshot is another
memory.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 400_000


class Memory(Generic[T]):
    """A dictionary that forgets the older half of its answers when it is full."""

    def __init__(self, most: int = MOST) -> None:
        self._held: dict[Hashable, T] = {}
        self._most = most
        self.asked = self.met = 0

    def get(self, key: Hashable) -> T | None:
        """The answer that is kept."""
        found = self._held.get(key)
        self.asked += 1
        self.met += found is not None
        return found

    def put(self, key: Hashable, value: T) -> T:
        """Keep an answer."""
        if len(self._held) >= self._most:
            for old in list(self._held)[: self._most // 2]:
                del self._held[old]
        self._held[key] = value
        return value
