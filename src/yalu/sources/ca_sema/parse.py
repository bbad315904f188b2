"""Read Canada's consolidated list of autonomous sanctions (XML).

A record is known by its regulation, schedule and item. The list dates nothing, so the copies date all of it.
"""

from __future__ import annotations

import re
from collections import Counter

from yalu.errors import ContractError
from yalu.sources.ca_sema.document import FILE, SOURCE, Record, read_records
from yalu.sources.entry import Entry
from yalu.sources.sighting import Parsed, Problem, Quarantined
from yalu.sources.written_dates import births

AUTHORITY = "CA"
_BOTH_LANGUAGES = re.compile(r"(.{8,}?) ?/ ?(.{8,})")
_LEGAL_FORM = r"(?:Ltd|Limited|Inc|Co|Corp|Company|LLC|LLP|L\.L\.C|S\.A|SA|PLC|JSC|GmbH|AG)\b"
_SEVERAL = re.compile(rf"; |, (?!{_LEGAL_FORM})")


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``.

    Raises:
        ContractError: the file is not the list, or not whole.
    """
    if part != "list":
        raise ContractError(SOURCE, f"there is no part {part!r}", expected="the part 'list'")
    records = read_records(content)
    parsed = Parsed(records=len(records))
    standing = Counter(party_id(r) for r in records)
    unknown = sorted({name for r in records for name in r.unknown})
    if unknown:
        parsed.problems.append(
            Problem("unread_fields", FILE, f"{', '.join(unknown)}: unknown, kept as notes")
        )
    for record in records:
        party = party_id(record)
        if standing[party] > 1:
            why = f"{party} stands on {standing[party]} records"
            row = " | ".join([*record.fields.values(), *record.unknown.values()])
            parsed.quarantined.append(Quarantined(party, record.where, row, why))
            parsed.problems.append(Problem("id_on_two_parties", record.where, why, party))
        else:
            _read(Entry(parsed, party, _kind(record), record.where), record)
    return parsed


def party_id(record: Record) -> str:
    """``ca-syria-1-12``: the regulation by its English name, the schedule and the item.

    The list has no other number. An item that is given to another party later is read as the same one.
    """
    country = english(record.get("Country"))
    short = re.search(r"\(([A-Z]{4,})\)", country)
    schedule = record.get("Schedule") if record.get("Schedule") != "N/A" else ""
    pieces = (short[1] if short else country, schedule, record.get("Item"))
    return "ca-" + "-".join(filter(None, (_slug(p) for p in pieces)))


def english(text: str) -> str:
    """The English half of ``Syria / Syrie``.

    >>> english("Syria / Syrie"), english("Ukraine")
    ('Syria', 'Ukraine')
    """
    return text.partition(" / ")[0].strip()


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _kind(record: Record) -> str:
    return "Organization" if record.get("Entity") else "Person"


def _read(entry: Entry, record: Record) -> None:
    entry.listing(AUTHORITY, {"regime": english(record.get("Country"))})
    entry.say("program", " ".join(filter(None, (record.get("Country"), record.get("Schedule")))))
    if entity := record.get("Entity"):
        both = _BOTH_LANGUAGES.fullmatch(entity)
        entry.name(both[1] if both else entity)
        if both:
            entry.say("alias", both[2], lang="fr")
    else:
        entry.name(" ".join(filter(None, (record.get("GivenName"), record.get("LastName")))))
    for alias in _SEVERAL.split(record.get("Aliases")):
        entry.say("alias", alias)
    entry.say("title", english(record.get("Title").replace("/", " / ", 1)))
    if birth := record.get("DateOfBirth"):
        found = births(birth)
        for value, detail in found:
            entry.say("birthDate", value, detail)
        if not found:
            entry.problem("bad_birth_date", f"DateOfBirth {birth[:40]!r} is in no known form; kept as a note")
            entry.say("notes", birth, {"field": "DateOfBirth"})
    for name, text in record.unknown.items():
        entry.say("notes", text, {"field": name})
