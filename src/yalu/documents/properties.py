"""What a passage may state of one party, and in which form."""

from __future__ import annotations

import re

from yalu.errors import UsageError
from yalu.model.dates import partial
from yalu.sources.damage import imo_number

OF_WORD: dict[str, str] = {
    "name": "name",
    "alias": "alias",
    "weak-alias": "weakAlias",
    "previous-name": "previousName",
    "address": "address",
    "birth-date": "birthDate",
    "birth-place": "birthPlace",
    "nationality": "nationality",
    "country": "country",
    "jurisdiction": "jurisdiction",
    "position": "position",
    "gender": "gender",
    "email": "email",
    "phone": "phone",
    "website": "website",
    "passport": "passportNumber",
    "id-number": "idNumber",
    "registration": "registrationNumber",
    "tax-number": "taxNumber",
    "lei": "leiCode",
    "bic": "swiftBic",
    "wallet": "cryptoWallet",
    "imo": "imoNumber",
    "mmsi": "mmsi",
    "call-sign": "callSign",
    "flag": "flag",
    "type": "type",
    "incorporation-date": "incorporationDate",
    "dissolution-date": "dissolutionDate",
    "criterion": "criterion",
    "notes": "notes",
}
"""The words of ``--prop``, each with its property. ``criterion``: what a rule asks, in its own name."""

NUMBERS = frozenset(
    [
        "passportNumber",
        "idNumber",
        "registrationNumber",
        "taxNumber",
        "leiCode",
        "swiftBic",
        "cryptoWallet",
        "imoNumber",
        "mmsi",
        "callSign",
    ]
)
NAMES = frozenset({"name", "alias", "weakAlias", "previousName"})
_DATES = frozenset({"birthDate", "incorporationDate", "dissolutionDate"})
_COUNTRIES = frozenset({"nationality", "country", "jurisdiction", "flag"})


def property_of(word: str) -> str:
    """The property of a word: ``birth-date``, ``birthDate`` and ``birth_date`` are one. Raises UsageError."""
    plain = re.sub(r"[^a-z]", "", word.casefold())
    for name, prop in OF_WORD.items():
        if plain in (name.replace("-", ""), prop.lower()):
            return prop
    raise UsageError(
        f"{word[:60]!r} is nothing that a passage states of a party.", expected=", ".join(OF_WORD)
    )


def checked(prop: str, value: str) -> str:
    """The value in its form. Raises UsageError where it cannot be one."""
    value = " ".join(value.split())
    if not value:
        raise UsageError(f"The value of {prop} is empty.", expected="--value TEXT")
    if prop in _DATES:
        try:
            partial(value)
        except ValueError as error:
            raise UsageError(f"{prop}: {error}", expected="YYYY, YYYY-MM or YYYY-MM-DD") from None
    elif prop == "imoNumber":
        value = value.upper().removeprefix("IMO").strip(" .:#-")
        if not imo_number(value):
            raise UsageError(
                f"{value!r} fails the check of IMO numbers.", expected="seven digits, the last their check"
            )
    elif prop in _COUNTRIES and len(value) == 2:
        value = value.upper()
    return value
