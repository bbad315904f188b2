"""Which state is meant: by ISO code or by name."""

from __future__ import annotations

import difflib

from yalu.coalition.states.grid import EU
from yalu.errors import UsageError
from yalu.model.countries import codes

OTHER = {"UK": "GB", "EU": EU, "EUROPEAN UNION": EU, "USA": "US", "UNITED STATES OF AMERICA": "US"}
"""Names in use beside the short ones."""


def state_code(text: str) -> str:
    """The code of a state. Raises UsageError with the nearest names."""
    asked = " ".join(text.split())
    known = codes()
    if asked.upper() in OTHER:
        return OTHER[asked.upper()]
    if asked.upper() in known:
        return asked.upper()
    names = {_plain(name): code for code, name in known.items()}
    if _plain(asked) in names:
        return names[_plain(asked)]
    near = difflib.get_close_matches(_plain(asked), names, n=3, cutoff=0.6)
    raise UsageError(
        f"{asked[:60]!r} is no state.",
        expected="an ISO code such as NA, or a name such as Namibia",
        do=f"Did you mean {' or '.join(f'{known[names[n]]} ({names[n]})' for n in near)}?" if near else "",
    )


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")
