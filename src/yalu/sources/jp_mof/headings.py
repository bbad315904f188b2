"""The headings of the sheets, and what each column holds."""

from __future__ import annotations

import unicodedata

LISTED, NUMBER, NAME_JA, NAME_EN = "listed", "number", "name_ja", "name_en"
"""Columns that every sheet has; the first marks the row of headings."""

_COLUMNS = {
    LISTED: ("告示日付",),
    NUMBER: ("告示番号",),
    NAME_JA: ("日本語表記",),
    NAME_EN: ("英語表記",),
    "alias": ("別名", "別称", "別称・別名", "別名・別称", "別称・旧称", "確定可能な別名"),
    "weakAlias": ("確定に十分でない別名",),
    "previousName": ("旧称", "過去の別名", "以前の別名", "旧称・以前の呼称"),
    "title": ("称号",),
    "position": ("役職", "肩書", "肩書等"),
    "birthDate": ("生年月日", "生年月日・出生地"),
    "birthPlace": ("出生地", "出生地・出身地"),
    "nationality": ("国籍",),
    "passportNumber": ("旅券番号",),
    "idNumber": ("身分登録番号", "ID番号", "身分証番号"),
    "address": (
        *("住所", "所在地", "住所・所在地", "所在地・住所", "住所等", "活動地域・住所"),
        "所在地・住所登録された事務所の住所",
    ),
    "phone": ("電話番号", "電話"),
    "fax": ("FAX",),
    "notes": ("その他の情報", "詳細", "備考"),
    "reason": ("指定の根拠", "決議1483上の根拠"),
    "un_listed": ("リスト掲載日", "国連制裁委員会による指定日", "国連制裁員会による指定日"),
    "un_reference": ("国連参照番号",),
    "area": ("活動地域",),
}
_BY_HEADING = {heading: column for column, headings in _COLUMNS.items() for heading in headings}

SECTIONS = {
    "北朝鮮(決議1695号)": "dprk-1695",
    "北朝鮮(決議1718号等;団体)": "dprk-un-organizations",
    "北朝鮮(決議1718号等;個人)": "dprk-un-individuals",
    "北朝鮮(協調;団体)": "dprk-coord-organizations",
    "北朝鮮(協調;個人)": "dprk-coord-individuals",
    "イラン(個人)": "iran-individuals",
    "イラン(団体)": "iran-organizations",
}
"""Short names for the ids of parties; a sheet that is not here has its title in them."""

OF_THE_UN = {
    "dprk-coord-organizations": "dprk-un-organizations",
    "dprk-coord-individuals": "dprk-un-individuals",
    "dprk-1695": "dprk-un-organizations",
}
"""Which sheet the second number of a row is of: parties that Japan listed first and the UN later.

The sheet of 2006 holds entities, and persons that no number leads to another sheet.
"""


def folded(text: str) -> str:
    """Half-width and without spaces: headings are written with spaces between their letters.

    >>> folded("日 本 語　表 記"), folded("ＩＤ番号")
    ('日本語表記', 'ID番号')
    """
    return "".join(unicodedata.normalize("NFKC", text).split())


def column_of(heading: str) -> str:
    """What the column of this heading holds; empty for a heading that is unknown."""
    return _BY_HEADING.get(folded(heading), "")
