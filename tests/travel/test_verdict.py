"""The verdict on a journey: passport, day and purpose, around every start, extension and end."""

from __future__ import annotations

import pytest

from tests.travel.rules import TODAY, ask, notice, rules
from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.travel.verdict import PURPOSES, decide

FIRST, LAST = "2017-09-01", "2026-08-31"
ENDS = [f"{year}-08-31" for year in range(2018, 2027)]
NAMED = ["journalism", "humanitarian", "red_cross", "national_interest"]
OTHERS = ["tourism", "family", "business", "official", "other"]
CASES: list[tuple[str, str, str, str]] = [
    *(("US", day, purpose, "allowed") for day in ("2017-06-13", "2017-08-31") for purpose in PURPOSES),
    *(("US", FIRST, purpose, "needs_validation") for purpose in NAMED),
    *(("US", FIRST, purpose, "prohibited") for purpose in OTHERS),
    ("US", "2017-08-02", "tourism", "allowed"),
    ("US", "2017-08-01", "tourism", "allowed"),
    ("US", "2017-09-02", "tourism", "prohibited"),
    *(("US", end, "tourism", "prohibited") for end in ENDS),
    *(("US", f"{end[:4]}-08-30", "journalism", "needs_validation") for end in ENDS),
    *(("US", f"{end[:4]}-09-01", "tourism", "prohibited") for end in ENDS[:-1]),
    *(("US", f"{end[:4]}-09-02", "red_cross", "needs_validation") for end in ENDS[:-1]),
    *(("US", "2026-09-01", purpose, "unknown") for purpose in PURPOSES),
    ("US", "2026-09-02", "tourism", "unknown"),
    ("US", TODAY, "tourism", "unknown"),
    ("US", "2030-01-01", "journalism", "unknown"),
    ("US", "2016-02-18", "tourism", "allowed"),
    ("US", "2016-02-17", "tourism", "unknown"),
    ("US", "1990-01-01", "journalism", "unknown"),
    ("us", "2018-05-01", "Red Cross", "needs_validation"),
    ("US", "2018-05-01", "national-interest", "needs_validation"),
    *(
        (code, "2018-05-01", "tourism", "unknown")
        for code in ("GB", "FR", "AU", "CA", "JP", "KR", "DE", "KP")
    ),
    *((code, "2016-05-01", "tourism", "unknown") for code in ("GB", "JP", "CN", "RU")),
    *((code, "2018-05-01", "tourism", "unknown") for code in ("XX", "USA", "", "U", "ÜS", "UN")),
    *(("US", "2018-05-01", purpose, "unknown") for purpose in ("", "smuggling", "press trip", "tourisme")),
]


def test_there_are_cases_enough() -> None:
    assert len(set(CASES)) == len(CASES) >= 60


@pytest.mark.parametrize(("passport", "on", "purpose", "expected"), CASES)
def test_the_table(evidence: Evidence, passport: str, on: str, purpose: str, expected: str) -> None:
    made = ask(evidence, passport, on, purpose)
    assert made.verdict == expected
    assert bool(made.missing) == (expected == "unknown")
    if expected != "unknown":
        assert made.reasons and all(r.statements for r in made.reasons)
        assert any(r.since for r in made.reasons)


@pytest.mark.parametrize(
    ("as_of", "on", "expected"),
    [
        ("2017-06-12", "2017-06-12", "unknown"),  # the memo is a day away
        ("2017-06-13", "2017-06-13", "allowed"),
        ("2017-06-13", "2017-06-14", "unknown"),  # a notice may still come
        ("2017-08-01", "2017-09-01", "unknown"),
        ("2017-08-02", "2017-08-31", "allowed"),  # the notice is public, and says when it begins
        ("2017-08-02", "2017-09-01", "prohibited"),
        ("2018-01-01", "2018-08-31", "prohibited"),
        ("2018-01-01", "2018-09-01", "unknown"),
        ("2020-08-30", "2020-09-01", "unknown"),
        ("2020-08-31", "2020-09-01", "prohibited"),
        ("2021-09-01", "2021-09-01", "unknown"),  # extended by a notice of the next day
        ("2021-09-02", "2021-09-01", "prohibited"),
        ("2022-08-22", "2022-09-01", "unknown"),
        ("2022-08-23", "2022-09-01", "prohibited"),
        ("2025-05-13", "2025-09-01", "unknown"),
        ("2025-05-14", "2025-09-01", "prohibited"),
    ],
)
def test_nothing_peeks_past_the_day(evidence: Evidence, as_of: str, on: str, expected: str) -> None:
    made = ask(evidence, "US", on, "tourism", as_of)
    assert made.verdict == expected
    assert all(s.known_hi <= as_of for s in made.statements)


def test_a_ground_that_was_not_public_leaves_it_unknown(evidence: Evidence) -> None:
    made = ask(evidence, "US", "2017-09-10", "journalism", "2017-08-15")
    assert made.verdict == "unknown" and "was not public by 2017-08-15" in made.missing[0]
    assert (
        ask(evidence, "US", "2017-09-10", "journalism", "2017-08-15", Mode.LIKELY).verdict
        == "needs_validation"
    )


def test_the_last_extension_is_told_after_its_end(evidence: Evidence) -> None:
    made = ask(evidence, "US", "2026-09-01", "tourism")
    assert "the last extension known on 2026-11-24 ended on 2026-08-31" in made.missing[0]
    assert made.reasons[0].until == LAST


def test_what_to_apply_for(evidence: Evidence) -> None:
    made = ask(evidence, "US", "2018-05-01", "journalism")
    assert made.apply_for[0].text.startswith("special validation of the passport")
    assert made.reasons[1].citation == "22 CFR 51.64(c)(1)"
    family = ask(evidence, "US", "2018-05-01", "family")
    assert [r.citation for r in family.apply_for] == ["22 CFR 51.64(c)(3)"]
    assert any("felony" in r.text for r in family.reasons)
    assert not ask(evidence, "US", "2018-05-01", "tourism").apply_for


def test_a_number_that_no_text_backs_is_not_cited(evidence: Evidence) -> None:
    for as_of in ("2018-01-01", TODAY):
        assert ask(evidence, "US", "2018-01-01", "tourism", as_of).reasons[0].citation == ""
    assert ask(evidence, "US", "2020-10-01", "tourism").reasons[0].citation == "85 FR 53900"


def test_advice_is_shown_and_forbids_nothing(evidence: Evidence) -> None:
    made = ask(evidence, "JP", "2018-05-01", "tourism")
    assert {a.state for a in made.advice} == {"US", "GB", "FR", "AU", "CA", "KR"}
    assert [a.state for a in made.leads] == ["JP"]
    assert [a.state for a in ask(evidence, "GB", "2017-06-13", "tourism").advice] == ["AU", "CA", "KR"]


def test_overlapping_notices_are_both_cited() -> None:
    both = rules(notice("one", "2017-09-01", "2018-08-31"), notice("two", "2018-03-01", "2019-02-28"))
    made = decide(both, "US", "2018-06-01", "tourism", TODAY)
    assert made.verdict == "prohibited" and [r.rule for r in made.reasons] == ["one", "two"]
    assert [r.rule for r in decide(both, "US", "2018-09-01", "tourism", TODAY).reasons] == ["two"]


def test_a_gap_between_notices_is_unknown() -> None:
    apart = rules(notice("one", "2017-09-01", "2018-08-31"), notice("two", "2018-10-01", "2019-09-30"))
    made = decide(apart, "US", "2018-09-15", "tourism", TODAY)
    assert made.verdict == "unknown" and "the next one held begins on 2018-10-01" in made.missing[0]


def test_a_span_of_days_decides_only_outside_of_it() -> None:
    vague = rules(notice("one", "2017-09", "2018-08"))
    found = {
        day: decide(vague, "US", day, "tourism", TODAY) for day in ("2017-09-15", "2017-10-01", "2018-08-02")
    }
    assert [v.verdict for v in found.values()] == ["unknown", "prohibited", "unknown"]
    assert "known only as a span" in found["2017-09-15"].missing[0]
