"""The name engine's keys as numbers, for an inverted index: they find other scripts and spellings."""

from __future__ import annotations

from zlib import crc32

from yalu.names import Prepared, Schema, keys, prepare

PERSON, ORGANIZATION, VESSEL, EITHER = 0, 1, 2, 3
SCHEMAS = {PERSON: Schema.PERSON, ORGANIZATION: Schema.ORGANIZATION, VESSEL: Schema.VESSEL}
SCHEMA_NAMES = ("Person", "Organization", "Vessel", "LegalEntity")
FAMILY_OF_KIND = {"Person": PERSON, "Vessel": VESSEL, "Airplane": VESSEL, "LegalEntity": EITHER}
_LETTERS = {PERSON: b"P", ORGANIZATION: b"O", VESSEL: b"V"}


def family(kind: str) -> int:
    """How the names of a kind of party are read; ``EITHER`` where the source does not say what it is."""
    return FAMILY_OF_KIND.get(kind, ORGANIZATION)


def numbers(prepared: Prepared, reading: int) -> set[int]:
    """The keys of a prepared name under one family, as numbers of 32 bits; two may share one by chance."""
    start = crc32(_LETTERS[reading])
    return {crc32(key.encode("utf-8", "replace"), start) for key in keys(prepared)}


def of_text(text: str, family: int) -> set[int]:
    """The keys of a name; of a party that may be a person or not, those of both readings."""
    readings = (PERSON, ORGANIZATION) if family == EITHER else (family,)
    found: set[int] = set()
    for reading in readings:
        found.update(numbers(prepare(text, SCHEMAS[reading]), reading))
    return found
