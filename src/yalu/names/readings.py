"""A person's name read as Korean or as Chinese: surname, then the syllables of the given name."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from yalu.names import chinese_syllable as chinese
from yalu.names import cyrillic, han, kana, segment, surnames
from yalu.names.chinese_syllable import Sound
from yalu.names.korean_syllable import Syllable, from_hangul
from yalu.names.text import Script, korean_base, latin_base

Family = Literal["ko", "zh"]
MOST_GIVEN = 3
_Piece = TypeVar("_Piece")


class Reading(NamedTuple):
    """One way to read a name; ``given`` holds alternative cuts of the given name."""

    family: Family
    surname: frozenset[int]
    written: str
    given: tuple[tuple[Syllable | Sound, ...], ...]
    last: bool
    """The surname was written last."""
    declared: bool
    """A comma or capitals say which part is the surname, or the script does."""
    script: Script
    rival: frozenset[int] = surnames.NONE
    """What surname the word at the other end would be; the tables begin with the commonest."""
    sounds: tuple[Syllable, ...] = ()
    """Sounds of a surname that is in no table."""


def of_latin(words: list[str], comma: int) -> list[Reading]:
    """Readings of Latin words; ``comma`` is the number of words before the first comma, 0 if none."""
    found: list[Reading] = []
    if not 2 <= len(words) <= 5:
        return _merged(words) if len(words) == 1 else found
    for last in (False, True):
        surname, rest = (words[-1], words[:-1]) if last else (words[0], words[1:])
        if comma and last != (comma == len(words) - 1 and comma > 1):
            continue
        declared = comma == 1 or (comma > 0 and last)
        far = words[0] if last else words[-1]
        ids = _latin_ids(surnames.korean(), surname)
        if ids:
            rival = _latin_ids(surnames.korean(), far)
            given = _joined([segment.korean(korean_base(w)) for w in rest])
            if given:
                found.append(Reading("ko", ids, surname, given, last, declared, "latin", rival))
        ids = _latin_ids(surnames.chinese(), surname)
        if ids:
            rival = _latin_ids(surnames.chinese(), far)
            chosen = _joined([chinese.syllables(latin_base(w)) for w in rest])
            if chosen:
                found.append(Reading("zh", ids, surname, chosen, last, declared, "latin", rival))
    return found


def _latin_ids(table: surnames.Spellings, word: str) -> frozenset[int]:
    return table.latin.get(latin_base(word)) or table.latin.get(korean_base(word)) or surnames.NONE


def _joined(parts: list[tuple[tuple[_Piece, ...], ...]]) -> tuple[tuple[_Piece, ...], ...]:
    """All ways to read all words, as one row of syllables each."""
    if not all(parts):
        return ()
    ways = (tuple(itertools.chain(*way)) for way in itertools.product(*parts))
    return tuple(itertools.islice((w for w in ways if len(w) <= MOST_GIVEN), 6))


def _merged(words: list[str]) -> list[Reading]:
    """``Kimjongun``: a known surname at the front of a single word of three syllables or so."""
    word = words[0] if words else ""
    found: list[Reading] = []
    if not 6 <= len(word) <= 16:
        return found
    table = surnames.korean()
    base = korean_base(word)
    for end in range(2, 6):
        ids = table.usual.get(base[:end])
        given = tuple(w for w in segment.korean(base[end:]) if len(w) == 2) if ids else ()
        if ids and given:
            found.append(Reading("ko", ids, base[:end], given, False, False, "latin"))
    return found


def of_hangul(text: str) -> list[Reading]:
    """Readings of Hangul: the surname is the first one or two letter blocks."""
    blocks = re.sub(r"[^가-힣]", "", text)
    found = []
    for size in (2, 1):
        ids = surnames.korean().hangul.get(blocks[:size], surnames.NONE)
        given = tuple(s for c in blocks[size:] if (s := from_hangul(c)))
        if given and len(given) <= MOST_GIVEN and (ids or size == 1):
            first = from_hangul(blocks[0])
            sounds = () if ids or not first else (first,)
            found.append(Reading("ko", ids, blocks[:size], (given,), False, True, "hangul", sounds=sounds))
    return found


def of_han(text: str) -> list[Reading]:
    """Readings of Han characters in Chinese and, through the Korean readings, in Korean."""
    chars = "".join(c for c in text if han.character(c).folded)
    folded = han.fold(chars)
    found: list[Reading] = []
    if not 2 <= len(chars) <= 5:
        return found
    for size in (2, 1):
        rest = chars[size:]
        if not rest or len(rest) > MOST_GIVEN:
            continue
        ids = surnames.chinese().han.get(folded[:size], surnames.NONE)
        given = tuple(s for c in rest if (s := chinese.from_char(c)))
        if len(given) == len(rest) and ids:
            found.append(Reading("zh", ids, chars[:size], (given,), False, True, "han"))
        family = surnames.korean().han.get(folded[:size], surnames.NONE)
        if not family:
            options = han.korean_readings(chars[0]) if size == 1 else ()
            family = frozenset().union(*(surnames.korean().hangul.get(r, surnames.NONE) for r in options))
        choices = [_hanja(c) for c in rest]
        if family and all(choices):
            ways = tuple(itertools.islice(itertools.product(*choices), 8))
            found.append(Reading("ko", family, chars[:size], ways, False, True, "han"))
    return found


@cache
def _hanja(char: str) -> tuple[Syllable, ...]:
    found = ((r, s) for r in han.korean_readings(char) if (s := from_hangul(r)))
    return tuple(replace(s, written=f"{char} ({r})") for r, s in found)


def of_kana(text: str) -> list[Reading]:
    """Readings of katakana as Korean; the first word is the surname, found by its sound."""
    words = kana.words(text)
    if not 2 <= len(words) <= 4:
        return []
    given = _joined([kana.korean(w) for w in words[1:]])
    return _by_sound(words[0], kana.korean(words[0], 2), given, "kana")


def of_cyrillic(words: list[str]) -> list[Reading]:
    """Readings of Cyrillic words as Korean and, by Palladius, as Chinese; surname first or last."""
    found: list[Reading] = []
    small = [w.lower() for w in words]
    if not 2 <= len(words) <= 4:
        return found
    for last in (False, True):
        surname, rest = (small[-1], small[:-1]) if last else (small[0], small[1:])
        given = _joined([cyrillic.korean(w) for w in rest])
        found += _by_sound(surname, cyrillic.korean(surname, 1), given, "cyrillic", last)
        sounds = chinese.from_cyrillic(surname)
        table = surnames.chinese().usual
        ids = (
            frozenset().union(*(table.get(p, surnames.NONE) for p in sounds.other))
            if sounds
            else surnames.NONE
        )
        chosen = _joined([chinese.syllables(w) for w in rest]) if ids else ()
        if ids and chosen:
            found.append(Reading("zh", ids, surname, chosen, last, False, "cyrillic"))
    return found


def _by_sound(
    written: str,
    ways: tuple[tuple[Syllable, ...], ...],
    given: tuple[tuple[Syllable, ...], ...],
    script: Script,
    last: bool = False,
) -> list[Reading]:
    sounds = tuple(w[0] for w in ways if len(w) == 1)
    if not sounds or not given:
        return []
    return [Reading("ko", surnames.NONE, written, given, last, script == "kana", script, sounds=sounds)]


@cache
def surname_sounds(row: int) -> tuple[Syllable, ...]:
    """The sounds of a Korean surname of one syllable, in the North's and the South's writing."""
    names = [h for h, ids in surnames.korean().hangul.items() if row in ids and len(h) == 1]
    return tuple(s for n in names if (s := from_hangul(n)))
