"""OFAC's SDN list in CSV: one document is ``sdn``, ``alt`` or ``add``."""

from __future__ import annotations

from yalu.errors import UsageError
from yalu.sources.ofac_sdn.reading import read_part
from yalu.sources.ofac_sdn.table import Edition
from yalu.sources.sighting import Parsed

SDN = Edition("ofac_sdn", {"sdn": "sdn.csv", "alt": "alt.csv", "add": "add.csv"}, lambda programs: ("SDN",))


def parse(content: bytes, part: str) -> Parsed:
    """Read one file of the list.

    ``sdn`` gives parties with their kind; ``alt`` and ``add`` leave ``kind`` empty. Nothing is dated:
    OFAC's CSV holds no listing dates.

    Raises:
        ContractError: the file is not that part in the official layout, or is cut short.
    """
    if part not in SDN.files:
        raise UsageError(f"ofac_sdn has no part {part!r}.", expected=f"one of: {', '.join(SDN.files)}")
    return read_part(content, part, SDN)
