"""Read OFAC's Consolidated Sanctions List (CSV), in the layout of the SDN list.

Its entries have the numbers of the same register as the SDN list, so a party on both has one id. The listing
says which list it is; no entry is called an SDN.
"""

from __future__ import annotations

from yalu.errors import UsageError
from yalu.sources.ofac_consolidated.lists import lists_of
from yalu.sources.ofac_sdn.reading import read_part
from yalu.sources.ofac_sdn.table import ADDRESSES, ALIASES, COMMENTS, MAIN, Edition
from yalu.sources.sighting import Parsed

_LAYOUTS = {"prim": MAIN, "alt": ALIASES, "add": ADDRESSES, "comments": COMMENTS}
NON_SDN = Edition(
    "ofac_consolidated", {layout: f"cons_{part}.csv" for part, layout in _LAYOUTS.items()}, lists_of
)


def parse(content: bytes, part: str) -> Parsed:
    """Read one file of the list. Nothing is dated: the CSV files hold no listing dates.

    Raises:
        ContractError: the file is not that part in the official layout, or is cut short.
    """
    if part not in _LAYOUTS:
        expected = f"one of: {', '.join(_LAYOUTS)}"
        raise UsageError(f"ofac_consolidated has no part {part!r}.", expected=expected)
    return read_part(content, _LAYOUTS[part], NON_SDN)
