"""Through whom a stream passes: the share through states other than the one that acts, where stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yalu.pressure.model import Cut, span
from yalu.pressure.streams import Flow

_PART = re.compile(r"(?P<who>[^\d]+?)\s*(?P<count>\d[\d,]*)?")
_STATE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True)
class Through:
    """The other states that rows name for a stream, and its share through them, ``None`` if not stated."""

    stream: str
    share: float | None
    states: tuple[str, ...]
    told: str
    """The words of the rows."""

    def as_json(self) -> dict[str, Any]:
        """Every field."""
        return {"stream": self.stream, "share": self.share, "states": list(self.states), "told": self.told}


def through(stream: str, rows: Sequence[Flow], acts: str) -> Through:
    """What the rows of a stream say of its partners.

    ``CN`` alone is the whole; ``CN 95,000; western 5,000`` is the part that the numbers give; ``CN, other``
    and ``all`` name no share.
    """
    told = list(dict.fromkeys(r.partner for r in rows if r.partner))
    shares = [_share(text, acts) for text in told]
    states = [who for text in told for who, _ in _parts(text) if _STATE.fullmatch(who) and who != acts]
    known = [s for s in shares if s is not None]
    share = min(known) if known and len(known) == len(shares) else None
    return Through(stream, share, tuple(dict.fromkeys(states)), "; ".join(told))


def _parts(text: str) -> list[tuple[str, float | None]]:
    found = []
    for part in re.split(r";\s*|,\s+(?!\d)", text):
        match = _PART.fullmatch(part.strip())
        if match:
            count = match["count"]
            found.append((match["who"].strip(), float(count.replace(",", "")) if count else None))
        else:
            found.append((part.strip(), None))
    return found


def _share(text: str, acts: str) -> float | None:
    parts = _parts(text)
    other = [(who, count) for who, count in parts if _STATE.fullmatch(who) and who != acts]
    if len(other) == len(parts):
        return 1.0
    counts = [count for _, count in parts if count is not None]
    if len(counts) < len(parts) or not sum(counts):
        return None
    return sum(count or 0.0 for _, count in other) / sum(counts)


@dataclass(frozen=True)
class Dependence:
    """Of what a lever's revenue streams bring: the part through named other states, and that not stated."""

    share: float
    not_stated: float
    states: tuple[str, ...]
    streams: tuple[Through, ...]

    @property
    def text(self) -> str:
        """In words; ``not stated`` where no row of the lever's streams gives a share."""
        if not self.streams or self.not_stated > 0.999:
            return "not stated"
        said = f"{self.share:.0%} through {', '.join(self.states)}"
        return said + (f"; not stated for {self.not_stated:.0%}" if self.not_stated > 0.0005 else "")

    def as_json(self) -> dict[str, Any]:
        """The shares, and what each stream's rows say."""
        return {
            "share": round(self.share, 4),
            "not_stated": round(self.not_stated, 4),
            "states": list(self.states),
            "text": self.text,
            "streams": [t.as_json() for t in self.streams],
        }


def dependence(cuts: Sequence[Cut], flows: Sequence[Flow], acts: str) -> Dependence:
    """How far the streams that a lever cuts pass through states other than the one that acts.

    Streams weigh by the middle of what they bring; imports and what is not in dollars are not weighed.
    """
    by_id = {f.id: f for f in flows}
    found = [through(c.stream, [by_id[r] for r in c.rows], acts) for c in cuts]
    weights = [float(span(c.base)["median"]) if c.revenue else 0.0 for c in cuts]
    whole = sum(weights) or 1.0
    named = sum(w * t.share for w, t in zip(weights, found, strict=True) if t.share is not None)
    unsaid = sum(w for w, t in zip(weights, found, strict=True) if t.share is None)
    states = [s for w, t in zip(weights, found, strict=True) if t.share is not None and w for s in t.states]
    if not sum(weights):
        unsaid = 1.0
    return Dependence(named / whole, unsaid / whole, tuple(dict.fromkeys(states)), tuple(found))
