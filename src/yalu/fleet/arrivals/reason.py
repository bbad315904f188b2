"""Why a ship is to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

LISTED, NAMED, LAW, IDENTITY = "listed", "named", "flag or port", "identity"
"""What a reason rests on: a listing, a source that names the party, flag or port, odd numbers."""

INNOCENT = {
    LISTED: "Another ship or company may have the same name; a number may be copied wrongly. Compare IMO"
    " number, build and papers.",
    NAMED: "Being named in a source is no listing and no finding of wrongdoing.",
    LAW: "A call or a flag is a ground to inspect where a rule says so, not a breach in itself.",
    IDENTITY: "Numbers are mistyped in lists, a new flag brings a new MMSI weeks later, and AIS units are"
    " sold with ships.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: ``code`` for programs, ``kind`` one of the four above, ``text`` for readers."""

    code: str
    kind: str
    text: str
    parties: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    score: float | None = None
    details: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The reason as JSON shows it."""
        return {
            "code": self.code,
            "kind": self.kind,
            "text": self.text,
            "parties": list(self.parties),
            "lists": list(self.lists),
            "score": self.score,
            "details": list(self.details),
            "innocent_explanation": INNOCENT[self.kind],
        }
