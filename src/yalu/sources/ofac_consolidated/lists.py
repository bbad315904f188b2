"""Which of OFAC's lists an entry is on, by its programs: the CSV files do not name the list."""

from __future__ import annotations

from collections.abc import Sequence

_LISTS = {
    "NS-PLC": "PLC",
    "FSE-": "FSE",
    "NS-ISA": "NS-ISA",
    "561": "Part 561",
    "CAPTA": "CAPTA",
    "NS-MBS": "NS-MBS",
    "MBS": "NS-MBS",
    "CMIC-": "NS-CMIC",
    "UKRAINE-EO13662": "SSI",
    "SSI": "SSI",
}
"""By the beginning of the program; the names are those of the source us_csl."""

NON_SDN = "non-SDN"
"""The list of an entry whose programs do not tell it."""


def lists_of(programs: Sequence[str]) -> tuple[str, ...]:
    """The lists of an entry, each once.

    >>> lists_of(["UKRAINE-EO13662", "NS-MBS"]), lists_of(["RUSSIA-EO14024"])
    (('SSI', 'NS-MBS'), ('non-SDN',))
    """
    found = [name for p in programs for start, name in _LISTS.items() if p.startswith(start)]
    return tuple(dict.fromkeys(found)) or (NON_SDN,)
