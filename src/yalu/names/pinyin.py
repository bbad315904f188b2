"""The syllables of Mandarin and how other systems write them: Wade-Giles, Palladius (Cyrillic), Hong Kong spelling."""

from __future__ import annotations

from functools import cache

from yalu.names import han

_FINALS = {
    "": "a o e ai ei ao ou an en ang eng er",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un ia",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "ch": "a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "sh": "a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang",
    "r": "e ao ou an en ang eng ong i u ua uo ui uan un",
    "z": "a e ai ei ao ou an en ang eng ong i u uo ui uan un",
    "c": "a e ai ao ou an en ang eng ong i u uo ui uan un",
    "s": "a e ai ao ou an en ang eng ong i u uo ui uan un",
    "y": "a ao ou an ang i in ing e ong u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
SYLLABLES: frozenset[str] = frozenset(i + f for i, finals in _FINALS.items() for f in finals.split())
_INITIALS = sorted((i for i in _FINALS if i), key=len, reverse=True)


def split(syllable: str) -> tuple[str, str]:
    """Initial and final of a pinyin syllable."""
    for initial in _INITIALS:
        if syllable.startswith(initial):
            return initial, syllable[len(initial) :]
    return "", syllable


_WG_INITIAL = {"b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "r": "j", "z": "ts", "c": "ts"}
_WG_WHOLE = {
    **{"zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "er": "erh"},
    **{"ge": "ko", "ke": "ko", "he": "ho", "e": "o", "ye": "yeh", "yan": "yen", "you": "yu", "yong": "yung"},
    **{"gui": "kuei", "kui": "kuei", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo", "yi": "i", "yue": "yueh"},
}


def wade_giles(syllable: str) -> set[str]:
    """How Wade-Giles spells a pinyin syllable, without marks."""
    if syllable in _WG_WHOLE:
        return {_WG_WHOLE[syllable]} | ({"szu"} if syllable == "si" else {"yi"} if syllable == "yi" else set())
    initial, final = split(syllable)
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
        return {_WG_INITIAL.get(initial, initial) + "e", _WG_INITIAL.get(initial, initial) + "eh"}
    return {_WG_INITIAL.get(initial, initial) + final}


@cache
def from_wade_giles() -> dict[str, frozenset[str]]:
    """Wade-Giles without marks (``chang``) to the pinyin syllables that it may be (zhang, chang)."""
    found: dict[str, set[str]] = {}
    for syllable in SYLLABLES:
        for spelling in wade_giles(syllable):
            found.setdefault(spelling, set()).add(syllable)
    return {k: frozenset(v) for k, v in found.items()}


_CYRILLIC_INITIAL = dict(
    zip(
        "b p m f d t n l g k h j q x zh ch sh r z c s".split(),
        "б п м ф д т н л г к х цз ц с чж ч ш ж цз ц с".split(),
        strict=True,
    )
)
_CYRILLIC_FINAL = dict(
    zip(
        "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang v ve".split(),
        "а о э ай эй ао оу ань энь ан эн ун и я е яо ю янь инь ян ин юн у уа о уай уй уань унь уан юй юэ".split(),
        strict=True,
    )
)
_CYRILLIC_WHOLE = dict(
    zip(
        "yi ya ye yao you yan yang yin ying yong wu wa wo wai wei wan wen wang weng yu yue yuan yun er hui".split(),
        "и я е яо ю янь ян инь ин юн у ва во вай вэй вань вэнь ван вэн юй юэ юань юнь эр хуэй".split(),
        strict=True,
    )
)


@cache
def from_palladius() -> dict[str, frozenset[str]]:
    """Cyrillic syllables of Palladius's system to the pinyin syllables that they may be."""
    found: dict[str, set[str]] = {}
    for syllable in SYLLABLES:
        initial, final = split(syllable)
        if initial in ("j", "q", "x") and final.startswith("u"):
            final = {"u": "v", "ue": "ve"}.get(final, final)
            whole = _CYRILLIC_INITIAL[initial] + {"uan": "юань", "un": "юнь"}.get(final, _CYRILLIC_FINAL.get(final, ""))
        else:
            whole = _CYRILLIC_WHOLE.get(syllable) or (
                _CYRILLIC_INITIAL.get(initial, "") + _CYRILLIC_FINAL.get(final, "")
            )
        found.setdefault(whole.replace("э", "е"), set()).add(syllable)
    return {k: frozenset(v) for k, v in found.items()}


_HK_INITIAL = {
    **{"z": ("ch", "ts", "j"), "c": ("ch", "ts"), "g": ("k", "g"), "gw": ("kw", "gw"), "j": ("y", ""), "b": ("p", "b")},
    **{"d": ("t", "d"), "ng": ("ng", ""), "s": ("s", "sh"), "kw": ("kw",)},
}
_HK_FINAL: dict[str, str] = {
    **{"aa": "a ah", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at"},
    **{"aak": "ak", "ai": "ai", "au": "au ow", "am": "am um", "an": "an un", "ang": "ang", "ap": "ap", "at": "at ut"},
    **{"ak": "ak", "e": "e eh", "ei": "ei ee i ay", "eng": "eng ing", "ek": "ek", "i": "i ee z ze", "iu": "iu"},
    **{"im": "im", "in": "in", "ing": "ing", "ip": "ip", "it": "it", "ik": "ik", "o": "o oh or", "oi": "oi oy"},
    **{"on": "on", "ong": "ong", "ot": "ot", "ok": "ok", "ou": "o ou oo", "u": "u oo", "ui": "ui", "un": "un oon"},
    **{"ung": "ung", "ut": "ut", "uk": "uk", "eoi": "ui oi", "eon": "un on", "eot": "ut", "oe": "eu", "oeng": "eung"},
    **{"oek": "euk", "yu": "yu u ue", "yun": "yuen uen", "yut": "yut uet"},
}


@cache
def hong_kong(jyutping: str) -> frozenset[str]:
    """How Hong Kong may spell a Cantonese syllable that is given in jyutping without tone."""
    for initial in ("ng", "gw", "kw", *"bpmfdtnlgkhzcsjw", ""):
        final = jyutping[len(initial) :]
        if jyutping.startswith(initial) and final in _HK_FINAL:
            starts = _HK_INITIAL.get(initial, (initial,))
            if initial == "j" and final.startswith("yu"):
                starts = ("",)
            return frozenset(s + f for s in starts for f in _HK_FINAL[final].split())
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
