"""Chinese names: characters, pinyin, Wade-Giles, Cantonese, Hokkien."""

from __future__ import annotations

import pytest

from tests.names.pairs import person
from yalu.names import han, pinyin


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("马晓红", "Ma Xiaohong"),
        ("馬曉紅", "马晓红"),
        ("馬曉紅", "Xiaohong Ma"),
        ("周建舒", "Chou Chien-shu"),
        ("Zhang Jianhua", "Chang Chien-hua"),
        ("Sun Sidong", "Sun Ssu-tung"),
        ("Huang Zhenhui", "Wong Chun Fai"),
        ("陈志强", "Chan Chi Keung"),
        ("陳志強", "Tan Zhiqiang"),
        ("Ма Сяохун", "Ma Xiaohong"),
        ("长孙无忌", "Zhangsun Wuji"),
    ],
)
def test_spellings_of_one_name_meet(a: str, b: str) -> None:
    assert person(a, b).alert


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("马晓红", "Ma Xiaodong"),
        ("张勇", "Zhang Yang"),
        ("张伟", "张玮"),
        ("Zhang Jianhua", "Zhang Jianming"),
        ("Kim Min-jun", "KIM, Man Chun"),
    ],
)
def test_another_syllable_or_character_is_another_name(a: str, b: str) -> None:
    assert not person(a, b).alert


def test_a_comma_says_which_word_is_the_surname() -> None:
    assert not person("Zhang Wei", "WEI, Zhang").alert
    assert person("Zhang Wei", "ZHANG, Wei").alert
    assert person("Wei Zhang", "ZHANG, Wei").alert


def test_traditional_and_simplified_fold() -> None:
    assert han.fold("丹東鴻祥實業發展") == "丹东鸿祥实业发展"
    assert han.fold("鉱業") == han.fold("礦業") == "矿业"


def test_readings() -> None:
    assert han.korean_readings("燮") == ("섭",)
    assert "동" in han.korean_readings("东")
    assert set(han.pinyin_readings("乐")) == {"le", "yue"}


def test_wade_giles_and_palladius_lead_to_pinyin() -> None:
    assert pinyin.from_wade_giles()["chang"] == {"zhang", "chang"}
    assert pinyin.from_wade_giles()["hsiao"] == {"xiao"}
    assert "xiao" in pinyin.from_palladius()["сяо"]
    assert {"cheung"} <= pinyin.hong_kong("zoeng")
