"""The UN's consolidated list: one INDIVIDUAL or ENTITY in its XML."""

from __future__ import annotations

from lxml import etree

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
from yalu.designation.package.entries.xml import document, put
from yalu.designation.package.subject import AIRCRAFT, SHIPS, Subject, Value

LAYOUT = "UN"
TITLE = "UN, consolidated list, XML"
ASSIGNED = ("REFERENCE_NUMBER", "LISTED_ON", "DATAID", "VERSIONNUM")
NORTH, SOUTH = "Democratic People's Republic of Korea", "Republic of Korea"


def write(subject: Subject, regime: str, assigned: Assigned = NONE_YET) -> Entry:
    """The element of the party; ``regime`` is what UN_LIST_TYPE says, such as DPRK."""
    if subject.kind in (SHIPS, AIRCRAFT):
        why = "The list holds persons and entities; the 1718 Committee keeps ships on a list of its own."
        return Entry(LAYOUT, TITLE, {}, why=why)
    if subject.name is None:
        why = (
            "FIRST_NAME is in Latin letters, and the evidence has no name in them; none is transcribed here."
        )
        return Entry(LAYOUT, TITLE, {}, why=why)
    draft = Draft()
    tag = "INDIVIDUAL" if subject.person else "ENTITY"
    root = etree.Element("CONSOLIDATED_LIST", dateGenerated=assigned.day)
    groups = {
        t: etree.SubElement(root, g) for t, g in (("INDIVIDUAL", "INDIVIDUALS"), ("ENTITY", "ENTITIES"))
    }
    one = etree.SubElement(groups[tag], tag)
    for field in ("DATAID", "VERSIONNUM"):
        put(one, field, "")
    put(one, "FIRST_NAME", draft.fill("FIRST_NAME", subject.name.value, subject.name.statements, NAME))
    put(one, "UN_LIST_TYPE", draft.fill("UN_LIST_TYPE", regime))
    put(one, "REFERENCE_NUMBER", assigned.number)
    put(one, "LISTED_ON", assigned.day)
    for name in subject.original[:1]:
        put(
            one, "NAME_ORIGINAL_SCRIPT", draft.fill("NAME_ORIGINAL_SCRIPT", name.value, name.statements, NAME)
        )
    _about(one, subject, draft)
    put(put(one, "LIST_TYPE"), "VALUE", "UN List")
    _aliases(one, subject, tag, draft)
    _addresses(one, subject, tag, draft)
    if subject.person:
        _births(one, subject, draft)
        _documents(one, subject, draft)
    files = {"un_consolidated.xml": document(root)}
    return Entry(
        LAYOUT, TITLE, files, tuple(draft.fields), ASSIGNED, tuple(draft.left_out), frozenset(draft.carried)
    )


def _about(one: etree._Element, subject: Subject, draft: Draft) -> None:
    """Gender, comments, title, designation and nationality; other numbers stand in the comments."""
    for gender in subject.all("gender")[:1]:
        put(one, "GENDER", draft.fill("GENDER", gender.value.upper(), gender.statements))
    rest = [n for n in subject.numbers if not subject.person or n.prop not in ("passportNumber", "idNumber")]
    comments = ". ".join(labeled(n) for n in rest)
    if comments:
        behind = tuple(s for n in rest for s in n.statements)
        put(one, "COMMENTS1", draft.fill("COMMENTS1", comments, behind))
    for tag, props in (
        ("TITLE", ("title",)),
        ("DESIGNATION", ("position",)),
        ("NATIONALITY", ("nationality", "citizenship")),
    ):
        found = subject.all(*props)
        if found and subject.person:
            group = put(one, tag)
            for value in found:
                text = country_name(value.value, NORTH, SOUTH) if tag == "NATIONALITY" else value.value
                put(group, "VALUE", draft.fill(tag, text, value.statements))


def _aliases(one: etree._Element, subject: Subject, tag: str, draft: Draft) -> None:
    good, low = ("Good", "Low") if subject.person else ("a.k.a.", "Low")
    for quality, names in (
        (good, subject.aliases),
        (low, subject.weak),
        ("f.k.a.", subject.former),
        (good, subject.original[1:]),
    ):
        for name in names:
            group = put(one, f"{tag}_ALIAS")
            put(group, "QUALITY", quality)
            put(group, "ALIAS_NAME", draft.fill(f"ALIAS_NAME ({quality})", name.value, name.statements, NAME))


def _addresses(one: etree._Element, subject: Subject, tag: str, draft: Draft) -> None:
    for text, country, found in places(subject):
        group = put(one, f"{tag}_ADDRESS")
        if text:
            put(group, "STREET", draft.fill("STREET", text, found.statements))
        if country:
            put(
                group, "COUNTRY", draft.fill("COUNTRY", country_name(country, NORTH, SOUTH), found.statements)
            )


def _births(one: etree._Element, subject: Subject, draft: Draft) -> None:
    for birth in subject.all("birthDate"):
        _birth(put(one, "INDIVIDUAL_DATE_OF_BIRTH"), birth, draft)
    for place in subject.all("birthPlace"):
        town, country = address_parts(place)
        group = put(one, "INDIVIDUAL_PLACE_OF_BIRTH")
        if town != country:
            put(group, "CITY", draft.fill("CITY", town, place.statements))
        if country:
            put(
                group, "COUNTRY", draft.fill("COUNTRY", country_name(country, NORTH, SOUTH), place.statements)
            )


def _birth(group: etree._Element, birth: Value, draft: Draft) -> None:
    until, year = birth.of("to"), birth.value[:4]
    if until:
        put(group, "TYPE_OF_DATE", "BETWEEN")
        put(group, "FROM_YEAR", draft.fill("FROM_YEAR", year, birth.statements, BIRTH))
        put(group, "TO_YEAR", draft.fill("TO_YEAR", until[:4], birth.statements))
    else:
        put(group, "TYPE_OF_DATE", "APPROXIMATELY" if birth.detail.get("circa") else "EXACT")
        field = "DATE" if len(birth.value) == 10 else "YEAR"
        text = birth.value if field == "DATE" else year
        put(group, field, draft.fill(field, text, birth.statements, BIRTH))
    if (until and len(birth.value) > 4) or len(birth.value) == 7:
        draft.leave("The birth date", birth, "the layout has a day or a year here, so only the year stands")


def _documents(one: etree._Element, subject: Subject, draft: Draft) -> None:
    for number in (*subject.number("passportNumber"), *subject.number("idNumber")):
        passport = number.prop == "passportNumber"
        group = put(one, "INDIVIDUAL_DOCUMENT")
        kind = "Passport" if passport else number.of("type") or "National Identification Number"
        put(group, "TYPE_OF_DOCUMENT", draft.fill("TYPE_OF_DOCUMENT", kind, number.statements))
        put(group, "NUMBER", draft.fill("NUMBER", number.value, number.statements, NUMBER))
        if country := number.of("country"):
            name = country_name(country, NORTH, SOUTH)
            put(group, "ISSUING_COUNTRY", draft.fill("ISSUING_COUNTRY", name, number.statements))
        if issued := number.of("issued"):
            put(group, "DATE_OF_ISSUE", draft.fill("DATE_OF_ISSUE", issued, number.statements))
        if expires := number.of("expires"):
            put(group, "NOTE", draft.fill("NOTE", f"Expires {expires}", number.statements))
