"""What a listing does to a ship: port ban, de-flagging, freeze, as its list writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yalu.evidence.view import View
from yalu.fleet.register.entries import proof
from yalu.model.dates import Interval
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

PORT_BAN, DE_FLAGGING, FREEZE = "port ban", "de-flagging", "asset freeze"
NOT_TOLD = "measure not told"

_WORDS = (
    (
        PORT_BAN,
        re.compile(r"2371_6|6 of resolution 2371|port[ _]entry[ _]ban|transportation restrictions", re.I),
    ),
    (DE_FLAGGING, re.compile(r"\bdeflag|12 \(a\) of resolution 2321", re.I)),
    (
        FREEZE,
        re.compile(
            r"asset[ _]freeze|economic[ _]resource|12 \(d\) of resolution 2321|8 \(d\) of resolution 1718",
            re.I,
        ),
    ),
)
BLOCKS = {"US": FREEZE}
"""Lists on which every ship is blocked property, so that the listing itself is the measure."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list's word on a hull. ``program`` is how the list writes the measure."""

    authority: str
    measures: tuple[str, ...]
    program: tuple[str, ...]
    since: Interval
    instrument: str
    statements: tuple[Statement, ...]

    def text(self) -> str:
        """``UN: port ban since 2017-10-03 (Paragraph 6 of resolution 2371 (2017) ...)``."""
        since = f" since {self.since.text()}" if self.since else ", day not known"
        said = "; ".join(dict.fromkeys((*self.program, *([self.instrument] if self.instrument else []))))
        return f"{self.authority}: {', '.join(self.measures)}{since}" + (f" ({said})" if said else "")

    def as_json(self, view: View) -> dict[str, Any]:
        """The listing as JSON shows it."""
        return {
            "authority": self.authority,
            "measures": list(self.measures),
            "as_written": list(self.program),
            "instrument": self.instrument,
            "since": [self.since.lo, self.since.hi],
            "sources": [proof(view, s) for s in self.statements],
        }


def measures_of(texts: Sequence[str]) -> list[str]:
    """The measures that some words of a list mean.

    >>> measures_of(["Paragraph 12 (a) of resolution 2321 (2016)", "Transportation restrictions"])
    ['port ban', 'de-flagging']
    """
    return [measure for measure, words in _WORDS if any(words.search(text) for text in texts)]


def listings(statements: Sequence[Statement]) -> list[Listing]:
    """The listings of a hull, one for each authority, the earliest first."""
    rows: dict[str, list[Statement]] = {}
    for s in statements:
        if s.prop == LISTING:
            rows.setdefault(s.value, []).append(s)
    return sorted((_listing(code, mine, statements) for code, mine in rows.items()), key=_order)


def _listing(code: str, mine: list[Statement], all_: Sequence[Statement]) -> Listing:
    sources = {s.source for s in mine}
    programs = [
        s for s in all_ if s.prop == "program" and s.source in sources and s.details.get("by", code) == code
    ]
    stated = [str(m) for s in mine for m in s.details.get("measures", ())]
    said = [s.value for s in programs]
    measures = measures_of([*stated, *said]) or ([BLOCKS[code]] if code in BLOCKS else [NOT_TOLD])
    dated = [Interval(s.from_lo, s.from_hi) for s in mine if s.from_hi]
    written = [s.value for s in programs if s.source != "casebook"] or [m.replace("_", " ") for m in stated]
    return Listing(
        code,
        tuple(measures),
        tuple(dict.fromkeys(written)),
        min(dated, key=lambda d: (d.hi, d.lo)) if dated else Interval(),
        next((str(s.details["authority"]) for s in mine if s.details.get("authority")), ""),
        (*mine, *programs),
    )


def _order(listing: Listing) -> tuple[str, str]:
    return (listing.since.hi or "9999", listing.authority)
