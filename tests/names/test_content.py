"""The engine's own tables."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from yalu.names import vocabulary
from yalu.names.config import Config, config


def test_an_unknown_key_in_the_configuration_is_refused() -> None:
    content = config().model_dump() | {"alert_lines": 0.5}
    with pytest.raises(ValidationError, match="alert_lines"):
        Config.model_validate(content)


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("实业", "industrial"),
        ("贸易", "trade"),
        ("무역", "trade"),
        ("은행", "bank"),
        ("丹东", "dandong"),
        ("ооо", "llc"),
    ],
)
def test_words_lead_to_english(original: str, english: str) -> None:
    assert english in vocabulary.originals()[original][0].split("|")


@pytest.mark.parametrize("word", ["muyok", "muyeok", "maoyi", "trading"])
def test_trade_in_all_spellings(word: str) -> None:
    known = vocabulary.look_up(word)
    assert known
    assert "trade" in known.meanings


def test_no_word_stands_in_two_groups() -> None:
    words = vocabulary._words()
    groups = (words.stop, words.legal, words.generic, words.topic, words.common, words.place, words.country)
    every = [w for group in groups for line in group.words for w in line.split()]
    assert not sorted({w for w in every if every.count(w) > 1})
