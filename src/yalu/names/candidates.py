"""Keys under which an index files a name, so that every spelling of it finds it."""

from __future__ import annotations

import re
from functools import lru_cache

from yalu.names import fold, han, pinyin, vocabulary
from yalu.names.chinese_syllable import Sound
from yalu.names.korean_syllable import Syllable
from yalu.names.organizations import OrganizationName
from yalu.names.persons import PersonName
from yalu.names.readings import Reading, surname_sounds

_LOOSE_ONSET = {"R": "", "N": ""}


def of_person(name: PersonName) -> frozenset[str]:
    """Keys of a person: surname with each given syllable's consonants; words by sound, start and end."""
    found: set[str] = set()
    for reading in name.readings:
        found.update(_of_reading(reading))
    for form in name.forms:
        for word in form:
            if word[0] == "~" or len(word) >= 3:
                found.add("b:" + fold.bones(word))
            if word[0] != "~":
                found.add("w:" + fold.loose(word))
            if len(word) >= 5:
                found.update(("<" + word[:3], ">" + word[-3:]))
        found.add("j:" + "".join(sorted("".join(form))))
    return frozenset(found - {"b:", "w:", "j:"})


def _of_reading(reading: Reading) -> set[str]:
    found: set[str] = set()
    sounds = reading.sounds
    if reading.family == "ko":
        sounds += tuple(s for row in reading.surname for s in surname_sounds(row))
    heads = {f"{reading.family}{row}" for row in reading.surname}
    heads |= {f"s{s.onset}{coda}" for s in sounds for coda in s.coda or "-"}
    for given in reading.given:
        for place, syllable in enumerate(given):
            for sound in _sounds(syllable):
                found.update(f"{head}:{place}:{sound}" for head in heads)
    return found


def _sounds(syllable: Syllable | Sound) -> set[str]:
    if isinstance(syllable, Sound):
        return {syllable.text, *syllable.literal, *syllable.other, *syllable.cantonese, *syllable.hokkien}
    onset = _LOOSE_ONSET.get(syllable.onset, syllable.onset)
    return {onset + "-" + coda for coda in syllable.coda or "-"}


def of_organization(name: OrganizationName) -> frozenset[str]:
    """Keys of a company or ship: proper words by sound, start and end; pairs of other words; acronyms."""
    found: set[str] = set().union(*(of_organization(other) for other in name.others))
    plain = []
    for token in name.tokens:
        if token.kind in ("proper", "common", "number"):
            found.add("w:" + token.text)
            found.update("m:" + m for m in token.meanings)
            folds = token.folds or {token.folded}
            found.update("f:" + f for f in folds if f)
            found.update("c:" + c for f in folds if len(c := re.sub("[aeiouyw]", "", f)) >= 3)
            if len(token.text) >= 5:
                found.update(("<" + token.text[:3], ">" + token.text[-3:]))
            if token.chars:
                found.add("h:" + token.chars[0])
                found.update("w:" + spelled for spelled in _spelled(token.chars))
            if token.bones or len(token.text) >= 3:
                found.add("b:" + fold.bones("~" + token.bones if token.bones else token.text))
        elif token.kind != "legal":
            plain.append(min(token.meanings or {token.text}))
    for span in name.words.spans:
        found.add("f:" + span.folded)
        found.add("w:" + span.text)
        if span.text in vocabulary.phrases():
            found.add("m:" + span.text)
    found.update(f"p:{min(x, y)}+{max(x, y)}" for i, x in enumerate(plain) for y in plain[i + 1 :])
    if name.acronym:
        found.add("a:" + name.acronym[0] + name.acronym[-1])
    elif len(name.tokens) >= 2:
        found.update(_acronym_keys(name))
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _spelled(chars: str) -> frozenset[str]:
    """A run of Han characters in pinyin and as Hong Kong may spell it; English for its first character."""
    mandarin, cantonese = [""], [""]
    for char in chars[:4]:
        spellings = sorted(s for r in han.cantonese_readings(char)[:1] for s in pinyin.hong_kong(r))
        mandarin = [p + o for p in mandarin for o in han.pinyin_readings(char)[:2]][:16]
        cantonese = [p + o for p in cantonese for o in spellings][:16]
    return frozenset((*mandarin, *cantonese, *han.glosses(chars[0])))


def _acronym_keys(name: OrganizationName) -> set[str]:
    first = name.tokens[0].text[0]
    return {f"a:{first}{letter}" for t in name.tokens for letter in t.text[:3] if letter.isalpha()}
