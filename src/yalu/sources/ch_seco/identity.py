"""One identity of a target: names in each spelling, births, nationalities, documents, addresses."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.model.dates import partial
from yalu.sources.ch_seco.tables import Tables
from yalu.sources.entry import Entry
from yalu.sources.language import language
from yalu.sources.markup import Element, attribute, child, children, text

_PROPS = {"primary-name": "name", "alias": "alias", "formerly-known-as": "previousName"}
_GIVEN_FIRST = (
    *("title", "given-name", "further-given-name", "father-name", "grand-father-name", "tribal-name"),
    *("maiden-name", "family-name", "suffix", "whole-name", "other"),
)
"""The order of a name's parts where the file gives none."""
_DOCUMENTS = {
    "passport": "passportNumber",
    "diplomatic-passport": "passportNumber",
    "service-passport": "passportNumber",
    "resident-permit": "idNumber",
}


def names(identity: Element, *, main: bool) -> Iterator[tuple[str, str, str, dict[str, str | bool]]]:
    """Each name, its language and its detail: the primary one of the main identity first as ``name``."""
    for element in children(identity, "name"):
        prop = _PROPS.get(attribute(element, "name-type"), "alias")
        weak = attribute(element, "quality") == "low"
        if prop == "name" and not main:
            prop = "alias"
        if weak and prop == "alias":
            prop = "weakAlias"
        detail: dict[str, str | bool] = {"weak": True} if weak and prop == "previousName" else {}
        parts = sorted(children(element, "name-part"), key=_order)
        yield prop, " ".join(filter(None, (text(p, "value") for p in parts))), "", detail
        for key in dict.fromkeys(_spelling(v) for p in parts for v in children(p, "spelling-variant")):
            said = (_said(p, key) for p in parts)
            value = " ".join(filter(None, said))
            yield ("alias" if prop == "name" else prop), value, language(value), detail


def _order(part: Element) -> tuple[int, int]:
    order, kind = attribute(part, "order"), attribute(part, "name-part-type")
    rank = _GIVEN_FIRST.index(kind) if kind in _GIVEN_FIRST else len(_GIVEN_FIRST)
    return (int(order) if order.isascii() and order.isdecimal() else 0, rank)


def _spelling(variant: Element) -> tuple[str, str]:
    return attribute(variant, "lang"), attribute(variant, "script")


def _said(part: Element, key: tuple[str, str]) -> str:
    """The part in that spelling, else, in Latin letters alone, as its value."""
    variants = [v for v in children(part, "spelling-variant") if _spelling(v) == key]
    if variants:
        return text(variants[0])
    return text(part, "value") if key[1].lower() in ("", "latn") else ""


def say_particulars(entry: Entry, identity: Element, tables: Tables) -> None:
    """Add all that an identity says beside its names."""
    for born in children(identity, "day-month-year"):
        if value := _date(born):
            entry.amendable("birthDate", value, {"circa": _circa(born)})
    for country in children(identity, "nationality", "country"):
        entry.amendable("nationality", text(country))
    for born_at in children(identity, "place-of-birth"):
        if place := tables.places.get(attribute(born_at, "place-id")):
            entry.amendable("birthPlace", place.text, {"country": place.country})
    for address in children(identity, "address"):
        place = tables.places.get(attribute(address, "place-id"))
        fields = ("c-o", "address-details", "p-o-box", "zip-code")
        pieces = [text(address, f) for f in fields]
        at = place.country if place else ""
        whole = ", ".join(filter(None, (*pieces, place.text if place else "")))
        entry.amendable("address", whole, {"country": at})
        entry.amendable("country", at)
        entry.note("address", text(address, "remark"))
    for document in children(identity, "identification-document"):
        _say_document(entry, document)


def _circa(element: Element) -> bool | None:
    return True if attribute(element, "circa") == "true" else None


def _date(element: Element) -> str:
    year, month, of_month = (attribute(element, a) for a in ("year", "month", "day"))
    pieces = [year.zfill(4), *([month.zfill(2), *([of_month.zfill(2)] if of_month else [])] if month else [])]
    try:
        partial("-".join(pieces) if year else "")
    except ValueError:
        return ""
    return "-".join(pieces)


def _say_document(entry: Entry, document: Element) -> None:
    kind = attribute(document, "document-type")
    prop = _DOCUMENTS.get(kind, "idNumber")
    detail = {"type": kind if kind != "passport" else ""}
    if (issuer := child(document, "issuer")) is not None:
        detail["country"] = text(issuer) or attribute(issuer, "code")
    for name, field in (("issued", "date-of-issue"), ("expires", "expiry-date")):
        if (dated := child(document, field)) is not None:
            detail[name] = _date(dated) or text(dated)
    entry.amendable(prop, text(document, "number"), detail)
    entry.note("identification-document", text(document, "remark"))
