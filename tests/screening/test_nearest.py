"""The compiled sums and likenesses are those of the plain ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from tests.screening.made import party, screener
from yalu.screening import Query, likeness, nearest
from yalu.screening.grams import grams, letters


@pytest.fixture
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    old = nearest.forget_compiled()
    nearest.compile_for_many(tmp_path_factory.getbasetemp() / "compiled")
    assert nearest.compiled_loaded()
    yield
    nearest.forget_compiled()
    nearest.restore_compiled(old)


def test_both_ways_give_the_same_names(compiled: None) -> None:
    rng = np.random.default_rng(7)
    count, features = 300, 40
    sizes = rng.integers(0, 60, features)
    start = np.r_[0, np.cumsum(sizes)].astype(np.int64)
    lists = np.concatenate([np.sort(rng.choice(count, n, replace=False)) for n in sizes]).astype(np.int32)
    norms = rng.uniform(1, 4, count).astype(np.float32)
    shown = rng.random(count) < 0.8
    sums = nearest.Sums(count)
    for _ in range(30):
        asked = rng.choice(features, 8, replace=False).astype(np.int64)
        weights = rng.uniform(0.1, 3, 8).astype(np.float32)
        arguments = (start, lists, asked, weights, norms, shown, 0.5, 12)
        names, scores = sums.best(*arguments)
        old = nearest.forget_compiled()
        plain, values = sums.best(*arguments)
        nearest.restore_compiled(old)
        assert names.tolist() == plain.tolist()
        assert np.allclose(scores, values, rtol=1e-5)


def test_screening_is_the_same_compiled(compiled: None, tmp_path: Path) -> None:
    rows = [*party("a", "Person", "Ri Hong Sop"), *party("b", "Company", "Hong Sop Trading")]
    one = screener(tmp_path, rows)
    fast = one.screen(Query(names=["Ri Hong Sup"]))
    old = nearest.forget_compiled()
    assert one.screen(Query(names=["Ri Hong Sup"])) == fast
    nearest.restore_compiled(old)
    assert fast


@pytest.mark.parametrize(
    ("a", "b"), [("hong", "hnog"), ("abcdef", "abdef"), ("kim", "kin"), ("ri", "ro"), ("a" * 24, "b")]
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
