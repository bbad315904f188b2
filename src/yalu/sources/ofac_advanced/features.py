"""The features of a profile: births, places, ships' particulars and whatever else has a label."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.sources.entry import Entry
from yalu.sources.markup import Element, attribute, child, children, text
from yalu.sources.ofac_advanced.dates import period
from yalu.sources.ofac_advanced.tables import Place, Tables
from yalu.sources.ofac_sdn.remarks import NOTES, read_piece

_DATED = {
    "birthdate": "birthDate",
    "organization established date": "incorporationDate",
    "aircraft manufacture date": "buildDate",
}
_PLAIN = {
    "place of birth": "birthPlace",
    "nationality country": "nationality",
    "citizenship country": "citizenship",
    "title": "position",
    "vessel call sign": "callSign",
    "vessel type": "type",
    "vessel flag": "flag",
    "vessel owner": "vesselOwner",
    "vessel tonnage": "tonnage",
    "vessel gross tonnage": "tonnage",
    "vessel gross registered tonnage": "grossRegisteredTonnage",
    "former vessel flag": "previousFlag",
    "other vessel flag": "flag",
    "other vessel call sign": "callSign",
    "other vessel type": "type",
    "gender": "gender",
}
_LOCATION = "location"
_NO_COUNTRY = "undetermined"


def read_feature(entry: Entry, feature: Element, tables: Tables) -> Iterator[str]:
    """Add what one feature says; yields its name where no form fits it."""
    label = tables.value("FeatureType", attribute(feature, "FeatureTypeID"))
    key = label.lower()
    for version in children(feature, "FeatureVersion"):
        place = _place(version, tables)
        value = _detail(version, tables) or (_where(place) if place else "")
        if key == _LOCATION and place:
            entry.say("address", _where(place))
            if place.country != _NO_COUNTRY:
                entry.say("country", place.country)
        elif key in _DATED:
            day, detail = period(child(version, "DatePeriod"))
            entry.say(_DATED[key], day, detail)
        elif prop := _PLAIN.get(key):
            entry.say(prop, value.lower() if prop == "gender" else value)
        elif value:
            prop, said, more = read_piece(f"{label} {value}", entry.kind)
            if prop == NOTES:
                entry.say(NOTES, value, {"field": label})
                yield label or "a feature without a type"
            else:
                entry.say(prop, said, more)
        if comment := text(version, "Comment"):
            entry.say(NOTES, comment, {"field": label})


def _place(version: Element, tables: Tables) -> Place | None:
    located = child(version, "VersionLocation")
    return None if located is None else tables.places.get(attribute(located, "LocationID"))


def _where(place: Place) -> str:
    return ", ".join(filter(None, (place.parts, place.country)))


def _detail(version: Element, tables: Tables) -> str:
    for detail in children(version, "VersionDetail"):
        named = tables.value("DetailReference", attribute(detail, "DetailReferenceID"))
        if found := text(detail) or named:
            return found
    return ""
