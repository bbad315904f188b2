"""The XML edition, version 1.1: an element for each party."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from yalu.errors import ContractError
from yalu.model.vocabulary import QUOTES
from yalu.sources.delimited import plain
from yalu.sources.eu_fsf.facts import KINDS, SOURCE, Fact, Subject, party_id, published_day
from yalu.sources.quoted import un_record

FILE = "eu_fsf.xml"
ROOT = "export"
_DECLARED = re.compile(rb"<!DOCTYPE|<!ENTITY")
_COUNTRY_UNKNOWN = "00"


def read_xml(content: bytes) -> tuple[dict[str, Subject], str, list[str]]:
    """The parties by id, the day of the file, and the names of elements that are not known.

    Raises:
        ContractError: not this edition, not whole, or a party without what every party has.
    """
    root = _root(content)
    day = (root.get("generationDate") or "")[:10]
    if not published_day(day):
        raise _refuse(f"generationDate is {day!r}", "the day on which the file was made", root)
    subjects: dict[str, Subject] = {}
    unknown: set[str] = set()
    for element in root:
        tag = _tag(element)
        if tag != "sanctionEntity":
            raise _refuse(f"<{tag}> stands in <{ROOT}>", "<sanctionEntity> only", element)
        subject = _subject(element)
        if subject.reference in subjects:
            raise _refuse(f"{subject.reference} stands twice", "each party once", element)
        subjects[subject.reference] = subject
        for child in element:
            if not _read(subject, child):
                unknown.add(_tag(child))
    if not subjects:
        raise _refuse("the list holds no party", "<sanctionEntity> elements", root)
    return subjects, day, sorted(unknown)


def _root(content: bytes) -> etree._Element:
    if found := _DECLARED.search(content):
        raise ContractError(
            SOURCE, f"a declaration {found[0].decode()}", where=FILE, expected="none in the list"
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content.removeprefix(b"\xef\xbb\xbf"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        expected = f"a whole XML document that ends with </{ROOT}>"
        what = f"the file breaks off, or is not XML ({error})"[:160]
        raise ContractError(SOURCE, what, where=FILE, expected=expected) from error
    if _tag(root) != ROOT:
        raise _refuse(f"the root element is <{_tag(root)}>", f"<{ROOT}>", root)
    return root


def _refuse(what: str, expected: str, element: etree._Element) -> ContractError:
    return ContractError(SOURCE, what, where=_where(element), expected=expected)


def _where(element: etree._Element) -> str:
    return f"{FILE} line {element.sourceline}"


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _get(element: etree._Element, name: str) -> str:
    return plain(element.get(name) or "")


def _subject(element: etree._Element) -> Subject:
    types = {_get(c, "classificationCode") for c in element if _tag(c) == "subjectType"}
    kind = KINDS.get(next(iter(types), "")) if len(types) == 1 else None
    logical_id = _get(element, "logicalId")
    if not kind or not logical_id:
        raise _refuse("no subjectType P or E, or no logicalId", "both in every party", element)
    reference = party_id(_get(element, "euReferenceNumber"), logical_id)
    subject = Subject(
        reference, kind, _where(element), listed=published_day(_get(element, "designationDate"))
    )
    if un := _get(element, "unitedNationId"):
        subject.facts.append(_quoted(un))
    if text := _get(element, "designationDetails"):
        subject.facts.append(Fact("notes", text, detail={"field": "designationDetails"}))
    names = [c for c in element if _tag(c) == "nameAlias"]
    strong = next((c for c in names if c.get("strong") == "true"), next(iter(names), None))
    for name in names:
        _read_name(subject, name, "name" if name is strong else _alias(name))
    return subject


def _quoted(un: str) -> Fact:
    """The UN's reference as a quote, else as a note."""
    record = un_record(un)
    return Fact(QUOTES if record else "notes", record or un, detail={"field": "unitedNationId"})


def _alias(name: etree._Element) -> str:
    return "alias" if name.get("strong") == "true" else "weakAlias"


def _published(element: etree._Element) -> str:
    acts = [c for c in element if _tag(c) == "regulationSummary"]
    return published_day(_get(acts[0], "publicationDate")) if acts else ""


def _read_name(subject: Subject, element: etree._Element, prop: str) -> None:
    day = _published(element)
    parts = " ".join(filter(None, (_get(element, a) for a in ("firstName", "middleName", "lastName"))))
    facts = {
        prop: _get(element, "wholeName") or parts,
        "gender": {"M": "male", "F": "female"}.get(_get(element, "gender"), ""),
        "title": _get(element, "title"),
        "position": _get(element, "function"),
    }
    for kind, value in facts.items():
        lang = _get(element, "nameLanguage").lower() if kind == prop else ""
        if value:
            subject.facts.append(Fact(kind, value, day, lang))


def _read(subject: Subject, element: etree._Element) -> bool:
    """Read one element below the party; False where it is not known."""
    tag, day = _tag(element), _published(element)
    if tag == "regulation":
        subject.under(_get(element, "programme"), published_day(_get(element, "publicationDate")))
    elif tag == "remark":
        _say(subject, "notes", plain(element.text or ""), "", {"field": "remark"})
    elif tag == "citizenship":
        _say(subject, "nationality", _country(element), day)
    elif tag == "birthdate":
        _read_birth(subject, element, day)
    elif tag == "identification":
        _read_document(subject, element, day)
    elif tag == "address":
        _read_address(subject, element, day)
    else:
        return tag in ("subjectType", "nameAlias")
    for child in element:
        if _tag(child) == "remark":
            _say(subject, "notes", plain(child.text or ""), day, {"field": f"{tag}/remark"})
    return True


def _say(subject: Subject, prop: str, value: str, day: str, detail: Mapping[str, str] | None = None) -> None:
    if value:
        kept: dict[str, str | bool] = {k: v for k, v in (detail or {}).items() if v}
        subject.facts.append(Fact(prop, value, day, detail=kept))


def _country(element: etree._Element) -> str:
    known = _get(element, "countryIso2Code") not in ("", _COUNTRY_UNKNOWN)
    return _get(element, "countryDescription") if known else ""


def _read_birth(subject: Subject, element: etree._Element, day: str) -> None:
    year, month, of_month = (_get(element, a) for a in ("year", "monthOfYear", "dayOfMonth"))
    value = _get(element, "birthdate")
    if not value and year:
        value = "-".join(
            [year, *([month.zfill(2), *([of_month.zfill(2)] if of_month else [])] if month else [])]
        )
    if value:
        circa: dict[str, str | bool] = {"circa": True} if element.get("circa") == "true" else {}
        subject.facts.append(Fact("birthDate", value, day, detail=circa))
    country = _country(element)
    place = ", ".join(
        filter(None, (_get(element, "city") or _get(element, "place"), _get(element, "region"), country))
    )
    _say(subject, "birthPlace", place, day, {"country": country})


def _read_document(subject: Subject, element: etree._Element, day: str) -> None:
    kind = _get(element, "identificationTypeCode")
    prop = (
        "passportNumber"
        if "passport" in kind
        else {"imo": "imoNumber", "swiftbic": "swiftBic"}.get(kind, "idNumber")
    )
    detail = {"country": _country(element)}
    if prop == "idNumber":
        detail["type"] = _get(element, "identificationTypeDescription")
    for mark in ("knownFalse", "knownExpired", "reportedLost", "revokedByIssuer"):
        if element.get(mark) == "true":
            detail[mark] = "true"
    _say(subject, prop, _get(element, "number") or _get(element, "latinNumber"), day, detail)


def _read_address(subject: Subject, element: etree._Element, day: str) -> None:
    country = _country(element)
    fields = ("poBox", "street", "place", "city", "region", "zipCode")
    place = ", ".join(filter(None, (_get(element, a) for a in fields)))
    if place:
        _say(subject, "address", ", ".join(filter(None, (place, country))), day, {"country": country})
    _say(subject, "country", country, day)
