"""OFAC's SDN list in CSV: one document is ``sdn``, ``alt`` or ``add``."""

from __future__ import annotations

from yalu.errors import UsageError
from yalu.sources.ofac_sdn.collector import Collector
from yalu.sources.ofac_sdn.parties import read_parties
from yalu.sources.ofac_sdn.table import COLUMNS, Row, read_rows, refuse
from yalu.sources.sighting import Parsed

ALIAS_TYPES: dict[str, tuple[str, dict[str, bool]]] = {
    "aka": ("alias", {}),
    "fka": ("previousName", {}),
    "nka": ("alias", {"now": True}),
}

_NO_COUNTRY = "undetermined"


def parse(content: bytes, part: str) -> Parsed:
    """Read one file of the list.

    ``sdn`` gives parties with their kind; ``alt`` and ``add`` leave ``kind`` empty. Nothing is dated:
    OFAC's CSV holds no listing dates.

    Raises:
        ContractError: the file is not that part in the official layout, or is cut short.
    """
    if part not in COLUMNS:
        raise UsageError(f"ofac_sdn has no part {part!r}.", expected=f"one of: {', '.join(COLUMNS)}")
    rows = read_rows(content, part)
    collector = Collector(part)
    collector.parsed.records = len(rows)
    if part == "sdn":
        read_parties(rows, collector)
    elif part == "alt":
        _read_aliases(rows, collector)
    else:
        _read_addresses(rows, collector)
    return collector.parsed


def _read_aliases(rows: list[Row], collector: Collector) -> None:
    for number, (ent, _, alias_type, name, remarks) in enumerate(rows, 1):
        if alias_type not in ALIAS_TYPES:
            raise refuse("alt", f"alt_type is {alias_type[:40]!r}", ", ".join(ALIAS_TYPES), number)
        collector.at(f"ofac-{ent}", "", number)
        prop, detail = ALIAS_TYPES[alias_type]
        collector.name(prop, name, detail)
        collector.add("notes", remarks.strip())


def _read_addresses(rows: list[Row], collector: Collector) -> None:
    for number, (ent, _, street, city, country, remarks) in enumerate(rows, 1):
        collector.at(f"ofac-{ent}", "", number)
        collector.add("address", ", ".join(piece for piece in (street, city, country) if piece))
        if country != _NO_COUNTRY:
            collector.add("country", country)
        collector.add("notes", remarks.strip())
