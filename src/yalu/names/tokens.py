"""The words of a company's or ship's name in one Latin row, whatever script they were written in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from anyascii import anyascii

from yalu.names import abjad, cyrillic, fold, han, kana, kana_latin, pinyin, vocabulary
from yalu.names.korean_syllable import Syllable, from_hangul
from yalu.names.text import Script, latin_base, runs
from yalu.names.vocabulary import Kind

_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_NUMBER_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"}
_NUMBER_WORDS |= {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
_NUMBER_WORDS |= {"seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10"}
_HAN_DIGITS = {c: str(i) for i, c in enumerate("一二三四五六七八九十", start=1)}


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
    bones: str = ""
    """A word of a script without vowels, in Latin letters."""


_NEVER = 1e6


@lru_cache(maxsize=1 << 16)
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


@lru_cache(maxsize=1 << 16)
def latin_tokens(word: str) -> tuple[Token, ...]:
    """The tokens of a Latin word; two where two known words are written in one (``muyokbank``)."""
    token = latin_token(word)
    if token is None:
        return ()
    if token.kind == "proper" and not token.meanings and len(token.text) >= 7:
        for at in range(len(token.text) - 2, 3, -1):
            head, tail = token.text[:at], token.text[at:]
            first, second = vocabulary.look_up(head), vocabulary.look_up_ending(tail)
            if first and second and first.kind in _SPLIT and second.kind in _SPLIT:
                parts = ((head, first), (tail, second))
                return tuple(Token(t, w.kind, w.weight, word, w.meanings, fold.korean(t)) for t, w in parts)
    return (token,)


_SPLIT = ("generic", "topic", "legal")


def tokens(text: str, dictionary: bool = True) -> list[Token]:
    """The tokens of a cleaned text, in order; without the dictionary, East Asian words by sound alone."""
    found: list[Token] = []
    for script, run in runs(_set_phrases(text)):
        if script == "latin":
            found += latin_tokens(run[:-2] if run.endswith("'s") else run)
        elif script == "kana":
            found += [t for word in kana.words(run) for t in _kana(word)]
        elif script in ("han", "hangul"):
            found += _east_asian(run, script) if dictionary else _proper(han.fold(run), script)
        elif script == "cyrillic":
            found += _cyrillic(run)
        elif script == "digit":
            found += latin_tokens(run if run.isascii() else anyascii(run))
        else:
            found += _other(run)
    texts = {t.text for t in found}
    if not texts.isdisjoint(_ABROAD):
        pairs = zip(found, [*found[1:], None], strict=True)
        found = [t for t, after in pairs if not (t.text in _ABROAD and after and "trade" in after.meanings)]
    if not texts.isdisjoint(_RUSSIAN) and not texts.isdisjoint(_RUSSIAN_FORMS):
        found = [_meaning(_RUSSIAN[t.text], t.written) if t.text in _RUSSIAN else t for t in found]
    return _joined(found) if dictionary else found


_ABROAD = ("foreign", "external")
"""Said of trade they tell nothing: it is what Korean and Chinese simply call trade."""
_RUSSIAN = {"sk": "shipping|construction", "tk": "transport|trade", "td": "trade", "nk": "oil"}
"""Beside a Russian legal form: sudokhodnaya or stroitelnaya kompaniya, torgovaya kompaniya, torgovy dom."""
_RUSSIAN_FORMS = ("ooo", "oao", "zao", "ao", "pao")


def _joined(found: list[Token]) -> list[Token]:
    """Romanized Korean words that a space or hyphen parts, in one: ``kwahak-won``, ``un haeng``."""
    joined: list[Token] = []
    at = 0
    while at < len(found):
        for end in (at + 3, at + 2):
            if end <= len(found) and (token := _korean_word(tuple(found[at:end]))):
                joined.append(token)
                at = end
                break
        else:
            joined.append(found[at])
            at += 1
    return joined


def _korean_word(parts: tuple[Token, ...]) -> Token | None:
    """The dictionary word that syllables make up, of which at least one is no word by itself."""
    if not all(t.written.isascii() and len(t.text) <= 6 and t.kind not in _NO_SYLLABLE for t in parts):
        return None
    if not any(t.kind == "proper" and not t.meanings for t in parts):
        return None
    text = "".join([t.text for t in parts])
    known = vocabulary.look_up(text) if len(text) >= 5 else None
    if known is None or text in vocabulary.english():
        return None
    written = " ".join([t.written for t in parts])
    return Token(text, known.kind, known.weight, written, known.meanings, fold.korean(text))


_NO_SYLLABLE = ("stop", "legal", "number", "country", "place")


def _other(run: str) -> list[Token]:
    """Words of Arabic script by the dictionary, else by their consonants; of other scripts by their sound."""
    if not abjad.written(run):
        return [t for w in anyascii(run).split() for t in latin_tokens(w)]
    plain = abjad.plain(run)
    known = vocabulary.originals().get(plain) or vocabulary.originals().get(abjad.bare(plain))
    spelled = abjad.latin(plain)
    if known:
        return [_meaning(w, run, bones=spelled) for w in known]
    return [Token(spelled, "proper", 1.0, run, bones=spelled)] if spelled else []


_COUNTRY = (
    r"\b(?:the\s+)?democratic people'?s'?s? republic of korea\b"
    r"|\bd\.?p\.?r\.? ?(?:of )?korea\b|\bnorth korean?\b"
)
_PHRASES: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
    (r"\bj\s*/\s*v\b|\bjoint operation\b", "joint venture"),
    (r"\bi\s*/\s*e\b|\bimp(?:ort)?s?\.?\s*(?:[-&/+]|and|)\s*exp(?:ort)?s?\b\.?", "importexport"),
    (r"\bexp(?:ort)?s?\.?\s*(?:[-&/+]|and|)\s*imp(?:ort)?s?\b\.?", "importexport"),
    (r"\bmilitary supplies\b", "munitions"),
    (r"\barmed forces\b", "forces"),
    (r"\breal estate\b", "realestate"),
    (r"\bnon-ferrous\b", "nonferrous"),
    (r"\b(\d+)(?:st|nd|rd|th)\b", r"\1"),
    (r"(?:제|第)(?=\d)|\b(?:che|je)[\s-]*(?=\d)", " "),
    (r"第([一二三四五六七八九十])", lambda m: f" {_HAN_DIGITS[m.group(1)]} "),
    (r"\bhong[\s-]+[kc]ong\b", "hongkong"),
    (_COUNTRY, "korea"),
    (r"\b(?:islamic |arab |federal |people'?s )?republic of (?=[a-z]{4})", ""),
    (r"\b(?:joint stock|limited liability) (?:company|partnership)\b", "limited"),
    (r"\bopen joint[- ]stock\b|\bclosed joint[- ]stock\b", ""),
    (r"\b(?:kpa|k\.p\.a\.?)(?=\W|$)", "korea people army"),
    (r"\b(?:wpk|kwp)\b", "korea workers party"),
    (r"\b(?:no|nr|num)\.?\s*(?=\d)|[#№](?=\s*\d)", ""),
]


_HINTS = re.compile(
    "/|imp|exp|hong|democratic|prk|pr |p[.]r|north|kpa|k[.]p[.]a|wpk|kwp|military|armed|[0-9]"
)
_MORE = re.compile("real e|non-f|republic|joint|liab|第|#|№")
_EACH_PHRASE = [(re.compile(shape, re.IGNORECASE), plain) for shape, plain in _PHRASES]
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")


def _set_phrases(text: str) -> str:
    """Abbreviations and phrases brought to one form; each of them holds a hint or a digit."""
    small = text.lower()
    if _HINTS.search(small) or _MORE.search(small):
        for shape, plain in _EACH_PHRASE:
            text = shape.sub(plain, text)
    return _DOTTED.sub(lambda m: m.group().replace(".", ""), text) if "." in text else text


def _meaning(options: str, written: str, also: str = "", bones: str = "") -> Token:
    """A dictionary word: what it means, and ``also`` how it sounds, for a name that was not translated."""
    words = options.split("|")
    parts = [t for w in words if (t := latin_token(w))]
    first = max(parts, key=lambda t: t.weight)
    meanings = frozenset().union(*(t.meanings or {t.text} for t in parts))
    folds = frozenset((fold.korean(also),)) if also else frozenset()
    return Token(
        first.text, first.kind, first.weight, written, meanings, first.folded, folds=folds, bones=bones
    )


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
            codas = _DEFAULT_CODA.get(s.coda) or [c if c != "g" else "ng" for c in s.coda.lower()]
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
    """Words of the dictionary, and one proper word for what stands between two of them."""
    folded = han.fold(run.lower())
    words = vocabulary.originals()
    found: list[Token] = []
    start = 0
    for at, end in _cut(folded):
        meant = words[folded[at:end]]
        if at - start == 1 and _names(meant, script):
            continue
        found += _proper(folded[start:at], script)
        if not (at == start and found and found[-1].kind == "place" and folded[at:end] in "市省县区"):
            found += _known(meant, run[at:end], folded[at:end], script)
        start = end
    return found + _proper(folded[start:], script)


def _names(meant: tuple[str, ...], script: Script) -> bool:
    """Whether a dictionary word is a name itself, so that a letter before it belongs to it: 해금강."""
    token = _meaning(meant[0], "") if len(meant) == 1 else None
    return token is not None and token.kind in ("proper", "place", "common" if script == "hangul" else "")


@lru_cache(maxsize=1 << 14)
def _cut(folded: str) -> tuple[tuple[int, int], ...]:
    """Where dictionary words stand: with few letters left over, in few pieces, in the longest words.

    The states are the ends of a word and of a rest; each holds its cost and the words before it.
    """
    words, longest, endings = vocabulary.originals(), vocabulary.longest_original(), vocabulary.endings()
    known: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())]
    rest: list[tuple[float, tuple[tuple[int, int], ...]]] = [(_NEVER, ())]
    for end in range(1, len(folded) + 1):
        opened, going = known[end - 1], rest[end - 1]
        rest.append(min((opened[0] + 1.9, opened[1]), (going[0] + 1.0, going[1])))
        choice: tuple[float, tuple[tuple[int, int], ...]] = (_NEVER, ())
        for at in range(max(0, end - longest), end):
            word = folded[at:end]
            if word not in words:
                continue
            single = end - at == 1
            if single and (at == 0 or word not in endings):
                continue
            before = known[at] if single else min(known[at], rest[at])
            choice = min(choice, (before[0] + (0.65 if single else 0.3), (*before[1], (at, end))))
        known.append(choice)
    return min(known[-1], rest[-1])[1]


def _known(meant: tuple[str, ...], written: str, folded: str, script: Script) -> list[Token]:
    """The tokens of a dictionary word; a name in Han characters may also be written in any romanization."""
    if script == "han" and len(meant) == 1:
        token = _meaning(meant[0], written)
        if token.kind in ("place", "common", "proper"):
            named = Token(token.text, token.kind, token.weight, written, token.meanings, token.folded)
            return [replace(named, chars=folded, pattern=_pattern(folded))]
    also = _roman(folded) if script == "hangul" and len(meant) == 1 else ""
    return [_meaning(w, written, also) for w in meant]


def _roman(hangul: str) -> str:
    return "".join(s.text if (s := from_hangul(c)) else "" for c in hangul)


def _proper(run: str, script: Script) -> list[Token]:
    if not run:
        return []
    if script == "hangul":
        roman = _roman(run)
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
        return [_meaning(w, run, cyrillic.latin(run)) for w in known]
    token = latin_token(cyrillic.latin(run), run)
    ways = cyrillic.korean(run.lower(), 5)
    if token is None or token.kind != "proper" or not ways:
        return [token] if token else []
    return [Token(token.text, "proper", 1.0, run, folded=token.folded, folds=frozenset(_kana_folds(ways)))]
