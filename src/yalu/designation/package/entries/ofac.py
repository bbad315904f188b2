"""OFAC's three CSV files: ``sdn.csv`` (the party and its remarks), ``alt.csv`` and ``add.csv``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yalu.designation.package.entries.entry import (
    BIRTH,
    LABELS,
    NAME,
    NONE_YET,
    NUMBER,
    Assigned,
    Draft,
    Entry,
    address_parts,
    country_name,
    places,
)
from yalu.designation.package.subject import AIRCRAFT, SHIPS, Number, Subject, Value
from yalu.model.statement import Statement
from yalu.sources.ofac_sdn.labels import NUMBERED
from yalu.sources.ofac_sdn.partial_dates import MONTHS
from yalu.sources.ofac_sdn.pieces import LIMIT

LAYOUT = "OFAC"
TITLE = "OFAC, SDN list, CSV files"
TYPES = {"Person": "individual", SHIPS: "vessel", AIRCRAFT: "aircraft"}
ASSIGNED = ("ent_num", "alt_num", "add_num", "Program")
EMPTY = "-0- "
NORTH, SOUTH = "Korea, North", "Korea, South"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the remarks; ``what`` and ``key`` say what must be read back from it."""

    text: str
    of: Value
    name: str
    what: str = ""
    key: str = ""


def write(subject: Subject, assigned: Assigned = NONE_YET) -> Entry:
    """The rows of the party. Names in other scripts have no place in these files."""
    if subject.name is None:
        why = "The files hold Latin letters, and the evidence has no name in them; none is transcribed here."
        return Entry(LAYOUT, TITLE, {}, why=why)
    draft = Draft()
    files = {"sdn.csv": _row(_main(subject, draft, assigned))}
    alt = [_row(r) for r in _aliases(subject, draft, assigned)]
    add = [_row(r) for r in _addresses(subject, draft, assigned)]
    files |= {"alt.csv": b"".join(alt)} if alt else {}
    files |= {"add.csv": b"".join(add)} if add else {}
    for name in subject.original:
        draft.leave("The name", name, "these files hold Latin letters; OFAC's XML files hold other scripts")
    return Entry(
        LAYOUT, TITLE, files, tuple(draft.fields), ASSIGNED, tuple(draft.left_out), frozenset(draft.carried)
    )


def day(text: str) -> str:
    """``17 Jul 1964``, ``Jul 1964`` or ``1964``.

    >>> day("1964-07-17"), day("1964-07"), day("1964")
    ('17 Jul 1964', 'Jul 1964', '1964')
    """
    year, *rest = text.split("-")
    words = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*([rest[1]] if len(rest) > 1 else []), *words, year])


def _main(subject: Subject, draft: Draft, assigned: Assigned) -> list[str]:
    assert subject.name is not None
    name = draft.fill("SDN_Name", subject.name.value, subject.name.statements, NAME)
    kind = draft.fill("SDN_Type", TYPES.get(subject.kind, ""))
    positions = subject.all("position")
    title = draft.fill("Title", "; ".join(p.value for p in positions), _behind(positions))
    ship: list[str] = []
    for column, prop in (
        *(("Call_Sign", "callSign"), ("Vess_type", "type"), ("Tonnage", "tonnage")),
        *(("GRT", "grossRegisteredTonnage"), ("Vess_flag", "flag")),
    ):
        found = subject.all(prop) if subject.kind == SHIPS else ()
        what = NUMBER if prop == "callSign" else ""
        value = (
            country_name(found[0].value, NORTH, SOUTH)
            if found and prop == "flag"
            else found[0].value
            if found
            else ""
        )
        ship.append(draft.fill(column, value, found[0].statements if found else (), what))
    return [assigned.number, name, kind, "", title, *ship, "", _remarks(subject, draft)]


def _remarks(subject: Subject, draft: Draft) -> str:
    """The pieces in OFAC's order, as many as fit: the files cut a remark at its limit."""
    kept: list[str] = []
    for piece in _pieces(subject):
        if len("; ".join([*kept, piece.text])) + 1 < LIMIT:
            kept.append(piece.text)
            draft.fill(f"Remarks: {piece.name}", piece.text, piece.of.statements, piece.what, piece.key)
        else:
            draft.leave(piece.name, piece.of, f"the remarks of sdn.csv end at {LIMIT:,} characters")
    return "; ".join(kept) + "." if kept else ""


def _pieces(subject: Subject) -> Iterator[Piece]:
    for i, birth in enumerate(subject.all("birthDate")):
        circa = "circa " if birth.detail.get("circa") else ""
        until = f" to {day(birth.of('to'))}" if birth.of("to") else ""
        yield Piece(
            f"{'alt. ' if i else ''}DOB {circa}{day(birth.value)}{until}", birth, "DOB", BIRTH, birth.value
        )
    for i, place in enumerate(subject.all("birthPlace")):
        yield Piece(f"{'alt. ' if i else ''}POB {_place(place)}", place, "POB")
    for prop, label in (("nationality", "nationality"), ("citizenship", "citizen")):
        for found in subject.all(prop):
            yield Piece(f"{label} {country_name(found.value, NORTH, SOUTH)}", found, label)
    for gender in subject.all("gender"):
        if gender.value in ("male", "female"):
            yield Piece(f"Gender {gender.value.capitalize()}", gender, "Gender")
    for number in subject.numbers:
        yield from _number(number, subject.kind)
    for weak in subject.weak:
        yield Piece(f"a.k.a. '{weak.value}'", weak, "weak a.k.a.", NAME, weak.value)
    for prop, label in (("website", "Website"), ("email", "Email Address"), ("phone", "Telephone No.")):
        for found in subject.all(prop):
            yield Piece(f"{label} {found.value}", found, label)


def _place(found: Value) -> str:
    town, country = address_parts(found)
    words = country_name(country, NORTH, SOUTH)
    return words if town == country else ", ".join(filter(None, (town, words)))


def _number(number: Number, kind: str) -> Iterator[Piece]:
    label = LABELS[number.prop]
    value = number.value
    if number.prop == "swiftBic":
        value = value.replace(" ", "")
    elif number.prop == "imoNumber":
        label = "Vessel Registration Identification IMO"
    elif number.prop == "callSign":
        return  # stands in its own column
    elif kind == AIRCRAFT and number.prop in ("registrationNumber", "serialNumber"):
        label = (
            "Aircraft Tail Number"
            if number.prop == "registrationNumber"
            else "Aircraft Serial Identification"
        )
    elif number.prop == "idNumber" and number.of("type") in NUMBERED:
        label = number.of("type")
    text = f"{label} {value}"
    if country := number.of("country"):
        text += f" ({country_name(country, NORTH, SOUTH)})"
    for word, name in (("issued", "issued"), ("expires", "expires")):
        if when := number.of(name):
            text += f" {word} " + " to ".join(day(d) for d in when.split("/"))
    yield Piece(text, number, label, NUMBER, value)


def _aliases(subject: Subject, draft: Draft, assigned: Assigned) -> Iterator[list[str]]:
    for kind, names in (("aka", subject.aliases), ("fka", subject.former)):
        for name in names:
            draft.fill(f"alt_name ({kind})", name.value, name.statements, NAME)
            yield [assigned.number, "", kind, name.value, ""]


def _addresses(subject: Subject, draft: Draft, assigned: Assigned) -> Iterator[list[str]]:
    for text, country, found in places(subject):
        draft.fill("Address", text, found.statements)
        country = draft.fill("Country", country_name(country, NORTH, SOUTH), found.statements)
        yield [assigned.number, "", text, "", country, ""]


def _row(cells: list[str]) -> bytes:
    """A row as OFAC writes it: texts in quotes, ``-0-`` for nothing, numbers bare."""
    first, *rest = cells
    quoted = ['"' + c.replace('"', '""') + '"' if c else EMPTY for c in rest]
    return (",".join([first, *quoted]) + "\r\n").encode()


def _behind(found: tuple[Value, ...]) -> tuple[Statement, ...]:
    return tuple(dict.fromkeys(s for v in found for s in v.statements))
