"""The audit's rows and how each holds the hash of the one before it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from yalu.errors import UsageError
from yalu.ledger.judgement import canonical

START = "0" * 64
"""Stands for the hash before the first row."""

SHORT = 12
"""Characters of a hash in print, and the fewest that ``verify --head`` takes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the audit. ``payload`` is canonical JSON, kept as the text that was hashed."""

    seq: int
    at: str
    who: str
    action: str
    payload: str
    prev_hash: str
    hash: str

    @property
    def text(self) -> str:
        """The row as canonical JSON, without the hashes."""
        action, at, who = (canonical(value) for value in (self.action, self.at, self.who))
        return f'{{"action":{action},"at":{at},"payload":{self.payload},"seq":{self.seq},"who":{who}}}'

    def computed(self) -> str:
        """The hash that the row must have: sha256 over the hash before it and its text, in UTF-8."""
        return hashlib.sha256((self.prev_hash + self.text).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a ledger: from it every row before it can be checked."""

    ledger: str
    seq: int
    hash: str

    @property
    def short(self) -> str:
        """As publications print it: ``12:ab34cd56ef78``."""
        return f"{self.seq}:{self.hash[:SHORT]}"


def linked(seq: int, at: str, who: str, action: str, payload: object, prev_hash: str) -> Row:
    """Make a row with its hash."""
    row = Row(seq, at, who, action, canonical(payload), prev_hash, "")
    return replace(row, hash=row.computed())


def parse_head(text: str) -> tuple[int, str]:
    """Read ``HASH@SEQ``, or ``SEQ:HASH`` as printed, the hash whole or cut. Raises UsageError."""
    found = re.fullmatch(r"(?P<hash>[0-9a-f]{12,64})@(?P<seq>\d+)", text.strip().lower()) or re.fullmatch(
        r"(?P<seq>\d+):(?P<hash>[0-9a-f]{12,64})", text.strip().lower()
    )
    if not found:
        raise UsageError(
            f"{text!r} is no head of a ledger.",
            expected="HASH@SEQ, or SEQ:HASH as a brief prints it, with 12 to 64 characters of the hash",
        )
    return int(found["seq"]), found["hash"]
