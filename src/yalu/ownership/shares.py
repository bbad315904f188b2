"""Shares as whole numbers, so that 50% is exactly 50%: one unit is a billionth of a percent."""

from __future__ import annotations

from decimal import Context, Decimal, InvalidOperation

Share = int
"""A share in billionths of a percent."""

DIGITS = 9
FULL: Share = 100 * 10**DIGITS
"""100%."""
LONGEST = 40
"""Characters of a figure."""
_EXACT = Context(prec=2 * LONGEST)


def percent(text: str) -> Share:
    """A share of a percent figure.

    >>> percent("50"), percent("0.5") * 200 == FULL
    (50000000000, True)
    """
    return int(Decimal(text).scaleb(DIGITS))


def number(text: str) -> Decimal:
    """A decimal number as text gives it. Raises ValueError for anything else, infinity and NaN included."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or len(text.strip()) > LONGEST:
        raise ValueError(f"{text[:LONGEST]!r} is no number")
    return found


def ends(value: Decimal, scale: int) -> tuple[Share, Share]:
    """The units below and above a figure: one and the same, unless it has more digits than a unit.

    ``scale`` is 9 for a percent figure and 11 for a fraction of one.

    >>> ends(Decimal("0.5"), 11), ends(Decimal(1) / 3, 11)
    ((50000000000, 50000000000), (33333333333, 33333333334))
    """
    scaled = value.scaleb(scale, _EXACT)
    below = int(scaled)
    if scaled == below:
        return below, below
    return (below, below + 1) if scaled > 0 else (below - 1, below)


def text(share: Share) -> str:
    """A share in percent, without needless zeros.

    >>> text(percent("64.2")), text(0), text(percent("50") + 1)
    ('64.2%', '0%', '50.000000001%')
    """
    return f"{figure(share)}%"


def figure(share: Share) -> str:
    """The same without the sign.

    >>> figure(percent("7.50"))
    '7.5'
    """
    whole, rest = divmod(share, 10**DIGITS)
    return f"{whole}.{rest:0{DIGITS}d}".rstrip("0").rstrip(".") if rest else str(whole)


def span(low: Share, high: Share) -> str:
    """A range of shares.

    >>> span(percent("25"), percent("50")), span(0, 0)
    ('25% to 50%', '0%')
    """
    return text(low) if low == high else f"{text(low)} to {text(high)}"
