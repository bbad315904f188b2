"""What a rule does to goods, read from the words of its status."""

from __future__ import annotations

from enum import IntEnum


class Effect(IntEnum):
    """From what decides nothing to what forbids; the highest that binds is the verdict."""

    UNKNOWN = 0
    CHECK = 1
    CAPPED = 2
    LICENSE = 3
    PROHIBITED = 4

    @property
    def word(self) -> str:
        """The word of the answer."""
        return _WORDS[self]


_WORDS = {
    Effect.UNKNOWN: "unknown",
    Effect.CHECK: "check",
    Effect.CAPPED: "capped",
    Effect.LICENSE: "license needed",
    Effect.PROHIBITED: "prohibited",
}

_STARTS = {
    "prohibited": Effect.PROHIBITED,
    "entry barred": Effect.PROHIBITED,
    "capped": Effect.CAPPED,
    "licence": Effect.LICENSE,
    "policy of denial": Effect.LICENSE,
}


def effect(status: str) -> Effect:
    """The effect of a status; what is neither a ban, a cap nor a license has to be looked at.

    >>> effect("prohibited unless the Committee approves").word, effect("capped / prohibited").word
    ('prohibited', 'capped')
    """
    return next((found for start, found in _STARTS.items() if status.startswith(start)), Effect.CHECK)
