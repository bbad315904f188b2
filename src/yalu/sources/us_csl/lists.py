"""The lists that the file brings together, and what each of them does."""

from __future__ import annotations

from typing import Final, NamedTuple

from yalu.model.vocabulary import LISTING

EXPORT_CONTROL: Final = "exportControl"
"""The property of an entry that controls exports to a party and freezes nothing of it."""

REPEATED: Final = "repeatedListing"
"""The property of an entry of the SDN list, which counts as a listing in the source ofac_sdn alone."""


class Kept(NamedTuple):
    """A list: its short name, and the property that an entry of it gives."""

    name: str
    prop: str


LISTS = {
    "Specially Designated Nationals (SDN)": Kept("SDN", REPEATED),
    "Foreign Sanctions Evaders (FSE)": Kept("FSE", LISTING),
    "Sectoral Sanctions Identifications List (SSI)": Kept("SSI", LISTING),
    "Palestinian Legislative Council List (PLC)": Kept("PLC", LISTING),
    "Capta List (CAP)": Kept("CAPTA", LISTING),
    "Non-SDN Menu-Based Sanctions List (NS-MBS List)": Kept("NS-MBS", LISTING),
    "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC)": Kept("NS-CMIC", LISTING),
    "Nonproliferation Sanctions (ISN)": Kept("ISN", LISTING),
    "Entity List (EL)": Kept("Entity List", EXPORT_CONTROL),
    "Denied Persons List (DPL)": Kept("Denied Persons", EXPORT_CONTROL),
    "Unverified List (UVL)": Kept("Unverified", EXPORT_CONTROL),
    "Military End User (MEU) List": Kept("Military End User", EXPORT_CONTROL),
    "ITAR Debarred (DTC)": Kept("AECA Debarred", EXPORT_CONTROL),
}
"""By the text before the dash in the column ``source``."""

OF_THE_TREASURY = frozenset({"SDN", "FSE", "SSI", "PLC", "CAPTA", "NS-MBS", "NS-CMIC"})
"""Lists of OFAC, whose numbers stand in the column ``entity_number``."""


def list_of(source: str) -> Kept | None:
    """The list of a row, or None for one that is not known.

    >>> list_of("Unverified List (UVL) - Bureau of Industry and Security")
    Kept(name='Unverified', prop='exportControl')
    """
    return LISTS.get(source.partition(" - ")[0])
