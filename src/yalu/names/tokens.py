"""The words of a company's or ship's name in one Latin row, whatever script they were written in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii

from yalu.names import cyrillic, fold, han, kana, kana_latin, pinyin, vocabulary
from yalu.names.korean_syllable import Syllable, from_hangul
from yalu.names.text import Script, latin_base, runs
from yalu.names.vocabulary import Kind, Word

_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_NUMBER_WORDS = {"one": "1", "two": "2", "three": "3", "2nd": "second", "1st": "first", "3rd": "third"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its Latin form, what it is, what it tells, and how else it may be written."""

    text: str
    kind: Kind
    weight: float
    written: str
    meanings: frozenset[str] = frozenset()
    folded: str = ""
    chars: str = ""
    """Folded Han characters, for a run that no dictionary knows."""
    pattern: re.Pattern[str] | None = field(default=None, compare=False)
    """Matches each romanization of such a run."""
    kana: str = ""
    """Latin letters of a katakana word that no dictionary knows."""
    folds: frozenset[str] = frozenset()
    """Folded Korean readings of such a run."""


_PROPER = Word("proper", 1.0, frozenset())


def latin_token(word: str, written: str = "") -> Token | None:
    """The token of a Latin word; None if nothing is left of it."""
    base = latin_base(word)
    if not base:
        return None
    base = _NUMBER_WORDS.get(base, _ROMAN.get(base, base))
    if base.isdigit():
        return Token(str(int(base)), "number", 1.0, written or word)
    known = vocabulary.look_up(base)
    if known is None:
        weight = 0.25 if len(base) == 1 else 0.5 if len(base) == 2 else 1.0
        return Token(base, "proper", weight, written or word, folded=fold.korean(base))
    return Token(base, known.kind, known.weight, written or word, known.meanings, fold.korean(base))


def tokens(text: str) -> list[Token]:
    """The tokens of a cleaned text, in order."""
    found: list[Token] = []
    for script, run in runs(_set_phrases(text)):
        if script == "kana":
            found += [t for word in kana.words(run) for t in _kana(word)]
        elif script in ("han", "hangul"):
            found += _east_asian(run, script)
        elif script == "cyrillic":
            found += _cyrillic(run)
        else:
            word = re.sub(r"'s$", "s", run) if script == "latin" else anyascii(run)
            found += [t for t in (latin_token(w, run) for w in word.split()) if t]
    return found


_COUNTRY = (
    r"\b(?:the\s+)?democratic people'?s'?s? republic of korea\b"
    r"|\bd\.?p\.?r\.? ?(?:of )?korea\b|\bnorth korean?\b"
)
_PHRASES = [
    (r"\bj\s*/\s*v\b", "joint venture"),
    (r"\bi\s*/\s*e\b|\bimp\.?\s*&\s*exp\.?(?=\s|$)", "import export"),
    (r"\bhong[\s-]+[kc]ong\b", "hongkong"),
    (_COUNTRY, "korea"),
    (r"\b(?:kpa|k\.p\.a\.?)(?=\W|$)", "korea people army"),
    (r"\b(?:wpk|kwp)\b", "korea workers party"),
    (r"\b(?:no|nr|num)\.?\s*(?=\d)|[#№](?=\s*\d)", ""),
]


def _set_phrases(text: str) -> str:
    """Abbreviations and phrases that stand for one thing, brought to one form."""
    for shape, plain in _PHRASES:
        text = re.sub(shape, plain, text, flags=re.IGNORECASE)
    return re.sub(r"\b((?:[A-Za-z]\.){2,})", lambda m: m.group().replace(".", ""), text)


def _meaning(options: str, written: str) -> Token:
    words = options.split("|")
    parts = [t for w in words if (t := latin_token(w))]
    first = max(parts, key=lambda t: t.weight)
    meanings = frozenset().union(*(t.meanings or {t.text} for t in parts))
    return Token(first.text, first.kind, first.weight, written, meanings, first.folded)


def _kana(word: str) -> list[Token]:
    known = vocabulary.originals().get(word)
    if known:
        return [_meaning(w, word) for w in known]
    ways = kana.korean(word, 5)
    spelled = kana_latin.latin(word)
    token = latin_token(spelled, word)
    if token is None or token.kind not in ("proper", "place"):
        return [token] if token else []
    folds = frozenset(_kana_folds(ways))
    return [Token(token.text, "proper", 1.0, word, token.meanings, token.folded, kana=spelled, folds=folds)]


_DEFAULT_CODA = {"": [""], "NG": ["n", "ng"], "KTP": ["k", "t", "p", ""], "G": ["ng"]}


def _kana_folds(ways: tuple[tuple[Syllable, ...], ...]) -> list[str]:
    folds: list[str] = []
    for way in ways:
        spelled = [""]
        for s in way:
            vowel = _LATIN_VOWEL[max(s.vowels, key=lambda v: v[1])[0]]
            codas = _DEFAULT_CODA.get(s.coda, [s.coda.lower()])
            vowels = ["e", "we"] if vowel == "e" and s.onset in ("", "H", "K", "C") else [vowel]
            spelled = [p + s.onset.lower() + v + c for p in spelled for v in vowels for c in codas][:32]
        folds += [fold.korean(s) for s in spelled]
    return folds[:32]


_VOWELS = (
    "ㅏ=a ㅐ=e ㅑ=ya ㅒ=ye ㅓ=o ㅔ=e ㅕ=yo ㅖ=ye ㅗ=o ㅘ=wa ㅙ=we ㅚ=we ㅛ=yo ㅜ=u ㅝ=wo ㅞ=we ㅟ=wi ㅠ=yu "
    "ㅡ=u ㅢ=i ㅣ=i"
)
_LATIN_VOWEL: dict[str, str] = dict(re.findall(r"(\S)=(\S+)", _VOWELS))


def _east_asian(run: str, script: Script) -> list[Token]:
    """Words found by the longest match; what stands between them is one proper word."""
    folded = han.fold(run.lower())
    words, longest = vocabulary.originals(), vocabulary.longest_original()
    found: list[Token] = []
    start = at = 0
    while at < len(folded):
        if start == at and found and found[-1].kind == "place" and folded[at] in "市省县区":
            at += 1
            start = at
            continue
        for size in range(
            min(longest, len(folded) - at), 1 if script == "han" or at + 1 < len(folded) else 0, -1
        ):
            known = words.get(folded[at : at + size])
            if known:
                found += _proper(folded[start:at], script)
                found += _known(known, run[at : at + size], folded[at : at + size], script)
                at += size
                start = at
                break
        else:
            at += 1
    return found + _proper(folded[start:], script)


def _known(meant: tuple[str, ...], written: str, folded: str, script: Script) -> list[Token]:
    """The tokens of a dictionary word; a place in Han characters may also be written in any romanization."""
    if script == "han" and len(meant) == 1:
        token = _meaning(meant[0], written)
        if token.kind == "place":
            chars, pattern = folded, _pattern(folded)
            return [
                Token(
                    token.text, "place", token.weight, written, token.meanings, token.folded, chars, pattern
                )
            ]
    return [_meaning(w, written) for w in meant]


def _proper(run: str, script: Script) -> list[Token]:
    if not run:
        return []
    if script == "hangul":
        roman = "".join(s.text if (s := from_hangul(c)) else "" for c in run)
        known = vocabulary.look_up(roman)
        folded = fold.korean(roman)
        if known and known.kind == "proper":
            return [Token(roman, known.kind, known.weight, run, known.meanings, folded)]
        return [Token(roman, "proper", 1.0, run, folded=folded)] if roman else []
    readings = [han.pinyin_readings(c) for c in run]
    if not all(readings):
        token = latin_token(anyascii(run), run)
        return [token] if token else []
    spelled = "".join(r[0] for r in readings)
    return [
        Token(
            spelled,
            "proper",
            1.0,
            run,
            folded=fold.korean(spelled),
            chars=run,
            pattern=_pattern(run),
            folds=_folds(run),
        )
    ]


@lru_cache(maxsize=1 << 14)
def _pattern(run: str) -> re.Pattern[str] | None:
    if len(run) > 8:
        return None
    parts = []
    for char in run:
        other = {s for r in han.pinyin_readings(char) for s in pinyin.wade_giles(r)}
        other |= {s for r in han.cantonese_readings(char) for s in pinyin.hong_kong(r)}
        parts.append("(?:" + "|".join(sorted({*han.pinyin_readings(char), *other})) + ")")
    return re.compile("".join(parts))


@lru_cache(maxsize=1 << 14)
def _folds(run: str) -> frozenset[str]:
    spelled = [""]
    for char in run[:6]:
        options = [s.text for r in han.korean_readings(char) if (s := from_hangul(r))]
        spelled = [p + o for p in spelled for o in options][:8]
    return frozenset(fold.korean(s) for s in spelled if s)


def _cyrillic(run: str) -> list[Token]:
    known = vocabulary.originals().get(run.lower())
    if known:
        return [_meaning(w, run) for w in known]
    token = latin_token(cyrillic.latin(run), run)
    ways = cyrillic.korean(run.lower(), 5)
    if token is None or token.kind != "proper" or not ways:
        return [token] if token else []
    return [Token(token.text, "proper", 1.0, run, folded=token.folded, folds=frozenset(_kana_folds(ways)))]
