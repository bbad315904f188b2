"""What two dates of birth say about each other, with the precision that each has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Date(NamedTuple):
    """A date of birth: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; about then; or until a later year."""

    text: str
    circa: bool = False
    to: str = ""

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return len(self.text) == 10 and not self.circa and not self.to

    @property
    def shown(self) -> str:
        """As a reader sees it."""
        return ("about " if self.circa else "") + self.text + (f" to {self.to}" if self.to else "")


class Verdict(NamedTuple):
    """How two dates meet: the name of a weight of the configuration, and the words for it."""

    rule: str
    text: str


_RANK = ("agrees", "agrees_in_part", "swapped", "near", "one_digit", "conflicts")


def compare(asked: Sequence[str], held: Sequence[Date]) -> Verdict | None:
    """The best that any two of the dates say; None where one side has none."""
    found = [_two(Date(a), b) for a in asked for b in held]
    return min(found, key=lambda verdict: _RANK.index(verdict.rule), default=None)


def _two(a: Date, b: Date) -> Verdict:
    said = f"{a.text} and {b.shown}"
    x, y = a.text.split("-"), b.text.split("-")
    year, other = int(x[0]), int(y[0])
    last = int(b.to[:4]) if b.to else other
    if b.to and other <= year <= last:
        return Verdict("agrees_in_part", f"birth year agrees: {said}")
    if x == y and b.exact and a.exact:
        return Verdict("agrees", f"birth date agrees: {a.text}")
    if not b.to and all(p == q for p, q in zip(x, y, strict=False)):
        unit = "month" if min(len(x), len(y)) == 2 else "year" if min(len(x), len(y)) == 1 else "date"
        return Verdict("agrees_in_part", f"birth {unit} agrees: {said}")
    both = a.exact and b.exact
    if both and x[0] == y[0] and x[1:] == y[:0:-1]:
        return Verdict("swapped", f"birth date agrees with day and month swapped: {said}")
    gap = min(abs(year - other), abs(year - last))
    if not both and gap <= (2 if b.circa else 1) and gap > 0:
        return Verdict("near", f"birth year is close: {said}")
    if both and sum(p != q for p, q in zip(x, y, strict=True)) == 1 and (gap == 1 or not gap):
        return Verdict("one_digit", f"birth date differs in one part: {said}")
    if not gap:
        return Verdict("one_digit", f"birth year agrees, the date differs: {said}")
    return Verdict("conflicts", f"birth date conflicts: {said}")
