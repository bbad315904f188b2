"""How a tie of the evidence is read: as a holding and how large, as a sign of control, or as neither."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from yalu.model.statement import Statement
from yalu.model.vocabulary import Grade
from yalu.ownership.shares import DIGITS, FULL, Share, ends, number
from yalu.regimes.reading import read_yaml

THINGS = frozenset({"Vessel", "Airplane", "BankAccount"})
"""Kinds of parties that are property, and no entity to which the rules on entities apply."""


class Reading(BaseModel):
    """What a type of tie means here."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    as_: Literal["share", "control", "both", "whole", "property", "ended"] = Field(alias="as")
    owner: Literal["from", "to"] = "from"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    reads: dict[str, Reading]
    links: dict[str, Reading]


@cache
def readings() -> _File:
    """The file ``tie_types.yaml``."""
    name = "tie_types.yaml"
    return _File.model_validate(read_yaml(Path(str(files("yalu.ownership").joinpath(name))), name))


@dataclass(frozen=True, slots=True)
class Told:
    """What one statement says of an owner and what it owns. Ends are ids as the statement gives them."""

    owner: str
    owned: str
    low: Share
    high: Share
    stated: bool
    """Whether it states how large the holding is."""
    control: bool
    accused: bool
    """Whether it rests on an accusation, and so makes nothing certain."""
    reading: Reading
    statement: Statement


def told(s: Statement) -> Told | None:
    """Read one tie; None for one that says nothing of ownership or control, or that decides nothing."""
    reading = _reading(s)
    if reading is None or s.lead or s.grade == Grade.ACQUITTED:
        return None
    owner, owned = (s.party, s.value) if reading.owner == "from" else (s.value, s.party)
    low, high, stated = _share(s, reading)
    accused = s.grade == Grade.ALLEGATION
    control = reading.as_ in ("control", "both")
    return Told(owner, owned, 0 if accused else low, high, stated, control, accused, reading, s)


def _reading(s: Statement) -> Reading | None:
    of = readings()
    named = str(s.details.get("type") or "")
    if named in of.reads:
        return of.reads[named]
    if s.prop == "Ownership":
        return of.reads["Ownership"]
    return of.links.get(str(s.details.get("role") or ""))


def _share(s: Statement, reading: Reading) -> tuple[Share, Share, bool]:
    detail = s.details
    exact = str(detail.get("share_pct") or "")
    pair = (str(detail.get("share_pct_lo") or exact), str(detail.get("share_pct_hi") or exact))
    if all(pair) and "share" not in s.unverified:
        low, high = ends(number(pair[0]), DIGITS)[0], ends(number(pair[1]), DIGITS)[1]
        if 0 <= low <= high <= FULL:
            return low, high, True
    if reading.as_ == "whole":
        return FULL, FULL, True
    return 0, (0 if reading.as_ == "control" else FULL), False


def joined(claims: list[Told]) -> tuple[Share, Share, bool, bool]:
    """What several statements of one holding come to: its ends, control, and whether they differ.

    Stated sizes bound it, the least and the largest; a statement without a size adds nothing to them. What
    rests on accusations alone has no lower end.
    """
    sound = [c for c in claims if c.stated and not c.accused]
    sized = sound or [c for c in claims if c.high]
    low = min((c.low for c in sized), default=0)
    high = max((c.high for c in sized), default=0)
    differs = len({(c.low, c.high) for c in sound}) > 1
    return low if sound else 0, high, any(c.control for c in claims), differs
