"""The UK's consolidated list: rows of ConList.csv, one for each combination of name, birth and address."""

from __future__ import annotations

import csv
import io

from yalu.designation.package.entries.entry import (
    BIRTH,
    NAME,
    NONE_YET,
    NUMBER,
    Assigned,
    Draft,
    Entry,
    address_parts,
    country_name,
    labeled,
    places,
)
from yalu.designation.package.subject import SHIPS, Number, Subject, Value
from yalu.sources.document_number import read_numbers
from yalu.sources.uk_ofsi.table import COLUMNS

LAYOUT = "UK"
TITLE = "UK, OFSI consolidated list, CSV"
ASSIGNED = ("Group ID", "Listed On", "Last Updated")
NORTH, SOUTH = "North Korea", "South Korea"
TYPES = {"Person": "Individual", SHIPS: "Ship"}

Row = dict[str, str]


def write(subject: Subject, regime: str, assigned: Assigned = NONE_YET) -> Entry:
    """The rows of the party; ``regime`` is the list's name of the regime."""
    if subject.name is None:
        why = (
            "This layout holds Latin letters, and the evidence has no name in them; none is transcribed here."
        )
        return Entry(LAYOUT, TITLE, {}, why=why)
    draft = Draft()
    listed = _day(assigned.day) if assigned.day else ""
    common: Row = {
        "Group Type": draft.fill("Group Type", TYPES.get(subject.kind, "Entity")),
        "Regime": draft.fill("Regime", regime),
        "Listed On": listed,
        "Last Updated": listed,
        "Group ID": assigned.number,
        **_about(subject, draft),
    }
    births, addresses = _births(subject, draft), _addresses(subject, draft)
    rows = []
    for number in range(max(len(births), len(addresses))):
        where = births[min(number, len(births) - 1)] | addresses[min(number, len(addresses) - 1)]
        rows.append(common | where | _name(subject.name, "Prime Alias", draft if number == 0 else None))
    for alias, names in (("AKA", (*subject.aliases, *subject.weak)), ("FKA", subject.former)):
        rows += [common | births[0] | addresses[0] | _name(n, alias, draft) for n in names]
    for name in subject.original:
        draft.leave("The name", name, "this layout has no field for other scripts")
    for name in subject.weak:
        draft.leave(
            "The weak name", name, "it stands as AKA: the layout does not tell weak names from others"
        )
    files = {"uk_conlist.csv": _file(rows, listed)}
    return Entry(
        LAYOUT, TITLE, files, tuple(draft.fields), ASSIGNED, tuple(draft.left_out), frozenset(draft.carried)
    )


def _name(name: Value, alias: str, draft: Draft | None) -> Row:
    if draft:
        draft.fill(f"Name 6 ({alias})", name.value, name.statements, NAME)
    return {"Name 6": name.value, "Alias Type": alias}


def _about(subject: Subject, draft: Draft) -> Row:
    """What stands alike in every row."""
    row: Row = {}
    for column, props in (
        ("Title", ("title",)),
        ("Position", ("position",)),
        ("Nationality", ("nationality", "citizenship")),
    ):
        found = subject.all(*props)
        words = [country_name(v.value, NORTH, SOUTH) if column == "Nationality" else v.value for v in found]
        row[column] = draft.fill(column, _several(words), tuple(s for v in found for s in v.statements))
    rest: list[Number] = [n for n in subject.numbers if n.prop not in ("passportNumber", "idNumber")]
    for column, prop in (("Passport Details", "passportNumber"), ("NI Number", "idNumber")):
        fit = [n for n in subject.number(prop) if subject.person and _reads(n.value)]
        rest += [n for n in subject.number(prop) if n not in fit]
        for n in fit:
            draft.fill(column, _with_note(n), n.statements, NUMBER, n.value)
        row[column] = _several([_with_note(n) for n in fit])
    rest.sort(key=lambda n: n.prop != "imoNumber")  # the reader of ships looks for it first
    row["Other Information"] = ". ".join(labeled(n) for n in rest)
    for n in rest:
        # Readers of the list take the first IMO number and the first MMSI out of this text.
        first = n.prop in ("imoNumber", "mmsi") and n is subject.number(n.prop)[0]
        back = NUMBER if subject.kind == SHIPS and first else ""
        draft.fill("Other Information", labeled(n), n.statements, back, n.value)
    return row


def _births(subject: Subject, draft: Draft) -> list[Row]:
    places = subject.all("birthPlace")
    town, country = address_parts(places[0]) if places else ("", "")
    row: Row = {}
    if places:
        row["Town of Birth"] = draft.fill(
            "Town of Birth", "" if town == country else town, places[0].statements
        )
        words = country_name(country, NORTH, SOUTH)
        row["Country of Birth"] = draft.fill("Country of Birth", words, places[0].statements)
    for more in places[1:]:
        draft.leave(
            "The further birth place", more, "one stands in each row; add rows by hand where it matters"
        )
    rows = []
    for birth in subject.all("birthDate"):
        draft.fill("DOB", _day(birth.value), birth.statements, BIRTH, birth.value)
        rows.append(row | {"DOB": _day(birth.value)})
        if birth.detail.get("circa") or birth.of("to"):
            until = f" or lies between it and {birth.of('to')}" if birth.of("to") else ""
            why = f"it is approximate{until}, and the field has no sign for that"
            draft.leave("The birth date", birth, why)
    return rows or [row]


def _addresses(subject: Subject, draft: Draft) -> list[Row]:
    rows = []
    for text, country, found in places(subject):
        draft.fill("Address 1", text, found.statements)
        words = draft.fill("Country", country_name(country, NORTH, SOUTH), found.statements)
        rows.append({"Address 1": text, "Country": words})
    return rows or [{}]


def _day(text: str) -> str:
    """``17/07/1964``, with zeros for what is not known."""
    year, month, day = [*text.split("-"), "00", "00"][:3]
    return f"{day}/{month}/{year}"


def _reads(number: str) -> bool:
    """Whether readers of the list take the whole number out of a cell."""
    found, _ = read_numbers(number)
    return [n.number for n in found] == [number]


def _with_note(number: Number) -> str:
    country = number.of("country")
    return f"{number.value} ({country_name(country, NORTH, SOUTH)})" if country else number.value


def _several(words: list[str]) -> str:
    return words[0] if len(words) == 1 else " ".join(f"({i}) {w}" for i, w in enumerate(words, start=1))


def _file(rows: list[Row], listed: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Last Updated", listed])
    writer.writerow(COLUMNS)
    writer.writerows([row.get(c, "") for c in COLUMNS] for row in rows)
    return out.getvalue().encode()
