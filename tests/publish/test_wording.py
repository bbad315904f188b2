"""Sentences read as sentences, on every day and in both modes: number, full stops, no bare references."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.publish.sample import statement
from yalu.evidence.powers import powers
from yalu.evidence.view import Evidence, When
from yalu.model import figures as f
from yalu.model.clock import Mode
from yalu.model.sentence import sentence
from yalu.publish.brief import make_brief
from yalu.regimes import Regime

DAYS = ("2006-12-01", "2013-06-01", "2014-09-01", "2016-02-20", "2016-04-01", "2017-06-13", "2026-11-24")
VERBS = "uses|fits|stands|passes|rests|runs|comes"
"""What one thing does, so that it ends in an s."""

BAD = {
    "one of many": re.compile(rf"(?<![\d,.])\b1 (?!(?:{VERBS})\b)[a-z]+[^s\W]s\b"),
    "two full stops": re.compile(r"\.\.(?:\s|$)"),
    "two spaces": re.compile(r"\s\s"),
    "a stop after a comma": re.compile(r"[,;:]\s*\."),
    "a reference to another row": re.compile(r": same\b"),
}


def said(evidence: Evidence, regime: Regime) -> Iterator[tuple[str, str]]:
    for day in DAYS:
        for mode in Mode:
            for place, one in make_brief(evidence, regime, When.at(day, mode=mode)).sentences():
                yield f"{day} {mode} {place}", one.text


def test_no_sentence_of_any_day_is_malformed(evidence: Evidence, regime: Regime) -> None:
    found = [
        (where, name, text)
        for where, text in said(evidence, regime)
        for name, pattern in BAD.items()
        if pattern.search(text)
    ]
    assert found == []


def test_a_next_step_is_a_whole_sentence(evidence: Evidence, regime: Regime) -> None:
    """On this day the law stood, and no text that says what it does was public."""
    for place, text in said(evidence, regime):
        if ".next." in place:
            assert re.search(r"\bcovers\b|(?<!\b[A-Z]{2}): |stood on that day", text), (place, text)
    [one] = powers(evidence.at("2016-02-20"), ["travel.law.002"])
    assert one.text == "NKSPEA s.207 stood on that day; no text that says what it does was public."


def test_a_name_that_ends_in_a_stop_brings_the_one_of_the_sentence() -> None:
    bank = statement(1, "Bank of Tokyo-Mitsubishi UFJ, Ltd.")
    name = f.value(f.having("name"))
    assert sentence("Named: {n}. No more.", [bank], n=name).text.endswith("UFJ, Ltd. No more.")
    assert sentence("Named: {n}.", [bank], n=name).text.endswith("UFJ, Ltd.")
    assert sentence("{n} is named.", [bank], n=name).text.endswith("Ltd. is named.")


@pytest.mark.parametrize("text", ["2016-08-01..2016-08-31", "from ..2019-01-15 on", "and so on ..."])
def test_other_dots_stay(text: str) -> None:
    assert sentence("{n}", [statement(1, text)], n=f.value(f.having("name"))).text == text
