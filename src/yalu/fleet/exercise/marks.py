"""What marks all that belongs to an exercise, so that none of it is ever taken for real.

Radio numbers of an exercise begin with 799, which is given to no state. Its IMO numbers begin with 2 and have
a right check digit, so that forms and checks take them; from general knowledge, no ship has such a number.
"""

from __future__ import annotations

import re

from yalu.fleet.identity import check_digit_holds

MARK = "EXERCISE"
"""Stands in the name of every file and ship, and in a column of its own in every row."""

_RADIO = re.compile(rb"(?<!\d)799\d{6}(?!\d)")
_MARKED = re.compile(rf"(?i)(?:^|[,;\t|\"])\s*{MARK}\s*(?:$|[,;\t|\"])")


def imo(ship: int) -> str:
    """The IMO number of a ship of an exercise, from 0 on; its check digit is right.

    >>> imo(1), imo(40)
    ('2000016', '2000406')
    """
    start = f"{200_000 + ship:06}"
    return start + str(sum(int(d) * w for d, w in zip(start, range(7, 1, -1), strict=True)) % 10)


def is_exercise(number: str) -> bool:
    """Whether an IMO number is one of an exercise."""
    return number.startswith("2") and check_digit_holds(number)


def marked(head: bytes) -> bool:
    """Whether a table begins as that of an exercise: by its column, or by the radio numbers of most rows.

    One odd number among real ones is no exercise: sets send what was typed into them.
    """
    first, *rows = head.split(b"\n")
    if _MARKED.search(first.decode("utf-8-sig", "replace").strip()):
        return True
    found = sum(bool(_RADIO.search(row)) for row in rows)
    return found > 0 and found * 2 >= len([row for row in rows if row.strip()])
