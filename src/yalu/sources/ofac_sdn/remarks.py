"""What each piece of a remark says: a property with its value, or a note where no form fits whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from yalu.sources.damage import imo_number
from yalu.sources.ofac_sdn.labels import (
    DATED,
    IMO,
    NAMED_BY_PROP,
    NUMBERED,
    PLAIN,
    SHIP_REGISTRATION,
    TYPED,
    WHOLE,
)
from yalu.sources.ofac_sdn.partial_dates import DATE, iso, span

Detail = dict[str, str | bool]


class Fact(NamedTuple):
    """One value that a remark states. A ``notes`` fact holds its piece unread and unchanged."""

    prop: str
    value: str
    detail: Mapping[str, str | bool]


LINKED = "linkedToName"
NOTES = "notes"

_ALTERNATE = re.compile(r"[Aa]lt\. ?")
_ALIAS = re.compile(r"([afn])\.k\.a\. (?:'(.+)'|([^'].*))", re.DOTALL)
_WALLET = re.compile(r"Digital Currency Address - (\S+) (\S+)")
_PHONE = re.compile(r"(Telephone|Phone|Fax|Telex)(?: Number)?(?: No\.)?:? (.*\d.*)", re.IGNORECASE)
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_GENDER = {"Gender Male": "male", "Gender Female": "female"}
_NUMBER = re.compile(
    rf"(?P<number>(?:(?! issued | expires ).)+?)(?: \((?P<country>[A-Z][^()\d]*)\))?"
    rf"(?: issued (?P<issued>{DATE}(?: to {DATE})?))?(?: expires (?P<expires>{DATE}(?: to {DATE})?))?",
    re.ASCII,
)
_UNLISTED = re.compile(
    r"(?P<type>[A-Z][\w.'/()-]*(?: [\w.'/()-]+){0,5}? ?"
    r"(?:Number|No\.|ID|Code|Card|Certificate|#)(?: \([A-Z]+\))?)"
    r" (?P<rest>[A-Z-]*\d\S*(?: .*)?)",
    re.ASCII,
)
_LINKED_LABEL = "Linked To:"
_COMPANY_IMO = "IMO company number"


def _any_of(labels: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(labels, key=len, reverse=True)
    joined = "|".join(re.escape(label) for label in longest_first)
    return re.compile(rf"(?P<label>{joined})(?: ?[#:])* +(?P<rest>\S.*)", re.DOTALL)


_LABELLED = _any_of([*PLAIN, *WHOLE, *DATED, *TYPED, *IMO, *NUMBERED])


@lru_cache(maxsize=65536)
def read_piece(piece: str, kind: str) -> Fact:
    """Read one piece of the remarks of a party of that kind.

    The form must fit the whole piece, otherwise the piece is a note.
    """
    text = piece
    alternate = _ALTERNATE.match(piece)
    if alternate:
        text = piece[alternate.end() :]
    if text.startswith(_LINKED_LABEL) and (name := text[len(_LINKED_LABEL) :].strip()):
        return Fact(LINKED, name, {})
    if text in _GENDER:
        return Fact("gender", _GENDER[text], {})
    if match := _ALIAS.fullmatch(text):
        return _alias(match)
    if match := _WALLET.fullmatch(text):
        return Fact("cryptoWallet", match[2], {"currency": match[1]})
    if match := _PHONE.fullmatch(text):
        means = match[1].lower()
        return Fact("phone", match[2], {"type": means} if means in ("fax", "telex") else {})
    fact = None
    if match := _LABELLED.fullmatch(text):
        fact = _labelled(match["label"], match["rest"], text, bool(alternate), kind)
    return fact or _unlisted(text) or Fact(NOTES, piece, {})


def _alias(match: re.Match[str]) -> Fact:
    known_as, quoted, plain = match.groups()
    if known_as == "a":
        return Fact("weakAlias", quoted, {}) if quoted else Fact("alias", plain, {})
    detail: Detail = {"now": True} if known_as == "n" else {}
    if quoted:
        detail["weak"] = True
    return Fact("alias" if known_as == "n" else "previousName", quoted or plain, detail)


def _labelled(label: str, rest: str, text: str, alternate: bool, kind: str) -> Fact | None:
    if label in PLAIN:
        prop = PLAIN[label]
        return Fact(prop, rest, {"alternate": True} if alternate and prop == "birthPlace" else {})
    if label in WHOLE:
        return Fact(WHOLE[label], text, {})
    if label in TYPED:
        prop, type_ = TYPED[label]
        return Fact(prop, rest, {"type": type_})
    if label in DATED:
        return _dated(DATED[label], rest, alternate)
    if label in IMO:
        return _imo(rest, kind)
    if label == SHIP_REGISTRATION and kind == "Vessel" and imo_number(rest):
        return Fact("imoNumber", rest, {})
    return _numbered(NUMBERED[label], label, rest)


def _dated(prop: str, rest: str, alternate: bool) -> Fact | None:
    found = span(rest)
    if not found:
        return None
    value, qualifiers = found
    detail: Detail = dict(qualifiers)
    if alternate and prop == "birthDate":
        detail["alternate"] = True
    return Fact(prop, value, detail)


def _imo(rest: str, kind: str) -> Fact:
    if kind == "Vessel":
        return Fact("imoNumber", rest, {})
    return Fact("idNumber", rest.strip("()"), {"type": _COMPANY_IMO})


def _numbered(prop: str, label: str, rest: str) -> Fact | None:
    match = _NUMBER.fullmatch(rest)
    if not match:
        return None
    number, country, issued, expires = match.groups()
    if prop == "swiftBic":
        number = number.replace(" ", "")
        if not _BIC.fullmatch(number):
            return None
    elif not any(character.isdigit() for character in number):
        return None
    detail: Detail = {}
    if label not in NAMED_BY_PROP:
        detail["type"] = label
    if country:
        detail["country"] = country
    for name, written in (("issued", issued), ("expires", expires)):
        if written:
            days = [iso(day) for day in written.split(" to ")]
            if not all(days):
                return None
            detail[name] = "/".join(days)
    return Fact(prop, number, detail)


def _unlisted(text: str) -> Fact | None:
    match = _UNLISTED.fullmatch(text)
    if not match or ":" in match["type"]:
        return None
    return _numbered("idNumber", match["type"], match["rest"])
