"""Steps that are left out early change no answer."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yalu.names import compare, organizations, prepare
from yalu.names import tokens as token_rules
from yalu.names.matching import match

_PAIRS = yaml.safe_load(Path(__file__).with_name("general_pairs.yaml").read_text(encoding="utf-8"))
NAMES = sorted({name for pair in itertools.chain(*_PAIRS["Company"].values()) for name in pair})
words = st.sampled_from(sorted({w for name in NAMES for w in name.split()}))
made_up = st.lists(words, min_size=1, max_size=6).map(" ".join)


def same_both_ways(a: str, b: str) -> None:
    x, y = (organizations.prepare(name).words for name in (a, b))
    early, whole = match(x, y), match(x, y, early=False)
    assert early.met == whole.met
    assert (early.mass, early.total, early.proper) == (whole.mass, whole.total, whole.proper)
    assert (early.left, early.right) == (whole.left, whole.right)


def test_every_pair_of_the_hand_written_names() -> None:
    for a, b in itertools.combinations(NAMES, 2):
        same_both_ways(a, b)


@given(made_up, made_up)
def test_names_made_of_their_words(a: str, b: str) -> None:
    same_both_ways(a, b)


@pytest.mark.parametrize(
    "text",
    [
        "Korea J/V",
        "No. 39",
        "X Imp. & Exp. Co",
        "Hong Kong A",
        "D.P.R. Korea B",
        "2nd Bureau",
        "Republic of Belarus",
    ],
)
def test_phrases_are_found_behind_their_hints(text: str) -> None:
    every = text
    for shape, plain in token_rules._EACH_PHRASE:
        every = shape.sub(plain, every)
    assert every != text
    assert token_rules._set_phrases(text) == token_rules._DOTTED.sub(
        lambda m: m.group().replace(".", ""), every
    )


def test_parts_are_the_same_however_often_and_from_whichever_side() -> None:
    a, b = prepare("Office No. 39", "Company"), prepare("39호실", "Company")
    there, back = compare(a, b), compare(b, a)
    assert there.parts == there.parts
    assert [(p.a, p.b) for p in there.parts] == [(p.b, p.a) for p in back.parts]
