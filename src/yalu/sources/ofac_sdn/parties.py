"""The parties of sdn.csv: their columns, their remarks and the ties that the remarks name."""

from __future__ import annotations

import csv
import io
from collections import defaultdict

from yalu.model.vocabulary import LISTING
from yalu.sources.damage import imo_number
from yalu.sources.ofac_sdn.collector import Collector
from yalu.sources.ofac_sdn.linked import Names
from yalu.sources.ofac_sdn.pieces import LIMIT, split
from yalu.sources.ofac_sdn.remarks import LINKED, NOTES, read_piece
from yalu.sources.ofac_sdn.table import MAIN, Row
from yalu.sources.sighting import CUT, Problem, Quarantined

KINDS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}


def read_parties(rows: list[Row], collector: Collector) -> None:
    """Add every party of the file; an id on several rows is quarantined."""
    for number, row in enumerate(rows, 1):
        if row[2] not in KINDS:
            expected = "individual, vessel, aircraft or -0-"
            raise collector.edition.refuse(MAIN, f"SDN_Type is {row[2][:40]!r}", expected, number)
    shared = _quarantine(rows, collector)
    names = Names(((row[0], row[1]) for row in rows), shared)
    unread = _Unread()
    for number, row in enumerate(rows, 1):
        if row[0] not in shared:
            _read_party(row, number, collector, names, unread)
    unread.report(collector)
    if loose := names.unresolved():
        collector.overall("link_unresolved", loose)


class _Unread:
    """Counts the pieces of remarks that no form fits."""

    def __init__(self) -> None:
        self.pieces = 0
        self.parties: set[str] = set()

    def add(self, party: str) -> None:
        self.pieces += 1
        self.parties.add(party)

    def report(self, collector: Collector) -> None:
        if self.pieces:
            collector.overall(
                "unread_remarks",
                f"{self.pieces} pieces of remarks of {len(self.parties)} parties are kept as notes",
            )


def _quarantine(rows: list[Row], collector: Collector) -> set[str]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        places[row[0]].append(number)
    where = collector.edition.where
    shared = {ent: numbers for ent, numbers in places.items() if len(numbers) > 1}
    for ent, numbers in shared.items():
        listed = ", ".join(str(n) for n in numbers)
        names = " / ".join(rows[n - 1][1] for n in numbers)
        why = f"the id {ent} stands on {len(numbers)} rows ({listed})"
        collector.parsed.problems.append(
            Problem("id_on_two_parties", f"{where(MAIN)} rows {listed}", f"{why}: {names}", f"ofac-{ent}")
        )
        for n in numbers:
            collector.parsed.quarantined.append(
                Quarantined(f"ofac-{ent}", where(MAIN, n), _as_text(rows[n - 1]), why)
            )
    return set(shared)


def _as_text(row: Row) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(row)
    return out.getvalue()


def _read_party(row: Row, number: int, collector: Collector, names: Names, unread: _Unread) -> None:
    ent, name, type_, programs, title, call_sign, ship_type, tonnage, grt, flag, owner, remarks = row
    kind = KINDS[type_]
    party = f"ofac-{ent}"
    collector.at(party, kind, number)
    collector.name("name", name)
    under = [program.strip() for program in programs.strip("[]").split("] [")]
    for name_of_list in collector.edition.lists(under):
        collector.add(LISTING, "US", {"list": name_of_list})
    for program in under:
        collector.add("program", program)
    collector.add("position", title)
    collector.add("callSign", call_sign)
    collector.add("type", ship_type)
    collector.add("tonnage", tonnage)
    collector.add("grossRegisteredTonnage", grt)
    collector.add("flag", flag)
    collector.add("vesselOwner", owner)

    pieces, cut = split(remarks)
    for piece in pieces:
        prop, value, detail = read_piece(piece, kind)
        if prop == LINKED:
            _link(value, party, collector, names)
            continue
        if prop == NOTES:
            unread.add(party)
        elif prop == "imoNumber" and not imo_number(value):
            collector.problem("imo_check_digit", f"IMO number {value!r} fails its check digit")
        collector.add(prop, value, detail)
    if len(remarks) >= LIMIT:
        collector.add(NOTES, cut, None, CUT)
        collector.problem("remarks_cut", f"the remarks end at {LIMIT} characters, in {cut!r}")


def _link(written: str, party: str, collector: Collector, names: Names) -> None:
    name = names.stopped(written)
    collector.add(LINKED, name)
    target = names.party(name)
    if target and target != party:
        collector.add("UnknownLink", target, {"role": "linked_to", "as_listed": name})
