"""The EU's financial sanctions file: one sanctionEntity of XML 1.1."""

from __future__ import annotations

from typing import Any

from lxml import etree

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
    places,
    plain_state,
)
from yalu.designation.package.entries.xml import document, plain
from yalu.designation.package.subject import AIRCRAFT, SHIPS, Number, Subject, Value, iso_country

LAYOUT = "EU"
TITLE = "EU, financial sanctions files, XML 1.1"
SPACE = "http://eu.europa.ec/fpi/fsd/export"
NAMESPACES: Any = {None: SPACE}
ASSIGNED = ("logicalId", "euReferenceNumber", "designationDate", "regulation: numberTitle, publicationDate")
TYPES = {"passportNumber": "passport", "idNumber": "id", "imoNumber": "imo", "swiftBic": "swiftbic"}


def write(subject: Subject, program: str, assigned: Assigned = NONE_YET) -> Entry:
    """The element of the party; ``program`` is that of the regulation, such as PRK."""
    if subject.kind in (SHIPS, AIRCRAFT):
        why = "The file holds persons and entities; ships stand in an annex of the regulation."
        return Entry(LAYOUT, TITLE, {}, why=why)
    names = (*([subject.name] if subject.name else []), *subject.original)
    if not names:
        return Entry(LAYOUT, TITLE, {}, why="The evidence holds no name of the party that may be used.")
    draft = Draft()
    root = etree.Element(f"{{{SPACE}}}export", nsmap=NAMESPACES, generationDate=assigned.day, globalFileId="")
    one = _add(
        root,
        "sanctionEntity",
        designationDate=assigned.day,
        designationDetails="",
        unitedNationId=draft.fill("unitedNationId", subject.un_reference),
        euReferenceNumber="",
        logicalId=assigned.number,
    )
    if rest := [v for p in ("website", "email", "phone") for v in subject.all(p)]:
        text = draft.fill(
            "remark", "; ".join(v.value for v in rest), tuple(s for v in rest for s in v.statements)
        )
        _add(one, "remark").text = plain(text)
    _add(one, "regulation", programme=draft.fill("programme", program), numberTitle="", publicationDate="")
    code = ("person", "P") if subject.person else ("enterprise", "E")
    _add(one, "subjectType", code=code[0], classificationCode=draft.fill("classificationCode", code[1]))
    _names(one, subject, names, draft)
    for prop in ("nationality", "citizenship"):
        for found in subject.all(prop):
            _country(_add(one, "citizenship"), found, found.value, "citizenship", draft)
    _births(one, subject, draft)
    for number in subject.numbers:
        _number(one, number, draft)
    for text, country, found in places(subject):
        element = _add(one, "address", street=draft.fill("street", text, found.statements))
        _country(element, found, country, "address country", draft)
    files = {"eu_fsf.xml": document(root)}
    return Entry(
        LAYOUT, TITLE, files, tuple(draft.fields), ASSIGNED, tuple(draft.left_out), frozenset(draft.carried)
    )


def _names(one: etree._Element, subject: Subject, names: tuple[Value, ...], draft: Draft) -> None:
    """The first name is strong, and so read as the primary one; function, title and gender go with it."""
    about = {
        "function": "; ".join(v.value for v in subject.all("position")),
        "title": "; ".join(v.value for v in subject.all("title")),
        "gender": {"male": "M", "female": "F"}.get(next((v.value for v in subject.all("gender")), ""), ""),
    }
    for i, (name, strong) in enumerate(
        [(n, "true") for n in (*names, *subject.aliases, *subject.former)]
        + [(n, "false") for n in subject.weak]
    ):
        draft.fill("wholeName", name.value, name.statements, NAME)
        element = _add(one, "nameAlias", wholeName=name.value, strong=strong, nameLanguage=name.lang.upper())
        for field, text in about.items():
            element.set(field, plain(draft.fill(field, text) if i == 0 else ""))
    for name in subject.former:
        draft.leave(
            "That the name is a former one", name, "the layout does not tell former names from others"
        )


def _births(one: etree._Element, subject: Subject, draft: Draft) -> None:
    for birth in subject.all("birthDate"):
        year, *rest = birth.value.split("-")
        element = _add(one, "birthdate", circa="true" if birth.detail.get("circa") else "false")
        element.set("birthdate", birth.value if len(rest) == 2 else "")
        for field, text in zip(("year", "monthOfYear", "dayOfMonth"), (year, *rest, "", ""), strict=False):
            element.set(field, text.lstrip("0"))
        draft.fill("birthdate", birth.value, birth.statements, BIRTH)
        if birth.of("to"):
            draft.leave(
                "The birth date", birth, f"it lies between it and {birth.of('to')}, which has no field"
            )
    for place in subject.all("birthPlace"):
        town, country = address_parts(place)
        element = _add(one, "birthdate", city=draft.fill("birth city", town, place.statements))
        _country(element, place, country, "birth country", draft)


def _number(one: etree._Element, number: Number, draft: Draft) -> None:
    label = number.of("type") or LABELS[number.prop]
    element = _add(
        one,
        "identification",
        identificationTypeCode=TYPES.get(number.prop, "other"),
        identificationTypeDescription=label,
        number=draft.fill(f"identification ({label})", number.value, number.statements, NUMBER),
    )
    _country(element, number, number.of("country"), "identification country", draft)
    if ends := [f"{w} {number.of(w)}" for w in ("issued", "expires") if number.of(w)]:
        _add(element, "remark").text = plain(
            draft.fill("identification remark", ", ".join(ends), number.statements)
        )


def _country(element: etree._Element, of: Value, text: str, field: str, draft: Draft) -> None:
    """The country as code and words; ``00`` where the evidence has none that is known."""
    code = iso_country(text) if text else ""
    element.set("countryIso2Code", code or "00")
    element.set(
        "countryDescription",
        draft.fill(field, plain_state(code).upper(), of.statements) if code else "UNKNOWN",
    )
    if text and not code:
        draft.leave(f"The {field}", of, f"{text!r} is no country with an ISO code")


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{SPACE}}}{tag}", {k: plain(v) for k, v in attributes.items()})
