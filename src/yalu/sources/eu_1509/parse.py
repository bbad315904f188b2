"""Read the annexes of Regulation (EU) 2017/1509 from one table.

Annexes XV and XVI name the day of the EU's own listing, which dates it and the primary name. Annexes XIII and
XIV name the day on which the UN designated the party: the EU listed it after that, on a day that the table
does not give, so the copies date it, though not before.
"""

from __future__ import annotations

from collections import defaultdict

from yalu.errors import ContractError
from yalu.model.vocabulary import LISTING
from yalu.sources.damage import imo_number
from yalu.sources.entry import Entry
from yalu.sources.eu_1509.fields import read_fields
from yalu.sources.eu_1509.names import further, primary
from yalu.sources.eu_1509.table import FILE, KINDS, Row, read_rows
from yalu.sources.sighting import Parsed, Problem, Quarantined

AUTHORITY = "EU"
REGIME = "PRK"
OF_THE_UN = ("XIII", "XIV")
"""Annexes whose parties the UN designated; their days are the UN's."""


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. Records are rows; a ship may stand in two annexes.

    Raises:
        ContractError: the file is not the table, or not whole.
    """
    if part != "list":
        raise ContractError(FILE.source, f"there is no part {part!r}", expected="the part 'list'")
    rows, unknown = read_rows(content)
    parsed = Parsed(records=len(rows))
    if unknown:
        what = f"{', '.join(unknown)}: unknown, kept as notes"
        parsed.problems.append(Problem("unread_fields", FILE.where(1), what))
    parties: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        parties[party_id(row)].append(row)
    for party, its in parties.items():
        if why := _two_parties(party, its):
            parsed.problems.append(Problem("id_on_two_parties", FILE.where(its[0].number), why, party))
            parsed.quarantined += [
                Quarantined(party, FILE.where(r.number), " | ".join(filter(None, r.fields.values())), why)
                for r in its
            ]
        else:
            for row in its:
                _read(party, row, unknown, parsed)
    _once(parsed)
    return parsed


def party_id(row: Row) -> str:
    """A ship by its IMO number, all else by annex and number: ``imo-8514306``, ``eu-1509-xv.a-15``."""
    if row["schema"] == "Vessel" and imo_number(row["imoNumber"]):
        return f"imo-{row['imoNumber']}"
    mark = row["recordId"] or "-".join(row["name"].lower().split())
    return f"eu-1509-{row['annex'].lower()}-{mark}"


def _two_parties(party: str, rows: list[Row]) -> str:
    """Why rows of one id cannot be one party; a hull keeps its number under another name."""
    names = sorted({r["name"] for r in rows})
    if len(names) > 1 and not party.startswith("imo-"):
        return f"{party} means {' / '.join(names)}"
    return ""


def _read(party: str, row: Row, unknown: list[str], parsed: Parsed) -> None:
    entry = Entry(parsed, party, KINDS[row["schema"]], FILE.where(row.number), listed=row.day)
    detail = {"regime": REGIME, "annex": row["annex"]}
    own = row.day and row["annex"].split(".")[0] not in OF_THE_UN
    if own:
        entry.listing(AUTHORITY, detail)
    else:
        entry.say(LISTING, AUTHORITY, detail)
        entry.say("unDesignationDate", row.day)
    entry.say("program", row["measure"], {"annex": row["annex"]})
    for prop, name, lang in primary(row["name"], ship=row["schema"] == "Vessel"):
        if own and prop == "name":
            entry.name(name, lang=lang)
        else:
            entry.say(prop, name, lang=lang)
    for prop in ("alias", "weakAlias", "previousName"):
        for said, name, lang in further(row[prop], prop):
            entry.say(said, name, lang=lang)
    read_fields(entry, row)
    for column in unknown:
        entry.say("notes", row[column], {"field": column})


def _once(parsed: Parsed) -> None:
    """Each value of a ship of two annexes once, with what dates it best."""
    best: dict[tuple[str, ...], int] = {}
    for n, s in enumerate(parsed.sightings):
        key = (s.party, s.prop, s.value, s.lang, s.detail)
        first = best.setdefault(key, n)
        if s.known_hi and not parsed.sightings[first].known_hi:
            best[key] = n
    kept = set(best.values())
    parsed.sightings = [s for n, s in enumerate(parsed.sightings) if n in kept]
