"""Declared weight against what the ship can carry and how deep it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from yalu.fleet.manifest.flag import Flag, thresholds

TONNES = {
    "t": Decimal(1), "mt": Decimal(1), "ton": Decimal(1), "tons": Decimal(1), "tonne": Decimal(1),
    "tonnes": Decimal(1), "metric ton": Decimal(1), "metric tons": Decimal(1),
    "kg": Decimal("0.001"), "kgs": Decimal("0.001"), "kilogram": Decimal("0.001"),
    "kilograms": Decimal("0.001"), "lb": Decimal("0.00045359237"), "lbs": Decimal("0.00045359237"),
    "long ton": Decimal("1.0160469088"), "short ton": Decimal("0.90718474"),
}  # fmt: skip
"""Units of weight in metric tons."""

_NUMBER = re.compile(r"(\d+(?:[ ,']\d{3})*(?:\.\d+)?)\s*([a-z ]*)", re.ASCII)


def number(text: str) -> Decimal | None:
    """A positive number with thousands separators, or ``None``.

    >>> number("12,500.5"), number("n/a")
    (Decimal('12500.5'), None)
    """
    match = _NUMBER.fullmatch(text.strip().casefold())
    return _value(match[1]) if match else None


def tonnes(text: str, unit: str = "") -> Decimal | None:
    """A weight in metric tons, or ``None`` where the number or the unit cannot be read.

    >>> tonnes("2 300", "t"), tonnes("500 kg"), tonnes("5", "pallets"), tonnes("5")
    (Decimal('2300'), Decimal('0.500'), None, None)
    """
    match = _NUMBER.fullmatch(text.strip().casefold())
    if not match:
        return None
    factor = TONNES.get(" ".join((unit.casefold() or match[2]).split()))
    value = _value(match[1])
    return value * factor if factor is not None and value is not None else None


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(re.sub(r"[ ,']", "", text))
    except InvalidOperation:
        return None


def weight_flags(weights: Iterable[Decimal | None], dwt: str, draught: str, full: str) -> list[Flag]:
    """What the sum of a ship's lines says against its deadweight and draught; nothing where they are unknown.

    ``draught`` and ``full`` are in meters, ``dwt`` in metric tons.
    """
    known = [w for w in weights if w is not None]
    carries, lies, deepest = number(dwt), number(draught), number(full)
    if not known or not carries:
        return []
    total, limit = float(sum(known)), thresholds()
    if total > float(carries) * limit.heavier_than_deadweight.value:
        text = f"declared {total:,.0f} t, the ship's deadweight is {carries:,} t"
        return [
            Flag(
                "heavier_than_deadweight", text, "The deadweight may be a wrong figure, or the unit another."
            )
        ]
    if not lies or not deepest or lies > deepest * 2:
        return []
    share = float(lies / deepest)
    most = _loaded(share, limit.lightest_share_of_full_draught.value) * float(carries)
    least = _loaded(share, limit.ballast_share_of_full_draught.value) * float(carries)
    range_ = f"a draught of {lies} of {deepest} m shows some {least:,.0f} to {most:,.0f} t"
    if total > most * limit.above_what_the_draught_shows.value:
        text = f"declared {total:,.0f} t, {range_}: less is aboard than the papers say"
        return [
            Flag(
                "weight_above_draught", text, "Part of the cargo may be landed already; draughts are rounded."
            )
        ]
    if total < least * limit.below_what_the_draught_shows.value:
        text = f"declared {total:,.0f} t, {range_}: more is aboard than the papers say"
        return [Flag("weight_below_draught", text, "Ballast, fuel and cargo for other ports weigh too.")]
    return []


def _loaded(share: float, empty: float) -> float:
    """The share of the deadweight that a share of the full draught shows; unloaded it lies at ``empty``."""
    return min(1.0, max(0.0, (share - empty) / (1 - empty)))
