"""What the address of the wave page says: who acts, how many pairs, and what the reader added or took out."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import Annotated
from urllib.parse import parse_qs, urlencode

from pydantic import Field, ValidationError

from yalu.designation.wave.board import Key
from yalu.designation.wave.model import AUTHORITIES
from yalu.errors import UsageError
from yalu.workbench.frame import Params
from yalu.workbench.frame.route import Text

MOST = 100
"""Pairs that a wave of the page may have."""


class By(StrEnum):
    """The authorities for which grounds are held."""

    US = "US"
    JP = "JP"
    KR = "KR"
    AU = "AU"
    UK = "UK"
    EU = "EU"
    UN = "UN"


PairKey = Annotated[str, Field(pattern=r"^[A-Z]{2}:.+$", max_length=310)]
"""An authority and a party: ``US:ofac-9345``."""


class WaveParams(Params):
    """A wave: chosen within ``budget``, then ``plus`` and ``minus`` some pairs. ``other`` is one to compare.

    Without ``budget`` nothing is chosen yet. ``q`` narrows the pairs that can be added.
    """

    budget: int | None = Field(default=None, ge=1, le=MOST)
    by: list[By] = Field(default=[], max_length=len(By))
    plus: list[PairKey] = Field(default=[], max_length=MOST)
    minus: list[PairKey] = Field(default=[], max_length=MOST)
    other: Annotated[str, Field(max_length=8_000)] = ""
    q: Text = ""

    @property
    def acting(self) -> tuple[str, ...]:
        """The authorities, in the order of the model; those of the memo where none is named."""
        return tuple(one.value for one in By if one in self.by) or AUTHORITIES

    def keys(self, chosen: tuple[Key, ...]) -> list[Key]:
        """The pairs of the wave: those chosen, without and with what the reader says."""
        out = {key(one) for one in self.minus}
        return [k for k in dict.fromkeys((*chosen, *map(key, self.plus))) if k not in out]

    def query(self, **changes: list[str] | str) -> str:
        """The state as a query, some of it changed; what is empty is left out."""
        said: dict[str, list[str] | str] = {
            "budget": str(self.budget or ""),
            "by": [one.value for one in self.by],
            "plus": list(self.plus),
            "minus": list(self.minus),
            "other": self.other,
            "q": self.q,
        }
        said |= changes
        return urlencode([(k, v) for k, v in said.items() if v], doseq=True)

    def address(self, **changes: list[str] | str) -> str:
        """The page with some of its state changed, without the day."""
        return f"/wave?{self.query(**changes)}"

    def with_(self, one: str) -> str:
        """The page with a pair added, or put back."""
        if one in self.minus:
            return self.address(minus=[m for m in self.minus if m != one])
        return self.address(plus=list(dict.fromkeys([*self.plus, one])))

    def without(self, *ones: str) -> str:
        """The page with some pairs taken out."""
        plus = [p for p in self.plus if p not in ones]
        return self.address(plus=plus, minus=list(dict.fromkeys([*self.minus, *ones])))

    @property
    def alone(self) -> str:
        """This wave as the ``other`` of another address: its state without what it is compared with."""
        return self.query(other="", q="")

    def compared(self) -> WaveParams | None:
        """The wave to compare with. Raises UsageError where it is none."""
        if not self.other:
            return None
        given: dict[str, object] = {**parse_qs(self.other)}
        given = {name: given[name] for name in ("budget", "by", "plus", "minus") if name in given}
        if isinstance(budget := given.get("budget"), list):
            given["budget"] = budget[-1]
        found = None
        with suppress(ValidationError):
            found = WaveParams.model_validate(given)
        if found is None or found.budget is None:
            raise UsageError(
                "The wave to compare with is none.",
                expected="the state of a wave, as the link “set aside to compare” gives it",
            )
        return found


def key(text: str) -> Key:
    """Party and authority of ``US:ofac-9345``."""
    authority, _, party = text.partition(":")
    return party, authority


def told(party: str, authority: str) -> str:
    """The same as an address has it."""
    return f"{authority}:{party}"
