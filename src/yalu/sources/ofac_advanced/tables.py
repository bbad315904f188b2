"""What the parties of the file refer to: values, places, documents, list entries, relations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from yalu.sources.markup import Element, XmlFile, attribute, child, children, name, text
from yalu.sources.ofac_advanced.dates import period, point

FILE = XmlFile("ofac_advanced", "sdn_advanced.xml", "Sanctions")
PARTY = "DistinctParty"
_ENTRY, _RELATION, _DOCUMENT, _PLACE = "SanctionsEntry", "ProfileRelationship", "IDRegDocument", "Location"
_VALUES = (
    *("AliasType", "AreaCode", "Country", "DetailReference", "EntryEventType", "FeatureType"),
    *("IDRegDocType", "IDRegDocDateType", "LegalBasis", "List", "LocPartType", "PartySubType", "PartyType"),
    *("NamePartType", "RelationType", "SanctionsType", "Script"),
)
TAGS = (*_VALUES, _ENTRY, _RELATION, _DOCUMENT, _PLACE, PARTY, "DateOfIssue")
"""Everything that repeats, so that a stream over the file keeps none of it."""


@dataclass(slots=True)
class Place:
    """An address and its country."""

    parts: str
    country: str


@dataclass(slots=True)
class Document:
    """A passport or another number: its type, who issued it, and its days by what they are."""

    type: str
    number: str
    country: str
    days: dict[str, str]
    line: str


@dataclass(slots=True)
class Listed:
    """An entry of a list: which list it is, its events' days with their legal basis, its measures."""

    of: str
    events: list[tuple[str, str]] = field(default_factory=list)
    measures: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Relation:
    """One party's relation to another, both by profile."""

    to: str
    type: str
    former: bool
    note: str


@dataclass(slots=True)
class Tables:
    """All of these by the ids of the file. ``parties`` gives a profile's FixedRef."""

    stated: str = ""
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)  # sub-type -> party type
    places: dict[str, Place] = field(default_factory=dict)
    documents: defaultdict[str, list[Document]] = field(default_factory=lambda: defaultdict(list))
    entries: defaultdict[str, list[Listed]] = field(default_factory=lambda: defaultdict(list))
    relations: defaultdict[str, list[Relation]] = field(default_factory=lambda: defaultdict(list))
    parties: dict[str, str] = field(default_factory=dict)
    standing: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def value(self, kind: str, key: str) -> str:
        """A reference value by its id, ``""`` where the file defines none."""
        return self.values.get((kind, key), "")


def read_tables(content: bytes) -> Tables:
    """Read everything but the parties themselves, of which only the ids are taken.

    Raises:
        ContractError: the file is not the list, or breaks off.
    """
    tables = Tables()
    for tag, element in FILE.stream(content, TAGS):
        if tag == PARTY:
            _party(tables, element)
        elif tag == _ENTRY:
            _entry(tables, element)
        elif tag == _RELATION:
            _relation(tables, element)
        elif tag == _DOCUMENT:
            _document(tables, element)
        elif tag == _PLACE:
            _place(tables, element)
        elif tag == "DateOfIssue":
            tables.stated = point(element)
        elif element.get("ID"):
            tables.values[tag, attribute(element, "ID")] = text(element)
            if tag == "PartySubType":
                tables.types[attribute(element, "ID")] = attribute(element, "PartyTypeID")
    return tables


def _party(tables: Tables, element: Element) -> None:
    reference = attribute(element, "FixedRef")
    if not (reference.isascii() and reference.isdecimal()):
        raise FILE.refuse(f"FixedRef is {reference[:40]!r}", "a number on every party", element)
    tables.standing[reference] += 1
    for profile in children(element, "Profile"):
        tables.parties[attribute(profile, "ID")] = reference


def _entry(tables: Tables, element: Element) -> None:
    listed = Listed(tables.value("List", attribute(element, "ListID")))
    for part in element:
        if name(part) == "EntryEvent":
            basis = tables.value("LegalBasis", attribute(part, "LegalBasisID"))
            listed.events.append((point(child(part, "Date")), basis))
        elif name(part) == "SanctionsMeasure":
            kind = tables.value("SanctionsType", attribute(part, "SanctionsTypeID"))
            listed.measures.append((kind, text(part, "Comment")))
    tables.entries[attribute(element, "ProfileID")].append(listed)


def _relation(tables: Tables, element: Element) -> None:
    tables.relations[attribute(element, "From-ProfileID")].append(
        Relation(
            attribute(element, "To-ProfileID"),
            tables.value("RelationType", attribute(element, "RelationTypeID")),
            element.get("Former") == "true",
            text(element, "Comment"),
        )
    )


def _document(tables: Tables, element: Element) -> None:
    days = {}
    for dated in children(element, "DocumentDate"):
        what = tables.value("IDRegDocDateType", attribute(dated, "IDRegDocDateTypeID"))
        day, _ = period(child(dated, "DatePeriod"))
        if day and what:
            days[what] = day
    tables.documents[attribute(element, "IdentityID")].append(
        Document(
            tables.value("IDRegDocType", attribute(element, "IDRegDocTypeID")),
            text(element, "IDRegistrationNo"),
            tables.value("Country", attribute(element, "IssuedBy-CountryID")),
            days,
            FILE.where(element),
        )
    )


def _place(tables: Tables, element: Element) -> None:
    parts: dict[str, str] = {}
    for part in children(element, "LocationPart"):
        kind = tables.value("LocPartType", attribute(part, "LocPartTypeID"))
        if value := text(part, "LocationPartValue", "Value"):
            parts[kind] = value
    city = ", ".join(filter(None, (parts.pop("CITY", ""), parts.pop("STATE/PROVINCE", ""))))
    city = " ".join(filter(None, (city, parts.pop("POSTAL CODE", ""))))
    country = child(element, "LocationCountry")
    named = tables.value("Country", attribute(country, "CountryID")) if country is not None else ""
    if not named and (area := child(element, "LocationAreaCode")) is not None:
        named = tables.value("AreaCode", attribute(area, "AreaCodeID"))
    tables.places[attribute(element, "ID")] = Place(", ".join(filter(None, (*parts.values(), city))), named)
