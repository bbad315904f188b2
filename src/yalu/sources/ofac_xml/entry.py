"""One entry of sdn.xml: its fields, and the values that they give."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.model.vocabulary import LISTING
from yalu.sources.damage import imo_number, spreadsheet_made
from yalu.sources.entry import Entry
from yalu.sources.markup import Element, children, name, text
from yalu.sources.ofac_sdn.linked import Names
from yalu.sources.ofac_sdn.partial_dates import span
from yalu.sources.ofac_sdn.pieces import without_stop
from yalu.sources.ofac_sdn.remarks import LINKED, NOTES, read_piece
from yalu.sources.sighting import DAMAGED, Parsed

KINDS = {"Individual": "Person", "Entity": "Organization", "Vessel": "Vessel", "Aircraft": "Airplane"}
AUTHORITY = "US"
_ALIASES: dict[str, tuple[str, dict[str, bool]]] = {
    "a.k.a.": ("alias", {}),
    "f.k.a.": ("previousName", {}),
    "n.k.a.": ("alias", {"now": True}),
}
_SHIP = {
    "callSign": "callSign",
    "vesselType": "type",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "grossRegisteredTonnage",
    "vesselFlag": "flag",
    "vesselOwner": "vesselOwner",
}
_READ = frozenset(
    {
        *("uid", "firstName", "lastName", "title", "sdnType", "remarks", "programList", "idList", "akaList"),
        *("addressList", "nationalityList", "citizenshipList", "dateOfBirthList", "placeOfBirthList"),
        "vesselInfo",
    }
)
_NO_COUNTRY = "undetermined"


def whole_name(element: Element) -> str:
    """``LAST, First`` of a person, the name of anything else: as the CSV edition writes it."""
    return ", ".join(filter(None, (text(element, "lastName"), text(element, "firstName"))))


def read_entry(element: Element, where: str, names: Names, parsed: Parsed) -> Iterator[str]:
    """Add what the entry says; yields the name of each field or label that no form fits."""
    kind = KINDS[text(element, "sdnType")]
    entry = Entry(parsed, f"ofac-{text(element, 'uid')}", kind, where)
    _name(entry, "name", whole_name(element), {})
    entry.say(LISTING, AUTHORITY, {"list": "SDN"})
    for program in children(element, "programList", "program"):
        entry.say("program", text(program))
    entry.say("position", text(element, "title"))
    for field, prop in _SHIP.items():
        entry.say(prop, text(element, "vesselInfo", field))
    for alias in children(element, "akaList", "aka"):
        _alias(entry, alias)
    _places(entry, element)
    for item in children(element, "idList", "id"):
        yield from _piece(entry, _as_remark(item), names)
    for piece in _remarks(text(element, "remarks")):
        yield from _piece(entry, piece, names)
    for other in element:
        if name(other) not in _READ:
            entry.say(NOTES, " ".join(" ".join(map(str, other.itertext())).split()), {"field": name(other)})
            yield f"<{name(other)}>"


def _name(entry: Entry, prop: str, value: str, detail: dict[str, bool]) -> None:
    if not value:
        entry.problem("no_name", f"no {prop}")
    elif spreadsheet_made(value):
        entry.say(prop, value, detail, flag=DAMAGED)
        entry.problem("spreadsheet_date", f"{prop} {value!r} was made by a spreadsheet; it is no renaming")
    else:
        entry.say(prop, value, detail)


def _alias(entry: Entry, alias: Element) -> None:
    prop, detail = _ALIASES.get(text(alias, "type"), ("alias", {}))
    weak = text(alias, "category") == "weak"
    if weak and prop == "alias" and not detail:
        prop = "weakAlias"
    elif weak:
        detail = {**detail, "weak": True}
    _name(entry, prop, whole_name(alias), detail)


def _places(entry: Entry, element: Element) -> None:
    for address in children(element, "addressList", "address"):
        city = ", ".join(filter(None, (text(address, "city"), text(address, "stateOrProvince"))))
        city = " ".join(filter(None, (city, text(address, "postalCode"))))
        country = text(address, "country")
        street = [text(address, f"address{n}") for n in (1, 2, 3)]
        entry.say("address", ", ".join(filter(None, (*street, city, country))))
        if country != _NO_COUNTRY:
            entry.say("country", country)
    for prop in ("nationality", "citizenship"):
        for item in children(element, f"{prop}List", prop):
            entry.say(prop, text(item, "country"))
    for item in children(element, "dateOfBirthList", "dateOfBirthItem"):
        written = text(item, "dateOfBirth")
        if found := span(written):
            entry.say("birthDate", found[0], {**found[1], "alternate": _alternate(item)})
        elif written:
            entry.problem(
                "bad_birth_date", f"dateOfBirth {written[:40]!r} is in no known form; kept as a note"
            )
            entry.say(NOTES, written, {"field": "dateOfBirth"})
    for item in children(element, "placeOfBirthList", "placeOfBirthItem"):
        entry.say("birthPlace", text(item, "placeOfBirth"), {"alternate": _alternate(item)})


def _alternate(item: Element) -> bool | None:
    return True if text(item, "mainEntry") == "false" else None


def _as_remark(item: Element) -> str:
    """The document as the remarks of the CSV edition write it: ``Passport A1 (Iran) expires 02 Mar 2020``."""
    number, country = text(item, "idNumber"), text(item, "idCountry")
    pieces = [text(item, "idType"), number, f"({country})" if number and country else country]
    for word, field in (("issued", "issueDate"), ("expires", "expirationDate")):
        if day := text(item, field):
            pieces.append(f"{word} {day}")
    return " ".join(filter(None, pieces))


def _remarks(remarks: str) -> Iterator[str]:
    """``(Linked To: A; Linked To: B)`` and other remarks, piece by piece."""
    inner = remarks[1:-1] if remarks.startswith("(") and remarks.endswith(")") else remarks
    balanced = inner.count("(") == inner.count(")") and ")" not in inner.partition("(")[0]
    for piece in (inner if balanced else remarks).split(";"):
        if whole := without_stop(piece.strip()):
            yield whole


def _piece(entry: Entry, piece: str, names: Names) -> Iterator[str]:
    prop, value, detail = read_piece(piece, entry.kind)
    if prop == LINKED:
        written = names.stopped(value)
        entry.say(LINKED, written)
        target = names.party(written)
        if target and target != entry.party:
            entry.say("UnknownLink", target, {"role": "linked_to", "as_listed": written})
        return
    if prop == NOTES:
        yield piece[:24]
    elif prop == "imoNumber" and not imo_number(value):
        entry.problem("imo_check_digit", f"IMO number {value!r} fails its check digit")
    entry.say(prop, value, detail)
