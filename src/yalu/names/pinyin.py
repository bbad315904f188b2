"""The syllables of Mandarin and how other systems write them: Wade-Giles, Palladius (Cyrillic), Hong Kong."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from yalu.names import han


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _System(_Strict):
    initials: dict[str, str]
    finals: dict[str, str] = {}
    whole: dict[str, str] = {}


class _Tables(_Strict):
    finals: dict[str, str]
    wade_giles: _System
    cyrillic: _System
    hong_kong: _System


def _read() -> _Tables:
    text = files("yalu.names").joinpath("data/pinyin.yaml").read_text(encoding="utf-8")
    return _Tables.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))


_TABLES = _read()
SYLLABLES: frozenset[str] = frozenset(i + f for i, finals in _TABLES.finals.items() for f in finals.split())
_INITIALS = sorted((i for i in _TABLES.finals if i), key=len, reverse=True)


def split(syllable: str) -> tuple[str, str]:
    """Initial and final of a pinyin syllable."""
    for initial in _INITIALS:
        if syllable.startswith(initial):
            return initial, syllable[len(initial) :]
    return "", syllable


def wade_giles(syllable: str) -> set[str]:
    """How Wade-Giles spells a pinyin syllable, without marks."""
    if syllable in _TABLES.wade_giles.whole:
        return {_TABLES.wade_giles.whole[syllable]} | (
            {"szu"} if syllable == "si" else {"yi"} if syllable == "yi" else set()
        )
    initial, final = split(syllable)
    start = _TABLES.wade_giles.initials.get(initial, initial)
    final = final.replace("v", "u")
    if final == "uo":
        final = "o"
    elif final.endswith("ong"):
        final = final[:-3] + "ung"
    elif final == "ian":
        final = "ien"
    elif final in ("ie", "ue"):
        final += "h"
    elif final == "e" and initial in ("zh", "ch", "sh", "r", "d", "t", "l", "n", "z", "c", "s", "m"):
        return {start + "e", start + "eh"}
    return {start + final}


@cache
def from_wade_giles() -> dict[str, frozenset[str]]:
    """Wade-Giles without marks (``chang``) to the pinyin syllables that it may be (zhang, chang)."""
    found: dict[str, set[str]] = {}
    for syllable in SYLLABLES:
        for spelling in wade_giles(syllable):
            found.setdefault(spelling, set()).add(syllable)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def from_palladius() -> dict[str, frozenset[str]]:
    """Cyrillic syllables of Palladius's system to the pinyin syllables that they may be."""
    system = _TABLES.cyrillic
    found: dict[str, set[str]] = {}
    for syllable in SYLLABLES:
        initial, final = split(syllable)
        if initial in ("j", "q", "x") and final.startswith("u"):
            final = {"u": "v", "ue": "ve"}.get(final, final)
            front = {"uan": "юань", "un": "юнь"}.get(final) or system.finals.get(final, "")
            whole = system.initials[initial] + front
        else:
            whole = system.whole.get(syllable) or (
                system.initials.get(initial, "") + system.finals.get(final, "")
            )
        found.setdefault(whole.replace("э", "е"), set()).add(syllable)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def hong_kong(jyutping: str) -> frozenset[str]:
    """How Hong Kong may spell a Cantonese syllable that is given in jyutping without tone."""
    system = _TABLES.hong_kong
    for initial in ("ng", "gw", "kw", *"bpmfdtnlgkhzcsjw", ""):
        final = jyutping[len(initial) :]
        if jyutping.startswith(initial) and final in system.finals:
            starts = system.initials.get(initial, initial or "-").split()
            if initial == "j" and final.startswith("yu"):
                starts = ["-"]
            return frozenset(s.strip("-") + f for s in starts for f in system.finals[final].split())
    return frozenset()


@cache
def from_hong_kong() -> dict[str, frozenset[str]]:
    """Hong Kong spellings to the pinyin of the common characters that are so read."""
    found: dict[str, set[str]] = {}
    for row in han.table().values():
        if row.gloss and row.cantonese and row.pinyin:
            for spelling in hong_kong(row.cantonese[0]):
                found.setdefault(spelling, set()).add(row.pinyin[0])
    return {k: frozenset(v) for k, v in found.items()}
