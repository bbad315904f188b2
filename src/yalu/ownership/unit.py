"""Whether the shares of a file are percent figures or fractions: told by the whole file, never by one row."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from yalu.errors import ContractError
from yalu.ownership.shares import DIGITS, FULL, ends, number

SAY = "Give --shares percent or --shares fraction, or write each share with a percent sign."


class Unit(StrEnum):
    """What 0.5 in a file means: told by the file, half of a percent, or half of the company."""

    AUTO = "auto"
    PERCENT = "percent"
    FRACTION = "fraction"


FEW = 10
"""So many differing figures above 1 for each one below it tell that a file is of percent figures."""


def units(
    file: str, texts: list[str], unit: Unit, rows: Sequence[int] = ()
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], list[str]]:
    """The share texts of a file in units, rounded down and up, by the place of the text; and small ones.

    Small ones are figures below 1 that were taken for percent figures because nearly all others of the file
    can be nothing else: the caller tells of them. A text may be open at
    one end: ``>50`` is more than 50, ``<25`` less than 25. ``rows`` says for each text the row of the file
    where it first stands. Raises ContractError, with that row.
    """
    row = dict(zip(texts, rows, strict=False))
    figures = [_figure(file, text, row.get(text)) for text in texts]
    percent = _percent(file, figures, unit)
    scale = DIGITS if percent else DIGITS + 2
    low, high = np.empty(len(texts), np.int64), np.empty(len(texts), np.int64)
    for place, (sign, value, marked) in enumerate(figures):
        below, above = ends(value, DIGITS if marked else scale)
        below, above = below + (sign == ">"), above - (sign == "<")
        if below < 0 or above < 0 or below > FULL or above > FULL:
            raise _fault(
                file,
                f"a share is {texts[place][:40]!r}",
                "nothing below 0% or above 100%",
                row.get(texts[place]),
            )
        low[place], high[place] = below, above
    small = [t for t, (_, v, sign) in zip(texts, figures, strict=True) if percent and not sign and 0 < v < 1]
    return low, high, small if unit is Unit.AUTO else []


def _figure(file: str, text: str, row: int | None) -> tuple[str, Decimal, bool]:
    """The sign before a figure, the figure, and whether a percent sign follows."""
    sign = text[0] if text[0] in "<>" else ""
    plain = text[len(sign) :].rstrip()
    marked = plain.endswith("%")
    try:
        return sign, number(plain.removesuffix("%")), marked
    except ValueError as error:
        comma = "; a decimal point is expected, no comma" if "," in plain else ""
        raise _fault(
            file, f"a share: {str(error).removesuffix('.')}{comma}", "a figure such as 50, 50% or 0.5", row
        ) from None


def _percent(file: str, figures: list[tuple[str, Decimal, bool]], unit: Unit) -> bool:
    bare = [value for _, value, marked in figures if not marked and value]
    # All of it is the same either way, and stands for an upper end that a row leaves out.
    marked = [value for _, value, sign in figures if sign and value not in (0, 100)]
    if unit is not Unit.AUTO:
        return unit is Unit.PERCENT
    if bare and marked:
        raise _fault(file, "some shares have a percent sign and some have none", "one form in the whole file")
    above, below = [v for v in bare if v > 1], [v for v in bare if v < 1]
    if above and below and len(above) < FEW * len(below):
        raise _fault(
            file,
            f"the shares {above[0]} and {below[0]} stand in one file, so that it is not told whether they are"
            " percent figures or fractions",
            "all percent figures, or all fractions",
        )
    if bare and not above and not below and not any("." in str(v) for v in bare):
        raise _fault(file, "the only share is 1: 1% or all of it", "a share that tells, such as 100% or 1.0")
    return bool(above)


def _fault(file: str, what: str, expected: str, row: int | None = None) -> ContractError:
    if row is None:  # it is about the whole file
        return ContractError(file, f"{what}.", expected=expected, do=SAY)
    return ContractError(
        file, f"{what}.", where=f"row {row}", expected=expected, do=f"Correct the row. {SAY}"
    )
