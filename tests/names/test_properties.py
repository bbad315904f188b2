"""What holds for every pair of names, however odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.names.pairs import person
from yalu.names import Schema, compare, keys, likely_schema, prepare
from yalu.names.config import config
from yalu.names.text import LONGEST, clean

LETTERS = "abchimnosuyKRgłŏ' -,.·김정은리李弘燮马ペク・セЧенمحمدﷺ‏\u202e\x00\n7①Ⅱ"
names = st.text(max_size=60) | st.text(alphabet=LETTERS, max_size=30)
schemas = st.sampled_from(list(Schema))
syllables = st.sampled_from(["jong", "un", "il", "chol", "nam", "hong", "sop", "yong", "su", "hyok", "kwang"])
surnames = st.sampled_from(["Kim", "Ri", "Pak", "Choe", "Jong", "Kang", "Jo", "Yun"])


@given(names, names, schemas)
def test_symmetric_and_between_zero_and_one(a: str, b: str, schema: Schema) -> None:
    x, y = prepare(a, schema), prepare(b, schema)
    there, back = compare(x, y), compare(y, x)
    assert there.score == back.score
    assert 0 <= there.score <= 1
    assert there.alert == (there.score >= config().alert_line)
    assert len(there.reasons) == len(back.reasons)


@given(names, schemas)
def test_the_same_name_has_the_top_score(name: str, schema: Schema) -> None:
    answer = compare(prepare(name, schema), prepare(name, schema))
    assert answer.score == (1 if any(c.isalnum() for c in clean(name)) else 0)


@given(names, names, schemas, schemas)
def test_names_of_two_schemas_compare(a: str, b: str, one: Schema, two: Schema) -> None:
    assert compare(prepare(a, one), prepare(b, two)).score <= 1
    assert likely_schema(a, b) in Schema


@given(names, schemas)
def test_keys_are_the_same_each_time(name: str, schema: Schema) -> None:
    assert keys(prepare(name, schema)) == keys(prepare(name, schema))


@given(surnames, syllables, syllables, st.booleans(), st.sampled_from([" ", "-", ""]))
def test_order_and_hyphen_are_free_in_korean_names(
    surname: str, one: str, two: str, last: bool, between: str
) -> None:
    whole, written = one + between + two, f"{surname} {one} {two}"
    other = f"{whole} {surname}" if last else f"{surname} {whole}"
    assert person(other, written).score >= 0.98
    assert keys(prepare(other, "Person")) & keys(prepare(written, "Person"))


@pytest.mark.parametrize("schema", Schema)
def test_long_control_and_mixed_direction_names(schema: Schema) -> None:
    long = ("a" * 10_000, "金" * 10_000, "한" * 10_000, "ペ" * 10_000, "a b " * 2500)
    for odd in ("", " ", "\x00\x01", "\u202e\u200f", *long):
        answer = compare(prepare(odd, schema), prepare("Kim Jong Un", schema))
        assert not answer.alert
        assert compare(prepare(odd + "x", schema), prepare(odd + "x", schema)).score == 1
    mixed = compare(prepare("\u202eKim\x07 Jong Un\u200f", schema), prepare("Kim Jong Un", schema))
    assert mixed.score == 1


def test_a_long_name_says_what_was_read() -> None:
    answer = person("Kim Jong Un " + "x" * 10_000, "Kim Jong Un")
    assert answer.reasons[-1] == f"only the first {LONGEST} letters were read"


def test_a_schema_may_be_written_small_and_another_is_refused() -> None:
    assert Schema("person") is Schema.PERSON
    assert Schema("VESSEL") is Schema.VESSEL
    with pytest.raises(ValueError, match="Airplane"):
        prepare("x", "Airplane")
