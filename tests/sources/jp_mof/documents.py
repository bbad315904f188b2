"""Short forms to write small copies of the workbook in tests, and the fixture, which a tool must write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tests.sources.workbooks import Cell, workbook
from yalu.sources.jp_mof.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed

FIXTURE = FOLDER / "jp_mof" / "fixture" / "shisantouketsu.xlsx"
ENTITIES = "14.北朝鮮(決議1718号等；団体) "
PERSONS = "17.北朝鮮(協調；個人)"
MIXED = "13.北朝鮮(決議1695号)"
TITLE = "北朝鮮のミサイル又は大量破壊兵器計画に関連する者"

ENTITY_HEADINGS = (
    "告示日付",
    "告示 番号",
    "日 本 語 表 記",
    "英 語 表 記",
    "別 称 ・ 旧 称",
    "所 在 地",
    "その他の情報",
)
PERSON_HEADINGS = (
    *("告示日付", "告示番号", "日本語表記", "英語表記", "別称", "役職", "生年月日", "国籍", "旅券番号"),
    *("身分登録番号", "住所", "その他の情報"),
)

Row = list[Cell]


def sheet(headings: tuple[str, ...], *rows: Mapping[str, Cell] | Row, title: str = TITLE) -> list[Row]:
    """A sheet with its title, its headings, and rows by heading."""
    made: list[Row] = [[title], list(headings)]
    for row in rows:
        made.append(list(row) if isinstance(row, list) else [row.get(h) for h in headings])
    return made


def person(**fields: Cell) -> dict[str, Cell]:
    """A row with a day, a number and names, by the headings of the sheet of persons."""
    usual: dict[str, Cell] = {
        "告示日付": "2017年11月7日",
        "告示番号": 12,
        "日本語表記": "リ・ウォノ",
        "英語表記": "RI Won Ho",
    }
    return usual | fields


def read(**fields: Cell) -> Parsed:
    """The list that holds one person."""
    return parse(workbook({PERSONS: sheet(PERSON_HEADINGS, person(**fields))}), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str, str]]:
    return [(s.prop, s.value, s.lang, s.detail) for s in parsed.sightings if s.prop in props]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]


def fixture() -> bytes:
    entity = ENTITY_HEADINGS
    return workbook(
        {
            "目次": [["資産凍結等の措置の対象者一覧（2026年3月5日現在）"]],
            MIXED: sheet(
                entity,
                {
                    "告示日付": datetime(2006, 9, 19),
                    "告示 番号": "1\n（39）",
                    "日 本 語 表 記": "コハス・架空",
                    "英 語 表 記": "Invented Kohas AG",
                    "所 在 地": "Route 15, Fribourg, スイス",
                },
                title="北朝鮮のミサイル計画に関連する者（2026年3月5日現在）",
            ),
            ENTITIES: sheet(
                entity,
                {
                    "告示日付": "2009年5月22日\n（2016年3月11日改訂）",
                    "告示 番号": "（１）",
                    "日 本 語 表 記": "コリア・架空・コーポレーション",
                    "英 語 表 記": "Invented Korea Corporation (IKC）",
                    "別 称 ・ 旧 称": "（別称）コリア・ヨンボン\nKorea Co., Ltd.\n（旧称）リョンガ Lyonga",
                    "所 在 地": "北朝鮮平壌特別市中区域；中華人民共和国大連市",
                    "その他の情報": "SWIFT/BIC：XXBK KP PY\nIMO番号：5987860",
                },
                {"告示日付": "平成24年5月15日", "告示 番号": 2, "日 本 語 表 記": "沈忠國際海運有限公司"},
                {"告示日付": "不明", "告示 番号": 3, "英 語 表 記": "Undated"},
                {"告示日付": "2012年5月15日", "告示 番号": 4, "英 語 表 記": "One"},
                {"告示日付": "2012年5月15日", "告示 番号": 4, "英 語 表 記": "Another"},
                {"告示日付": "2012年5月15日", "英 語 表 記": "Without number"},
                ["（注）架空の例"],
            ),
            PERSONS: sheet(
                (*PERSON_HEADINGS, "新しい欄"),
                person(
                    別称="リ・ウォンホ；Ri Won-ho",
                    役職="タンチョン・コマーシャル・バンク代表 Representative",
                    生年月日="1964年7月17日又は1962年",
                    国籍="北朝鮮",
                    旅券番号="381310014、旅券失効日：2017年9月26日（北朝鮮旅券）；563120356",
                    身分登録番号="210604197201190322（中華人民共和国）",
                    その他の情報="性別：男性\n出生地：北朝鮮開城市",
                    新しい欄="新しい値",
                ),
                person(告示番号=13, 生年月日="30歳前後", 旅券番号="不明"),
                person(告示番号=14, 生年月日=datetime(1938, 3, 21), 旅券番号=123456789),
            ),
        }
    )


def write_fixture() -> None:
    """Write the fixture anew."""
    FIXTURE.write_bytes(fixture())
