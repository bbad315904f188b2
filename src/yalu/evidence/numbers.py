"""Numbers by which a party can be looked up: of a ship, a passport, an identity card, a register."""

from __future__ import annotations

import re

NUMBER_PROPS = ("imoNumber", "mmsi", "passportNumber", "idNumber", "registrationNumber", "taxNumber")

_LABEL = re.compile(r"\A(?:IMO|MMSI|PASSPORT)(?: ?(?:NO|NUMBER)\b)?[\s.:#-]*", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s./-]+")
_FEWEST, _FEWEST_DIGITS = 5, 4
"""A shorter text, or one of fewer digits, is a name (``7-28`` is a ship's) and no number."""


def number_key(text: str) -> str:
    """A number without its label, case and separators; ``""`` for what is none.

    >>> number_key("IMO 8518780"), number_key("ps-472 310 082"), number_key("7-28")
    ('8518780', 'PS472310082', '')
    """
    key = _BETWEEN.sub("", _LABEL.sub("", text.strip())).upper()
    digits = sum(c.isdecimal() for c in key)
    if len(key) < _FEWEST or digits < _FEWEST_DIGITS or not key.isalnum() or not key.isascii():
        return ""
    return key
