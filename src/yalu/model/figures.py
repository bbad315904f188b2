"""Named functions that make the figures and names of sentences from statements.

Each takes the statements of a sentence and looks only at those it is meant for, so that a changed
statement changes what it says. All raise ValueError where nothing is there to be said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from yalu.model.sentence import MUTATION, SlotFunction
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

Chosen = Callable[[Statement], bool]


def on_list(authority: str) -> Chosen:
    """Listings of an authority."""
    return lambda s: s.prop == LISTING and s.value == authority


def having(prop: str, *values: str) -> Chosen:
    """Statements of a property, of the given values where any are given; a garbled value is none."""
    return lambda s: s.prop == prop and not s.value.startswith(MUTATION) and (not values or s.value in values)


def of_kind(chosen: Chosen, *kinds: str) -> Chosen:
    """Those of some kinds of party."""
    return lambda s: chosen(s) and s.kind in kinds


def not_of_kind(chosen: Chosen, *kinds: str) -> Chosen:
    """Those of other kinds."""
    return lambda s: chosen(s) and s.kind not in kinds


def of_party(party: str, prop: str) -> Chosen:
    """The statements of one party and property."""
    return lambda s: s.party == party and s.prop == prop


def parties(chosen: Chosen) -> SlotFunction:
    """How many parties have such a statement."""
    return lambda statements: f"{len({s.party for s in statements if chosen(s)}):,}"


def values(chosen: Chosen) -> SlotFunction:
    """How many different values such statements have."""
    return lambda statements: f"{len({s.value for s in statements if chosen(s)}):,}"


def value(chosen: Chosen) -> SlotFunction:
    """The one value of such statements; several are joined in their order."""

    def made(statements: Sequence[Statement]) -> str:
        return joined(_some(dict.fromkeys(s.value for s in statements if chosen(s)), chosen))

    return made


def listed_names(chosen: Chosen, most: int = 6) -> SlotFunction:
    """The values, as a list of at most ``most`` and the number of those left out."""

    def made(statements: Sequence[Statement]) -> str:
        found = _some(dict.fromkeys(s.value for s in statements if chosen(s)), chosen)
        if len(found) <= most:
            return joined(found)
        return f"{', '.join(found[:most])} and {len(found) - most:,} more"

    return made


def day_from(chosen: Chosen) -> SlotFunction:
    """Since when such statements hold: the earliest day, as the source has it."""

    def made(statements: Sequence[Statement]) -> str:
        return min(_some((s.from_lo or s.from_hi for s in statements if chosen(s)), chosen))

    return made


def lowest(chosen: Chosen) -> SlotFunction:
    """The smallest of whole numbers."""
    return lambda statements: f"{min(_numbers(statements, chosen)):,}"


def highest(chosen: Chosen) -> SlotFunction:
    """The largest of whole numbers."""
    return lambda statements: f"{max(_numbers(statements, chosen)):,}"


def total(chosen: Chosen) -> SlotFunction:
    """The sum of whole numbers."""
    return lambda statements: f"{sum(_numbers(statements, chosen)):,}"


def joined(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def counted(number: int, one: str, many: str = "") -> str:
    """``1 day``, ``2 days``; ``many`` is for a plural that is not the singular with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _numbers(statements: Sequence[Statement], chosen: Chosen) -> list[int]:
    return [int(n) for n in _some((s.value for s in statements if chosen(s)), chosen)]


def _some(found: Iterable[str], chosen: Chosen) -> list[str]:
    kept = [f for f in found if f]
    if not kept:
        raise ValueError(f"no statement fits {chosen}")
    return kept
