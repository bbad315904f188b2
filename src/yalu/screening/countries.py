"""Countries as sources and customers write them, brought to ISO codes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from yalu.model import countries

_OTHER = """
KP: north korea|north korean|dprk|korea north|democratic peoples republic of korea|prk
KR: south korea|republic of korea|korea south|rok|kor
RU: russia|russian federation|rus
IR: iran|islamic republic of iran|iran islamic republic of|iran islamic republic|irn
SY: syria|syrian arab republic|syr
CN: peoples republic of china|prc|chn
GB: uk|great britain|british|gbr|united kingdom of great britain and northern ireland
US: usa|united states of america|american
AE: uae|emirati|are
CD: democratic republic of congo|congo democratic republic of|drc|cod
CG: congo|republic of congo|cog
MM: burma|burmese|myanmar
TZ: united republic of tanzania
VN: viet nam|vietnamese
LA: laos|lao peoples democratic republic
TW: taiwan province of china
HK: hongkong
VE: venezuela|bolivarian republic of venezuela
BO: bolivia
MD: moldova|republic of moldova
MK: macedonia
CI: cote divoire|ivory coast
PS: palestine|palestinian|west bank
PH: filipino|philippine
TR: turkey|turkiye|turkish
CZ: czech republic
NL: dutch
ES: spanish
CH: swiss
IQ: irq
AF: afg
PK: pak
FR: french
DE: german
"""


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ISO = [a + b for a in _LETTERS for b in _LETTERS]


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for iso in _ISO:
        if known(iso):
            found[_key(countries.state(iso))] = iso
    for line in _OTHER.strip().splitlines():
        iso, _, names = line.partition(": ")
        found.update((_key(name), iso) for name in names.split("|"))
    return found


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]", "", text.casefold()))
    plain = re.sub(r"[^a-z]+", " ", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(w for w in plain.split() if w != "the")


_OF_A_PEOPLE = re.compile(r"(?:ian|ean|ese|an|i|n|ish)$")


@lru_cache(maxsize=1 << 12)
def code(text: str) -> str:
    """The ISO code of a country or nationality named in any usual way; else the text in capitals.

    >>> code("Korea, North"), code("kp"), code("Tunisian"), code("Atlantis")
    ('KP', 'KP', 'TN', 'ATLANTIS')
    """
    plain = " ".join(text.split())
    if known(plain.upper()):
        return plain.upper()
    key = _key(plain)
    return _codes().get(key) or _people(key) or plain.upper()


def known(text: str) -> bool:
    """Whether this is the ISO code of a country."""
    return len(text) == 2 and countries.state(text) != text


def _people(key: str) -> str:
    """The country of a people whose name begins like it; ``""`` where two do."""
    stem = _OF_A_PEOPLE.sub("", key)
    if len(stem) < 4 or stem == key:
        return ""
    found = {iso for name, iso in _codes().items() if name.startswith(stem)}
    return found.pop() if len(found) == 1 else ""
