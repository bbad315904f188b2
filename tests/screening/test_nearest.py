"""The compiled lookups and likenesses are those of the plain ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from benchmarks._screening_data import typo
from tests.screening.made import index, party, screener
from yalu.evidence.view import When
from yalu.screening import Query, likeness, nearest
from yalu.screening.day import Day
from yalu.screening.grams import grams, letters
from yalu.screening.index import Index
from yalu.screening.names import Names

FAMILIES = ("Person", "Organization", "Vessel", "LegalEntity", "")
_DRAW = random.Random(9)
PAIRS = [
    tuple("".join(_DRAW.choices("abc", k=_DRAW.randrange(1, 20))) for _ in range(2)) for _ in range(60)
]  # few letters, so that many are alike


@pytest.fixture
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    old = nearest.forget_compiled()
    nearest.compile_for_many(tmp_path_factory.getbasetemp() / "compiled")
    assert nearest.compiled_loaded()
    yield
    nearest.forget_compiled()
    nearest.restore_compiled(old)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of 300 parties made of 120 words, so that many of them share letters and keys."""
    draw = random.Random(7)
    sounds = [a + b for a in ("k", "ch", "r", "s", "m", "t", "p") for b in ("im", "on", "ang", "ol", "u")]
    words = ["".join(draw.sample(sounds, 2)).title() for _ in range(120)]
    rows = []
    for n in range(300):
        kind = draw.choice(("Person", "Company", "Vessel", "LegalEntity"))
        name = " ".join(draw.sample(words, draw.choice((1, 2, 2, 3))))
        rows += party(f"p{n}", kind, name + (" Trading Co" if kind == "Company" else ""))
    return index(tmp_path_factory.mktemp("many"), rows)


def test_both_ways_give_the_same_names(compiled: None, many: Index) -> None:
    day = Day(many, When.at("2026-01-01"))
    day.named[::7] = False
    names = Names(day)
    draw = random.Random(8)
    asked = [(typo(many.name(draw.randrange(many.names)), draw), draw.choice(FAMILIES)) for _ in range(15)]
    asked += [("리홍섭", "Person"), ("丹東鴻祥", ""), ("", "Person"), ("x", ""), ("Kim " * 20, "Person")]
    fast = [names.rough(*one) for one in asked]
    old = nearest.forget_compiled()
    plain = [names.rough(*one) for one in asked]
    nearest.restore_compiled(old)
    assert sum(map(len, fast)) > 60
    for one, other in zip(fast, plain, strict=True):
        assert [(r.name, r.by, r.schema) for r in one] == [(r.name, r.by, r.schema) for r in other]
        assert [r.likeness for r in one] == pytest.approx([r.likeness for r in other], rel=1e-5)
        assert [r.likeness for r in one] == sorted((r.likeness for r in one), reverse=True)
        assert not any(r.name % 7 == 0 for r in one)


def test_screening_is_the_same_compiled(compiled: None, tmp_path: Path) -> None:
    rows = [*party("a", "Person", "Ri Hong Sop"), *party("b", "Company", "Hong Sop Trading")]
    one = screener(tmp_path, rows)
    fast = one.screen(Query(names=["Ri Hong Sup"]))
    old = nearest.forget_compiled()
    assert one.screen(Query(names=["Ri Hong Sup"])) == fast
    nearest.restore_compiled(old)
    assert fast


@pytest.mark.parametrize(
    ("a", "b"),
    [("hong", "hnog"), ("abcdef", "abdef"), ("kim", "kin"), ("ri", "ro"), ("a" * 24, "b"), ("", "a"), *PAIRS],
)
def test_words_are_compared_as_rapidfuzz_does(a: str, b: str) -> None:
    x, y = (np.frombuffer(word.encode(), np.uint8) for word in (a, b))
    room = np.zeros((3, likeness.MATRIX), np.int32)
    found = likeness.word_likeness(x, 0, len(x), y, 0, len(y), room)
    changed, longest = OSA.distance(a, b), max(len(a), len(b))
    allowed = max(int(longest * (1 - likeness.LEAST)), 1 if longest >= 3 else 0)
    assert found == pytest.approx(1 - changed / longest if changed <= allowed else 0)


def test_letters_and_grams() -> None:
    assert letters("KIM, Jong-Un") == letters("  kim jong  un ") == b"kim jong un"
    assert letters("Öz") == b"oz"
    assert letters("O'Brien") == b"obrien"
    assert letters("\udcff\u202e") == b""
    assert len(grams(b"kim")) == 3
    assert len(grams(b"")) == 0
    assert set(grams(b"kim jong")) > set(grams(b"kim")) - {0}
