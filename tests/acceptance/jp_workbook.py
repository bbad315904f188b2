"""The rows of Japan's list of March 2026, as a third party wrote them down, put into the official layout.

No official workbook is at hand. The numbers in that table carry a second one, of another sheet, behind the
row's own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.sources.jp_mof.documents import PERSON_HEADINGS, sheet
from tests.sources.workbooks import Cell, workbook

RECORDS = {
    "13-dprk-1695": 16,
    "14-dprk-un-organizations": 75,
    "15-dprk-un-individuals": 80,
    "16-dprk-coord-organizations": 75,
    "17-dprk-coord-individuals": 84,
    "19-iran-individuals": 43,
    "20-iran-organizations": 78,
}
HEADINGS = (*PERSON_HEADINGS, "出生地")


@cache
def entities(folder: Path, name: str) -> tuple[str, list[dict[str, Any]]]:
    table = yaml.load((folder / f"{name}.yml").read_bytes(), Loader=yaml.CSafeLoader)
    title = f"{name[:2]}.{table['announcement']['title'][0]['ja']}"
    return title, table["sanction_details"]["entities"]


def cells(n: int, entity: dict[str, Any]) -> dict[str, Cell]:
    other = entity["id"].rpartition(".")[2].removeprefix(str(n)).strip("#")
    year, month, day = str(entity["effective_date"]).split("-")
    birth = str(entity.get("date_of_birth", "")).split("-")
    return {
        "告示日付": f"{year}年{int(month)}月{int(day)}日",
        "告示番号": f"{n}\n（{other}）" if other and other != str(n) else n,
        "日本語表記": entity["name"].get("ja"),
        "英語表記": entity["name"].get("en"),
        "別称": "\n".join(entity.get("aliases", [])),
        "役職": entity.get("title", {}).get("ja"),
        "生年月日": "".join(
            f"{v}{unit}" for v, unit in zip(birth, "年月日", strict=False) if v not in ("", "XX")
        ),
        "国籍": entity.get("nationality"),
        "旅券番号": entity.get("identification", {}).get("passport"),
        "身分登録番号": entity.get("identification", {}).get("national_id"),
        "住所": entity.get("address"),
        "その他の情報": "\n".join(r["ja"] for r in entity.get("remarks", [])),
        "出生地": entity.get("place_of_birth"),
    }


@cache
def official(folder: Path) -> bytes:
    """The workbook, as the Ministry would publish these rows."""
    sheets = {}
    for name in RECORDS:
        title, rows = entities(folder, name)
        sheets[title] = sheet(HEADINGS, *(cells(n, e) for n, e in enumerate(rows, 1)))
    return workbook(sheets)
