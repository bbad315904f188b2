"""Which column of a customers' file holds what: by its heading, or as the user says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from yalu.errors import UsageError
from yalu.screening.identifiers import KINDS

_HEADINGS = {
    "name": "name|full name|fullname|customer name|client name|party name|legal name|company name"
    "|company|organization|organisation|entity name|entity|vessel name|vessel|ship|ship name|account name"
    "|account holder"
    "|beneficiary|beneficiary name|counterparty|nombre|nom|이름|성명|姓名|名称|氏名",
    "first_name": "first name|firstname|given name|given names|forename|prenom",
    "middle_name": "middle name|middlename|middle names|second name",
    "last_name": "last name|lastname|surname|family name|nom de famille",
    "alias": "alias|aliases|aka|a k a|also known as|other names|other name|former name|previous name",
    "schema": "schema|type|party type|customer type|entity type|kind",
    "birth_date": "birth date|birthdate|date of birth|dob|born|birthday|date naissance"
    "|생년월일|出生日期|生年月日",
    "country": "country|nationality|citizenship|country of residence|residence|country code|flag"
    "|jurisdiction|pays",
    "id": "id|customer id|client id|customer number|customer no|account number|reference|ref|record id",
    "imo": "imo|imo number|imo no",
    "mmsi": "mmsi|mmsi number",
    "call-sign": "call sign|callsign",
    "passport": "passport|passport number|passport no",
    "national-id": "national id|national id number|id card|id card number|identity number",
    "tax": "tax number|tax id|tin|vat|vat number|inn",
    "registration": "registration number|registration no|company number|reg no|register number",
    "lei": "lei|lei code",
    "bic": "bic|swift|swift code|swift bic|bic code",
    "duns": "duns|duns number",
    "wallet": "wallet|crypto wallet|wallet address|crypto address",
    "email": "email|e mail|email address",
}
FIELDS: tuple[str, ...] = tuple(_HEADINGS)
_BY_HEADING = {text: what for what, texts in _HEADINGS.items() for text in texts.split("|")}
_MORE = ("name", "alias", "country")
"""What may stand in several columns."""


def heading_key(text: str) -> str:
    """A heading without case, accents and signs."""
    plain = unicodedata.normalize("NFKC", text.casefold())
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def choose(headings: Sequence[str], said: str = "") -> dict[int, str]:
    """Each column's place to what it holds, as ``said`` (``name=Full Name,birth_date=DOB``) or by headings.

    Raises UsageError where a column said is not there, or none holds a name or a number.
    """
    found = _said(headings, said) if said.strip() else _guessed(headings)
    if not set(found.values()) & {"name", "last_name", "first_name", "alias", *KINDS}:
        raise UsageError(
            "No column holds a name: " + ", ".join(repr(h[:40]) for h in headings[:12]),
            expected="a heading such as name, full name or customer name",
            do='Say which: --columns "name=Your Heading,birth_date=Another".',
        )
    return found


def _guessed(headings: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for place, heading in enumerate(headings):
        what = _BY_HEADING.get(heading_key(heading))
        if what and (what in _MORE or what not in found.values()):
            found[place] = what
    return found


def _said(headings: Sequence[str], said: str) -> dict[int, str]:
    found: dict[int, str] = {}
    places = {heading_key(heading): place for place, heading in reversed(list(enumerate(headings)))}
    for pair in said.split(","):
        what, equals, heading = (part.strip() for part in pair.partition("="))
        what = what.casefold().replace(" ", "_")
        if what not in FIELDS or not equals:
            raise UsageError(
                f"--columns: {pair.strip()!r} says nothing",
                expected="FIELD=HEADING, FIELD one of " + ", ".join(FIELDS),
            )
        if heading_key(heading) not in places:
            raise UsageError(
                f"--columns: there is no column {heading!r}",
                expected="one of: " + ", ".join(repr(h[:40]) for h in headings),
            )
        found[places[heading_key(heading)]] = what
    return found


def told(headings: Sequence[str], chosen: Mapping[int, str]) -> str:
    """What was taken from where, and what was left, in one line."""
    taken = ", ".join(f"{what} from {headings[place]!r}" for place, what in sorted(chosen.items()))
    left = [repr(h[:40]) for place, h in enumerate(headings) if place not in chosen and h]
    return f"columns: {taken}" + (f"; not read: {', '.join(left)}" if left else "")
