"""One file of a list in OFAC's CSV layout."""

from __future__ import annotations

from yalu.sources.ofac_sdn.collector import Collector
from yalu.sources.ofac_sdn.parties import read_parties
from yalu.sources.ofac_sdn.pieces import split
from yalu.sources.ofac_sdn.remarks import LINKED, read_piece
from yalu.sources.ofac_sdn.table import ADDRESSES, ALIASES, MAIN, Edition, Row, read_rows
from yalu.sources.sighting import Parsed

ALIAS_TYPES: dict[str, tuple[str, dict[str, bool]]] = {
    "aka": ("alias", {}),
    "fka": ("previousName", {}),
    "nka": ("alias", {"now": True}),
}

_NO_COUNTRY = "undetermined"


def read_part(content: bytes, layout: str, edition: Edition) -> Parsed:
    """Read a file in one of the layouts of :data:`yalu.sources.ofac_sdn.table.COLUMNS`.

    Raises:
        ContractError: the file is not in that layout, or is cut short.
    """
    rows = read_rows(content, layout, edition)
    collector = Collector(layout, edition)
    collector.parsed.records = len(rows)
    if layout == MAIN:
        read_parties(rows, collector)
    elif layout == ALIASES:
        _read_aliases(rows, collector)
    elif layout == ADDRESSES:
        _read_addresses(rows, collector)
    else:
        _read_comments(rows, collector)
    return collector.parsed


def _read_comments(rows: list[Row], collector: Collector) -> None:
    """What of the remarks did not fit into the main file; its first piece may be the end of a cut one."""
    for number, (ent, remarks) in enumerate(rows, 1):
        collector.at(f"ofac-{ent}", "", number)
        pieces, cut = split(remarks)
        for n, piece in enumerate([*pieces, *([cut] if cut else [])]):
            prop, value, detail = read_piece(piece, "")
            if n == 0:
                collector.add("notes", piece, {"field": "remarks, continued"})
            elif prop == LINKED:
                collector.add(LINKED, value)
            else:
                collector.add(prop, value, detail)


def _read_aliases(rows: list[Row], collector: Collector) -> None:
    for number, (ent, _, alias_type, name, remarks) in enumerate(rows, 1):
        if alias_type not in ALIAS_TYPES:
            raise collector.edition.refuse(
                ALIASES, f"alt_type is {alias_type[:40]!r}", ", ".join(ALIAS_TYPES), number
            )
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
