"""Words for a reader: of properties, days, authorities and ties."""

from __future__ import annotations

import re
import unicodedata

from yalu.model.dates import Interval
from yalu.model.statement import Statement

AUTHORITY = {
    "UN": "United Nations",
    "US": "United States",
    "EU": "European Union",
    "UK": "United Kingdom",
    "JP": "Japan",
    "KR": "Korea (ROK)",
    "AU": "Australia",
    "CH": "Switzerland",
    "CA": "Canada",
}
_WORDS = {
    "imoNumber": "IMO number",
    "mmsi": "MMSI",
    "leiCode": "LEI",
    "swiftBic": "BIC",
    "name": "primary name",
    "alias": "alias (strong)",
    "weakAlias": "alias (weak)",
    "previousName": "former name",
}
_SCRIPTS = {
    "HANGUL": "Hangul",
    "CJK": "Han",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "CYRILLIC": "Cyrillic",
    "ARABIC": "Arabic",
    "LATIN": "Latin",
}
PRIVATE = frozenset({"passportNumber", "idNumber"})
"""Numbers of persons that stand whole in the evidence alone, and not on a page that is handed on."""


def the(code: str) -> str:
    """An authority within a sentence: ``the United States``."""
    name = AUTHORITY.get(code, code)
    return f"the {name}" if code in ("UN", "US", "EU", "UK") else name


def prop_words(prop: str) -> str:
    """A property in words: ``birthDate`` is ``birth date``."""
    return _WORDS.get(prop) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", prop).lower()


def masked(s: Statement) -> str:
    """The value as a page shows it: of a person's papers, the last three signs."""
    if s.prop not in PRIVATE or s.kind != "Person":
        return s.value
    return f"ends in {s.value[-3:]}" if len(s.value) > 5 else "held"


def span(lo: str, hi: str) -> str:
    """Two ends of a day in words."""
    return Interval(lo, hi).text()


def script(text: str) -> str:
    """The script of a name: that of most of its letters that are not Latin, else Latin."""
    found = [unicodedata.name(c, "?").split()[0].split("-")[0] for c in text if c.isalpha()]
    other = [name for name in found if name != "LATIN"]
    if not found:
        return "other"
    name = max(sorted(set(other)), key=other.count) if other else "LATIN"
    return _SCRIPTS.get(name, name.capitalize())


def tie_words(s: Statement, ids: tuple[str, ...]) -> str:
    """A tie read from the party: ``→ owner of``, ``← acts for``; the arrow says who stands first."""
    details = s.details
    role = str(details.get("role") or prop_words(s.prop)).replace("_", " ")
    inward = (s.party in ids) == bool(details.get("reversed"))
    return f"{'←' if inward else '→'} {role}"
