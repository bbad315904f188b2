"""Which language a name in its original script is in, where the script decides it."""

from __future__ import annotations

import unicodedata

_ARABIC = frozenset(map(chr, [*range(0x0621, 0x063B), *range(0x0640, 0x064B)]))
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


def language(text: str) -> str:
    """``ko``, ``zh``, ``ja``, ``ar``, ``ru``, or ``""`` where the script leaves it open.

    Latin letters beside another script do not count. A letter that Arabic or Russian lacks
    (Persian, Pashto, Ukrainian ...) leaves the language open.

    >>> language("윤호진"), language("عبدالغنی"), language("Эмират")
    ('ko', '', 'ru')
    """
    letters = {c for c in unicodedata.normalize("NFKC", text).lower() if c.isalpha()}
    scripts = {unicodedata.name(c, "?").split()[0].split("-")[0] for c in letters} - {"LATIN"}
    if "HANGUL" in scripts and scripts <= {"HANGUL", "CJK"}:
        return "ko"
    if scripts & {"HIRAGANA", "KATAKANA"} and scripts <= {"HIRAGANA", "KATAKANA", "CJK"}:
        return "ja"
    if scripts == {"CJK"}:
        return "zh"
    foreign = {c for c in letters if not unicodedata.name(c, "?").startswith("LATIN")}
    if scripts == {"ARABIC"} and foreign <= _ARABIC:
        return "ar"
    if scripts == {"CYRILLIC"} and foreign <= _RUSSIAN:
        return "ru"
    return ""
