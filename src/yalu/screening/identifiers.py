"""Numbers that name a party: their kinds, how they are written, and which can be wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yalu.errors import UsageError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of number: the properties that hold it, and what one number shared by two parties tells."""

    name: str
    props: tuple[str, ...]
    strength: str
    """``decides``: an equal number is the party. ``supports``: numbers of this kind are reused, or written
    without their issuer."""
    shortest: int
    """Shorter numbers are met by chance and not compared."""


_ALL = (
    Kind("imo", ("imoNumber",), "decides", 7),
    Kind("lei", ("leiCode",), "decides", 20),
    Kind("bic", ("swiftBic",), "decides", 8),
    Kind("passport", ("passportNumber",), "decides", 5),
    Kind("wallet", ("cryptoWallet", "publicKey"), "decides", 20),
    Kind("duns", ("dunsCode",), "decides", 9),
    Kind("national-id", ("idNumber",), "decides", 6),
    Kind("tax", ("taxNumber", "innCode", "vatCode"), "decides", 7),
    Kind("registration", ("registrationNumber", "ogrnCode"), "supports", 5),
    Kind("mmsi", ("mmsi",), "supports", 9),
    Kind("call-sign", ("callSign",), "supports", 4),
    Kind("bik", ("bikCode",), "decides", 9),
    Kind("serial", ("serialNumber", "modeSCode"), "supports", 4),
    Kind("email", ("email",), "supports", 6),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
OF_PROP: dict[str, str] = {prop: kind.name for kind in _ALL for prop in kind.props}
_OTHER_NAMES = {
    "imonumber": "imo",
    "imono": "imo",
    "swift": "bic",
    "swiftbic": "bic",
    "swiftcode": "bic",
    "leicode": "lei",
    "passportnumber": "passport",
    "passportno": "passport",
    "idnumber": "national-id",
    "nationalid": "national-id",
    "id": "national-id",
    "taxnumber": "tax",
    "inncode": "tax",
    "inn": "tax",
    "vatcode": "tax",
    "vat": "tax",
    "taxid": "tax",
    "tin": "tax",
    "registrationnumber": "registration",
    "ogrncode": "registration",
    "regnumber": "registration",
    "callsign": "call-sign",
    "cryptowallet": "wallet",
    "publickey": "wallet",
    "crypto": "wallet",
    "dunscode": "duns",
    "bikcode": "bik",
    "serialnumber": "serial",
}


def kind_of(text: str) -> str:
    """The kind that a name of it means: ``IMO``, ``imoNumber`` and ``imo`` are one. Raises UsageError."""
    plain = re.sub(r"[^a-z]", "", text.casefold())
    found = _OTHER_NAMES.get(plain) or next((k for k in KINDS if k.replace("-", "") == plain), "")
    if not found:
        raise UsageError(f"There is no kind of identifier {text[:40]!r}.", expected=", ".join(KINDS))
    return found


def normal(kind: str, value: str) -> str:
    """A number without what writers add to it; ``""`` where nothing is left that can be compared.

    >>> normal("imo", "IMO 9187629")
    '9187629'
    >>> normal("imo", "Does not exist")
    ''
    """
    if kind == "wallet":
        plain = value.strip()
    elif kind == "email":
        plain = value.strip().casefold()
    elif kind in ("imo", "mmsi"):
        found = re.search(r"(?<!\d)\d{7}(?!\d)" if kind == "imo" else r"(?<!\d)\d{9}(?!\d)", value)
        return found.group() if found else ""
    else:
        plain = re.sub(r"[\W_]", "", value).upper()
        if not any(c.isdigit() for c in plain) and kind not in ("bic", "call-sign"):
            return ""
        if kind == "bic" and len(plain) == 11 and plain.endswith("XXX"):
            plain = plain[:8]
    return plain if len(plain) >= KINDS[kind].shortest and len(set(plain)) > 1 else ""


def imo_fails(number: str) -> bool:
    """Whether a ship's number fails its check digit; passing it proves little: 1 of 10 does by chance."""
    digits = [int(c) for c in number]
    return sum(d * (7 - i) for i, d in enumerate(digits[:6])) % 10 != digits[6]
