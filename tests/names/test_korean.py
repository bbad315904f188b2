"""Korean names in Hangul, Hanja and the romanizations in use."""

from __future__ import annotations

import pytest

from tests.names.pairs import person
from yalu.names import korean_syllable, segment


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("리홍섭", "Ri Hong Sop"),
        ("이홍섭", "Ri Hong Sop"),
        ("李弘燮", "Ri Hong Sop"),
        ("李弘燮", "리홍섭"),
        ("Lee Hong-seop", "Ri Hong Sop"),
        ("Yi Hong-sŏp", "RI, Hong-so'p"),
        ("Ri Je-son", "Ri Che-son"),
        ("Ri Je-son", "Lee Jae Sun"),
        ("CHOE Chun Sik", "CHOI Chun Shik"),
        ("O Kuk Ryol", "Oh Kuk Ryol"),
        ("Ryu Jin", "Yoo Jin"),
        ("Ro Kwang Chol", "No Gwang-cheol"),
        ("Pak Pong-ju", "Park Bong Joo"),
        ("Kim Jong Un", "Gim Jeong-eun"),
        ("Kim Jong Un", "KIMJONGUN"),
        ("U Tong-chuk", "Woo Dong Cheuk"),
        ("Cho Yongwon", "JO YONG WON"),
        ("Ryom Hui-bong", "RYO'M, Hu'i-pong"),
        ("KIM Kwang Yon 김광연", "김광연"),
    ],
)
def test_spellings_of_one_name_meet(a: str, b: str) -> None:
    answer = person(a, b)
    assert answer.alert
    assert 0.8 <= answer.score < 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Jong-il", "Kim Jong-un"),
        ("金正日", "Kim Jong Un"),
        ("金正恩", "金正銀"),
        ("Kim Tong Chol", "Kim Chol Nam"),
        ("Kim Tong Chol", "Kim Yong Chol"),
        ("Kim Yong Chol", "Kim Yong Chun"),
        ("Ri Hong Sop", "Ri Yong Sop"),
        ("Ri Hong Sop", "Ri Hong Su"),
        ("Kim Chol", "Kim Chol Su"),
        ("Kang Myong Chol", "Jang Myong Chol"),
        ("Park Ji-sung", "Pak Tong Song"),
        ("Lee Min-ho", "Ri Myong Ho"),
        ("Lee Woo-jin", "Ryu Jin"),
    ],
)
def test_another_syllable_is_another_name(a: str, b: str) -> None:
    assert not person(a, b).alert


def test_the_same_sounds_are_a_hit_and_spelled_otherwise_below_the_same_spelling() -> None:
    other, same = person("Park Ji-sung", "Pak Ji Song"), person("Pak Ji Song", "Pak Ji Song")
    assert other.alert
    assert other.score < same.score == 1


@pytest.mark.parametrize("name", ["Ri Hnog Sop", "Ri Hong Sp", "Rri Hong Sop", "Lee Hnog Sop"])
def test_a_typing_error_that_makes_no_syllable_keeps_the_alert(name: str) -> None:
    assert person(name, "Ri Hong Sop").alert


def test_reasons_say_how_each_part_met() -> None:
    assert person("Lee Hong Sop", "리홍섭").reasons == [
        "Lee = 리: surname class 리",
        "hong = 홍: romanization",
        "sop = 섭: romanization",
    ]
    assert "differs: un / il" in person("Kim Jong-un", "Kim Jong-il").reasons


def test_surname_first_or_last() -> None:
    assert person("Jong Un Kim", "Kim Jong Un").alert
    assert person("Hong-sop Lee", "李弘燮").alert


def test_a_spelling_stands_for_each_vowel_it_may_be() -> None:
    song, sung, un = (korean_syllable.from_latin(t) for t in ("song", "sung", "un"))
    hangul = korean_syllable.from_hangul("성")
    assert song and sung and un and hangul
    assert korean_syllable.same_sound(song, hangul) == 1
    assert 0.8 < korean_syllable.same_sound(sung, hangul) < 1
    assert korean_syllable.same_sound(un, hangul) == 0


@pytest.mark.parametrize(("word", "cut"), [("hongsop", "hong-sop"), ("sonkwon", "son-kwon"), ("x", "")])
def test_a_merged_given_name_is_cut(word: str, cut: str) -> None:
    ways = ["-".join(s.text for s in way) for way in segment.korean(word)]
    assert cut in ways or (not cut and not ways)
