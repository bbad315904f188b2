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
SY: syria|syrian|syrian arab republic|syr
CN: peoples republic of china|prc|chn
GB: uk|great britain|british|gbr|united kingdom of great britain and northern ireland
US: usa|united states of america|american
AE: uae|emirati|are
CD: democratic republic of congo|congo democratic republic of|drc|cod
CG: congo|republic of congo|congo republic of|cog
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
CI: cote divoire|cote d ivoire|ivory coast
PS: palestine|palestinian|west bank|state of palestine
PH: filipino|philippine|phl
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
ML: malian|mli
NG: nigerian
NO: norwegian
IN: indian
UZ: uzbek
BY: belarussian
UA: ukranian
LY: libyan arab jamahiriya|lby
OM: sultanate of oman
VG: virgin islands british
IM: man isle of
MO: macau
SA: sau
LB: lbn
EG: egy
JO: jor
SD: sdn
YE: yem
DZ: dza
MA: mar
MR: mrt
"""


_HAN_AND_KANA = {
    "北朝鮮": "KP",
    "朝鮮民主主義人民共和国": "KP",
    "大韓民国": "KR",
    "中国": "CN",
    "中華人民共和国": "CN",
    "香港": "HK",
    "台湾": "TW",
    "日本": "JP",
    "ロシア": "RU",
    "ロシア連邦": "RU",
    "イラン": "IR",
    "イラン・イスラム共和国": "IR",
    "シリア": "SY",
    "シンガポール": "SG",
    "マレーシア": "MY",
    "ベトナム": "VN",
    "ミャンマー": "MM",
}
"""Countries as Japan's lists write them."""

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
    return _codes().get(key) or _people(key) or _HAN_AND_KANA.get(plain) or plain.upper()


_TURNED = re.compile(r"(.*\S)\s*\(([^)]*)\)\s*$")
"""``Congo (Democratic Republic of the)``."""
_REMARK = re.compile(r"\([^)]*\)|\b(?:as of|as at|citizenship|national(?:ity)?)\b.*$", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:[;,/]|\band\b)\s*", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def all_codes(text: str) -> tuple[str, ...]:
    """The ISO codes of a text that may name several countries, or add a remark to one; else it in capitals.

    >>> all_codes("Libya (in custody)"), all_codes("Uzbek; Afghan"), all_codes("Trinidad and Tobago")
    (('LY',), ('UZ', 'AF'), ('TT',))
    """
    turned = _TURNED.sub(r"\2 \1", text)
    bare = " ".join(_REMARK.sub(" ", text).split())
    parts = [code(part) for part in _SEVERAL.split(bare) if part]
    for found in ([code(text)], [code(turned)], [code(bare)], parts):
        if found and all(map(known, found)):
            return tuple(dict.fromkeys(found))
    return (code(text),)


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
