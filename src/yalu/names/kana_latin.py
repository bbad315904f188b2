"""Katakana in Latin letters, for foreign words and names: ジャファル is jafaru, ティ is ti."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_TABLE = (
    "ア=a イ=i ウ=u エ=e オ=o カ=ka キ=ki ク=ku ケ=ke コ=ko サ=sa シ=shi ス=su セ=se ソ=so タ=ta "
    "チ=chi ツ=tsu テ=te ト=to ナ=na ニ=ni ヌ=nu ネ=ne ノ=no ハ=ha ヒ=hi フ=fu ヘ=he ホ=ho "
    "マ=ma ミ=mi ム=mu メ=me モ=mo ヤ=ya ユ=yu ヨ=yo ラ=ra リ=ri ル=ru レ=re ロ=ro ワ=wa ヲ=o "
    "ン=n ガ=ga ギ=gi グ=gu ゲ=ge ゴ=go ザ=za ジ=ji ズ=zu ゼ=ze ゾ=zo ダ=da ヂ=ji ヅ=zu デ=de "
    "ド=do バ=ba ビ=bi ブ=bu ベ=be ボ=bo パ=pa ピ=pi プ=pu ペ=pe ポ=po ヴ=vu"
)
_BASE: dict[str, str] = dict(re.findall(r"(\S)=(\S+)", _TABLE))
_SMALL = {
    "ァ": "a",
    "ィ": "i",
    "ゥ": "u",
    "ェ": "e",
    "ォ": "o",
    "ャ": "ya",
    "ュ": "yu",
    "ョ": "yo",
    "ヮ": "wa",
}


@lru_cache(maxsize=1 << 13)
def latin(word: str) -> str:
    """The Latin letters of a katakana word."""
    out: list[str] = []
    double = False
    for char in word:
        if char in _SMALL and out:
            small, before = _SMALL[char], out[-1]
            stem = before[:-1] or before
            if small[0] == "y" and stem[-1:] in ("h", "j"):
                small = small[1:]
            out[-1] = ("w" if before == "u" else stem) + small
        elif char == "ッ":
            double = True
        elif char in _BASE:
            piece = _BASE[char]
            out.append(piece[0] + piece if double and piece[0] not in "aiueon" else piece)
            double = False
    return "".join(out)


_SOUND = re.compile(r"tsu|ts|tz|ch|sh|zh|dj|th|ph|kh|gh|ck|qu|x|c(?=[eiy])|[a-z]")
_CLASS = {
    **{
        "tsu": "s",
        "ts": "s",
        "tz": "s",
        "ch": "j",
        "sh": "s",
        "zh": "j",
        "dj": "j",
        "th": "s",
        "ph": "h",
        "kh": "h",
    },
    **{
        "gh": "g",
        "ck": "k",
        "qu": "k",
        "x": "ks",
        "q": "k",
        "c": "k",
        "l": "r",
        "v": "b",
        "f": "h",
        "z": "s",
        "m": "n",
    },
    **dict.fromkeys("aeiouyw", ""),
}
_SOFT_C = "s"


def _consonants(word: str) -> str:
    pieces = (
        _SOFT_C if m.group() == "c" and m.end() < len(word) and word[m.end()] in "eiy" else m.group()
        for m in _SOUND.finditer(word)
    )
    return re.sub(r"(.)\1+", r"\1", "".join(_CLASS.get(p, p) for p in pieces))


@lru_cache(maxsize=1 << 14)
def consonants(word: str) -> frozenset[str]:
    """The consonants that survive katakana, with and without an r that English does not sound."""
    return frozenset((_consonants(word), _consonants(re.sub(r"r(?=[^aeiouyr]|$)", "", word))))


@lru_cache(maxsize=1 << 15)
def fit(kana: str, word: str) -> float:
    """How well the Latin letters of a katakana word fit a word of another language."""
    ours, theirs = consonants(kana), consonants(word)
    longest = max(map(len, ours | theirs))
    if ours & theirs and longest >= 2 and abs(len(kana) - len(word)) <= max(3, len(word) // 2):
        return 0.92 if longest >= 3 else 0.85
    if longest >= 5 and any(OSA.distance(x, y, score_cutoff=1) <= 1 for x in ours for y in theirs):
        return 0.84
    return 0.0
