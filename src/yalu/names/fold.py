"""Spellings folded to one form: Korean words in any romanization, and names from Cyrillic and Arabic."""

from __future__ import annotations

import re
from functools import lru_cache

_KOREAN = re.compile(
    r"ng(?![aeiouyw])|tch|dj|ch|jj|kk|gg|kh|gh|ck|tt|th|dd|pp|ph|bb|ss|sh|ll|rr|rl|lr|nr|nl|rh|m[rl]|p[rl]|"
    r"yeo|you(?=[nklgmpt])|yoo|yae|yai|wae|weo|woo|eui|eo|eu|oo|ou|oh|oe|oi|ae|ai|ay|ey|ee|ui|ie|yo|yu|ye|ya|wo|wi|wa|we|wu|[a-z]"
)
_FOLDED = {
    **{"ng": "G", "tch": "c", "dj": "c", "ch": "c", "jj": "c", "j": "c", "z": "c"},
    **dict.fromkeys(("kk", "gg", "kh", "gh", "ck", "g", "q"), "k"),
    **dict.fromkeys(("tt", "th", "dd", "d"), "t"),
    **dict.fromkeys(("pp", "ph", "bb", "b"), "p"),
    **{"ss": "s", "sh": "s", "l": "r", "rh": "r", "mr": "mn", "ml": "mn", "pr": "mn", "pl": "mn"},
    **dict.fromkeys(("ll", "rr", "rl", "lr", "nr", "nl"), "rr"),
    **{
        "yeo": "yo",
        "you": "yo",
        "yoo": "yu",
        "yae": "ye",
        "yai": "ye",
        "eo": "o",
        "oh": "o",
        "eu": "u",
        "oo": "u",
    },
    **{"ou": "u", "ae": "e", "ai": "e", "ay": "e", "ey": "e", "ee": "i", "ui": "i", "eui": "i", "ie": "i"},
    **{"oe": "we", "oi": "we", "wae": "we", "weo": "wo", "woo": "u", "wu": "u"},
}


@lru_cache(maxsize=1 << 16)
def korean(word: str) -> str:
    """A form that the romanizations of one Korean word share: ``taesong``, ``daesong``, ``daeseong``."""
    pieces = _KOREAN.findall(word if word.isascii() else word.replace("ŏ", "o").replace("ŭ", "u"))
    folded = "".join([_FOLDED.get(p, p) for p in pieces])
    if "y" in folded:
        folded = folded.replace("cy", "c").replace("sy", "s")
    if folded[:1] in ("r", "n") and folded[1:2] in ("y", "i"):
        folded = folded[1:]
    if folded[:1] == "r":
        folded = "n" + folded[1:]
    return folded.replace("Gr", "Gn").replace("mr", "mn").replace("kn", "Gn").replace("kr", "Gn")


_SOUNDS = re.compile(
    r"shch|sch|tch|tsch|dzh|zh|ch|sh|kh|gh|ph|th|dh|ck|ts|tz|iy|yi|ij|yy|ii|ye|ey|ei|ie|ee|ai|ay|ia|ya|ja|iu|yu|ju"
    r"|ou|oo|aa|uu|(.)\1|[a-z0]"
)
_LETTERS_ALONE = re.compile(
    _SOUNDS.pattern.replace(r"(.)\1", "|".join(c * 2 for c in "abcdefghijklmnopqrstuvwxyz"))
)
"""The same for words of small letters alone, without a group, which is quicker."""
_SOUND = {
    **{"shch": "s", "sch": "s", "tch": "c", "tsch": "c", "dzh": "j", "zh": "j", "ch": "c", "sh": "s"},
    **{"kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ck": "k", "ts": "c", "tz": "c", "x": "ks"},
    **dict.fromkeys(("iy", "yi", "ij", "yy", "ii", "y", "j", "ie", "ee"), "i"),
    **dict.fromkeys(("ye", "ey", "ei", "ai", "ay"), "e"),
    **dict.fromkeys(("ia", "ya", "ja"), "ia"),
    **dict.fromkeys(("iu", "yu", "ju"), "iu"),
    **{"ou": "u", "oo": "u", "uu": "u", "o": "u", "aa": "a", "q": "k", "w": "v", "e": "a"},
}


@lru_cache(maxsize=1 << 16)
def loose(word: str) -> str:
    """A form that transliterations of one Russian or Arabic name share: ``muhammad``, ``mohamed``."""
    if word.isascii() and word.isalpha() and word.islower():
        pieces = _LETTERS_ALONE.findall(word)
    else:
        pieces = [found.group() for found in _SOUNDS.finditer(word)]
    return "".join([_SOUND.get(piece) or _SOUND.get(piece[0], piece[0]) for piece in pieces])


_VOWELS = re.compile(r"[aeiouvwy~]|h$")
_TWICE = re.compile(r"(.)\1")


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """The consonants alone, for scripts that write no vowels; v and w too may be a vowel there."""
    if word[:1] == "~":  # such a script writes a long consonant once: two are two, with a vowel between
        return _VOWELS.sub("", loose(_TWICE.sub(r"\1'\1", word[1:])).replace("e", "a"))
    return _VOWELS.sub("", _TWICE.sub(r"\1", loose(word).replace("e", "a")))
