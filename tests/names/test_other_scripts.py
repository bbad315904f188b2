"""Katakana, Cyrillic and Arabic, and names of other languages in Latin letters."""

from __future__ import annotations

import pytest

from tests.names.pairs import company, person


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ペク・セボン", "Paek Se Bong"),
        ("リ・ジェソン", "Ri Je-son"),
        ("キム・ジョンウン", "김정은"),
        ("ユン・ホジン", "Yun Ho-jin"),
        ("ジャファル・モハンマディ", "Jafar Mohammadi"),
        ("Ким Чен Ын", "Kim Jong Un"),
        ("Ри Хон Соп", "Ri Hong Sop"),
        ("Дмитрий Юрьевич Соин", "Soin Dmitriy Yurevich"),
        ("محمد حسين", "Mohammed Hussein"),
        ("صدام حسين التكريتي", "SADDAM HUSSEIN AL-TIKRITI"),
        ("Muhammad Yusuf", "Mohamed Yousuf"),
        ("Vasily Kolchanov", "KOLCHANOV, Vasiliy"),
    ],
)
def test_scripts_meet(a: str, b: str) -> None:
    assert person(a, b).alert


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ペク・セボン", "Pak Se Bong"),
        ("Ким Чен Ир", "Kim Jong Un"),
        ("محمد حسين", "Mohammed Karimi"),
        ("Karim Shaheen", "KARIM, Shakeel"),
        ("Omar Qasim", "UMAR, Asim"),
        ("John Smith", "Jane Smith"),
    ],
)
def test_others_do_not(a: str, b: str) -> None:
    assert not person(a, b).alert


def test_initials_missing_and_merged_words() -> None:
    assert person("John Q Public", "John Quincy Public").alert
    assert not person("J. Smith", "John Smith").alert
    assert person("Maria Elena Garcia Lopez", "Maria Garcia Lopez").alert
    assert person("Abdul Rahman Yasin", "Abdulrahman Yasin").alert


def test_katakana_of_company_words() -> None:
    korean = "コリア・マイニング・デベロップメント・トレーディング・コーポレーション"
    assert company(korean, "Korea Mining Development Trading Corporation").alert
    assert company(
        "ナムチョンガン・トレーディング・コーポレーション", "Namchongang Trading Corporation"
    ).alert


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergey Lavrov", "LAVROV, Sergey Viktorovich"),
        ("Oleksandr Zakharchenko", "ZAKHARCHENKO, Aleksandr"),
        ("DIB, Ahmad", "AL-DIB, Ahmed"),
        ("Sаddаm Hussein", "SADDAM HUSSEIN"),
        ("R0bert Mugabe", "MUGABE, Robert"),
    ],
)
def test_other_forms_of_a_name(a: str, b: str) -> None:
    assert person(a, b).alert


@pytest.mark.parametrize(
    ("a", "b"),
    [("Sergey Ivanov", "IVANOV, Sergey Borisovich"), ("Pavel Lavrov", "LAVROV, Sergey Viktorovich")],
)
def test_a_common_surname_without_the_fathers_name_points_to_nobody(a: str, b: str) -> None:
    assert not person(a, b).alert


def test_brackets_may_hold_another_name_or_be_left_out() -> None:
    assert company("Namchongang Trading (f.k.a. Namhung Trading)", "Namhung Trading Corporation").alert
    assert company("Amroggang (Yalu River) Development Bank", "압록강개발은행").alert
