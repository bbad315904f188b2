"""Words of company names in all languages: legal forms, generic words, places, and what each one tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from yalu.names import fold, han
from yalu.names.korean_syllable import from_hangul
from yalu.names.text import latin_base
from yalu.regimes.loading import regime_path
from yalu.regimes.names import LegalForms
from yalu.regimes.reading import read_yaml

Kind = Literal["stop", "legal", "generic", "topic", "common", "country", "place", "proper", "number"]
_KINDS: dict[str, Kind] = {k: k for k in ("stop", "legal", "generic", "topic", "common", "place", "country")}
_KINDS |= {"form": "generic", "office": "generic"}
OFFICE = "*office"
"""A meaning that ministries, bureaus and committees share: renderings of one body's name differ in it."""
PLACE_WEIGHT = 0.4
COMMON_PROPER_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word: its kind, its weight, and the meanings it may have."""

    kind: Kind
    weight: float
    meanings: frozenset[str]


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    weight: float
    words: list[str]


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    stop: _Group
    legal: _Group
    form: _Group
    office: _Group
    generic: _Group
    topic: _Group
    common: _Group
    place: _Group
    country: _Group
    katakana: dict[str, str]


class _Originals(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    words: dict[str, str]
    endings: list[str] = []


def _read(name: str) -> object:
    text = files("yalu.names").joinpath(f"data/{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


@cache
def _words() -> _Words:
    return _Words.model_validate(_read("words"))


@cache
def _originals(name: str) -> _Originals:
    return _Originals.model_validate(_read(name))


@cache
def _forms() -> LegalForms:
    return LegalForms.model_validate(read_yaml(regime_path() / "legal_forms.yaml"))


@cache
def english() -> dict[str, Word]:
    """Latin words, romanized Chinese and Korean ones among them, and places."""
    known: dict[str, Word] = {}
    for name, kind in _KINDS.items():
        group: _Group = getattr(_words(), name)
        for line in group.words:
            first = line.split()[0]
            meanings = frozenset((first, OFFICE)) if name == "office" else frozenset((first,))
            for word in line.split():
                known.setdefault(word, Word(kind, group.weight, meanings))
    for place in _forms().places:
        for name in (place.name, *place.romanized):
            if len(base := latin_base(name)) >= 4 and " " not in name:
                known.setdefault(base, Word("place", PLACE_WEIGHT, frozenset((latin_base(place.name),))))
    for form in _forms().forms:
        meant = _single(form.english, known)
        if meant and form.language in ("zh", "ko", "ja") and form.class_ != "common_proper_word":
            for spelling in form.romanized:
                if " " not in spelling and len(base := latin_base(spelling)) >= 4:
                    known.setdefault(base, _merge(meant, known))
    return known


def _single(phrases: list[str], known: dict[str, Word]) -> list[str]:
    """The single known words among English renderings: ``trading`` of ``trade``, ``trading company``."""
    bases = (latin_base(p) for p in phrases if " " not in p.strip())
    return [b for b in bases if b in known]


def _merge(bases: list[str], known: dict[str, Word]) -> Word:
    words = [known[b] for b in bases]
    heaviest = max(words, key=lambda w: w.weight)
    return Word(heaviest.kind, heaviest.weight, frozenset().union(*(w.meanings for w in words)))


@cache
def korean_words() -> dict[str, Word]:
    """Korean words by their folded romanization, so that every spelling of ``muyok`` is trade."""
    known = english()
    found: dict[str, Word] = {}
    for hangul, meaning in _originals("korean").words.items():
        spelling = _roman(hangul)
        if len(spelling) < 5:
            continue
        words = re.split(r"[ |]", meaning)
        meant = [known[w] for w in words if w in known] or [Word("proper", COMMON_PROPER_WEIGHT, frozenset())]
        joined = (option.replace(" ", "") for option in meaning.split("|"))
        meanings = frozenset((*words, *joined)).union(*(w.meanings for w in meant))
        heaviest = max(meant, key=lambda w: w.weight)
        found[fold.korean(spelling)] = Word(heaviest.kind, heaviest.weight, meanings)
    for form in _forms().forms:
        if form.language != "ko":
            continue
        for spelling in form.romanized:
            base = latin_base(spelling)
            if " " in spelling or len(base) < 5:
                continue
            if form.class_ == "common_proper_word":
                names = frozenset(latin_base(e) for e in form.english) | {base}
                if "korea" not in names:
                    found.setdefault(fold.korean(base), Word("proper", COMMON_PROPER_WEIGHT, names))
            elif bases := _single(form.english, known):
                found.setdefault(fold.korean(base), _merge(bases, known))
    return found


def _roman(hangul: str) -> str:
    return "".join(s.text if (s := from_hangul(c)) else "" for c in hangul)


@cache
def endings() -> frozenset[str]:
    """Single characters that are words only at the end of a name's part."""
    found = _originals("korean").endings + _originals("han_words").endings
    return frozenset(han.fold(c) for c in found)


@cache
def originals() -> dict[str, tuple[str, ...]]:
    """Words in Han (folded), Hangul, kana and Cyrillic to English words, ``a|b`` for either."""
    found: dict[str, tuple[str, ...]] = {}
    tables = [_originals(t).words for t in ("korean", "han_words", "cyrillic_arabic_words")]
    for word, text in [pair for table in (*tables, _words().katakana) for pair in table.items()]:
        found[han.fold(word)] = tuple(text.split())
    own = frozenset(found)
    for form in _forms().forms:
        for word in form.original:
            key = re.sub(r"[\s()（）]", "", han.fold(word.lower()))
            if len(key) >= 2 and key not in found and (meaning := _english_of(form.english)):
                found[key] = meaning
    for place in _forms().places:
        for spelling in re.split(r"[/\s]", f"{place.hanja_hanzi} {place.hangul}"):
            if len(spelling) >= 2:
                found.setdefault(han.fold(spelling), (latin_base(place.name),))
    return {k: v for k, v in found.items() if k in own or not _composite(k, found)}


def _composite(word: str, found: dict[str, tuple[str, ...]]) -> bool:
    """Whether two shorter entries make up the word, so that it is better read in parts."""
    return any(word[:i] in found and word[i:] in found for i in range(2, len(word) - 1))


def _english_of(phrases: list[str]) -> tuple[str, ...]:
    known = english()
    single = [latin_base(p) for p in phrases if " " not in p.strip() and "-" not in p.strip("-")]
    usable = [b for b in single if b in known]
    if usable:
        return ("|".join(dict.fromkeys(usable)),)
    if single:
        return ("|".join(dict.fromkeys(s for s in single if s)),)
    words = [latin_base(w) for w in re.split(r"[\s\-,&/]+", phrases[0]) if latin_base(w)] if phrases else []
    return tuple(w for w in words if known.get(w, Word("proper", 1, frozenset())).kind != "stop")


@cache
def phrases() -> frozenset[str]:
    """Meanings that adjacent words can make up: ``greenpine``, ``machinetool``."""
    return frozenset(english()).union(*(w.meanings for w in korean_words().values()))


@cache
def longest_original() -> int:
    """Letters of the longest word in ``originals``."""
    return max(map(len, originals()))


@cache
def look_up(word: str) -> Word | None:
    """What is known of a Latin word; Korean words in any spelling are found."""
    known = english().get(word)
    if known is None and len(word) >= 5:
        known = korean_words().get(fold.korean(word))
    return known


_OFFICES = ("bu", "pu", "guk", "kuk")
"""Korean endings for a department, written in one with the word before them."""


def look_up_ending(word: str) -> Word | None:
    """What is known of the second half of a word that joins two; only of what is commonly joined."""
    if word in _OFFICES:
        return english()["department"]
    return look_up(word) if len(word) >= 4 else None
