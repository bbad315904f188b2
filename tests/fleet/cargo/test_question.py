"""What an answer on cargo says beside its verdict, and what it must not say."""

from __future__ import annotations

import pytest

from yalu.errors import UsageError
from yalu.evidence.view import Evidence
from yalu.fleet.cargo import codes, text
from yalu.fleet.cargo.answer import Answer
from yalu.fleet.cargo.binding import country, jurisdictions
from yalu.fleet.cargo.movement import Movement
from yalu.fleet.cargo.question import ask
from yalu.fleet.cargo.rules import Rules
from yalu.fleet.cargo.words import named

MEMO = "2017-06-13"
TODAY = "2026-11-24"


def asked(evidence: Evidence, movement: Movement, as_of: str = TODAY, on: str = "") -> Answer:
    return ask(Rules(evidence, as_of, on), movement, "KP")


def test_a_description_decides_where_the_code_is_only_an_aid(evidence: Evidence) -> None:
    by_code = asked(evidence, Movement("0306", "KP"), on="2018-01-01")
    by_words = asked(evidence, Movement("0306", "KP", goods="Frozen snow crab"), on="2018-01-01")
    assert (by_code.verdict, by_words.verdict) == ("check", "prohibited")
    assert "aid of the compiler" in by_code.why and "seafood" in by_words.why


def test_crude_is_capped_and_condensate_forbidden_under_one_code(evidence: Evidence) -> None:
    crude = asked(evidence, Movement("2709", "", "KP", goods="crude oil in bulk"), on="2018-02-01")
    condensate = asked(evidence, Movement("2709", "", "KP", goods="condensate"), on="2018-02-01")
    assert condensate.verdict == "prohibited"
    assert any(f.rule.id == "g038" for f in crude.found)


def test_what_the_compiler_remembers_decides_nothing(evidence: Evidence) -> None:
    answer = asked(evidence, Movement("7108", "", "KP", goods="gold bars"), on="2018-01-01")
    assert {f.rule.id: f.effect.word for f in answer.found if f.binds} == {"g060": "check"}


def test_nothing_of_a_later_day_is_told(evidence: Evidence) -> None:
    answer = asked(evidence, Movement("2701", "KP"), as_of=MEMO)
    said = "\n".join(text.lines(answer)) + str(answer.as_json())
    for later in ("2371", "2375", "2397", "2017-08-05", "40/2017", "2018"):
        assert later not in said
    assert answer.verdict == "capped" and "7500000 metric ton or 400870018 USD" in said


def test_a_later_end_is_known_later(evidence: Evidence) -> None:
    """Asked in June 2017 of December, the cap still stands; asked today, the ban does."""
    then = asked(evidence, Movement("2701", "KP"), as_of=MEMO, on="2017-12-01")
    now = asked(evidence, Movement("2701", "KP"), on="2017-12-01")
    assert (then.verdict, now.verdict) == ("capped", "prohibited")


def test_exemptions_say_who_grants_them_and_until_when(evidence: Evidence) -> None:
    answer = asked(evidence, Movement("2601", "KP"), on="2017-09-04")
    [contracts] = [e for e in answer.exemptions if e.id == "x05"]
    assert contracts.open_on("2017-09-04") and not contracts.open_on("2017-09-05")
    assert "importing State notifies the Committee" in contracts.granted_by
    later = asked(evidence, Movement("2601", "KP"), on="2017-09-05")
    assert "ended 2017-09-04" in "\n".join(text.lines(later))


def test_no_answer_says_allowed(evidence: Evidence) -> None:
    words = {"prohibited", "license needed", "capped", "check", "unknown"}
    for code in ("1006", "2701", "8429", "7701", "2709", "0306"):
        for ends in (("KP", "US"), ("CN", "KP"), ("RU", "KR")):
            assert asked(evidence, Movement(code, *ends), on="2018-01-01").verdict in words
    assert "no permission" in asked(evidence, Movement("1006", "", "KP")).why


def test_a_code_of_a_later_revision_raises_a_question(evidence: Evidence) -> None:
    """Unmanned aircraft left 8802 in 2022; resolution 2321 names helicopters, by 8802 as an aid."""
    drones = asked(evidence, Movement("8806", "", "KP"), on="2017-01-01")
    assert drones.verdict == "check" and "8806" in drones.notes[0] and "2022-01-01" in drones.notes[0]


def test_origin_counts_where_the_port_is_elsewhere(evidence: Evidence) -> None:
    through = asked(evidence, Movement("2701", "RU", "KR", origin="KP"), on="2018-01-01")
    assert through.verdict == "prohibited"


def test_whose_rules_bind_where() -> None:
    assert jurisdictions("DE", "2018-01-01") == {"DE", "EU"}
    assert jurisdictions("GB", "2018-01-01") == {"UK", "EU"}
    assert jurisdictions("GB", "2021-01-01") == {"UK"}
    assert jurisdictions("HR", "2010-01-01") == {"HR"}
    assert country("North Korea", "--from") == "KP"
    with pytest.raises(UsageError, match="Atlantis"):
        country("Atlantis", "--from")


@pytest.mark.parametrize("wrong", ["", "x", "2", "306", "26011", "26.0a", "１２３４", "-", "9" * 40])
def test_no_code(wrong: str) -> None:
    with pytest.raises(UsageError):
        codes.hs_code(wrong)


def test_codes_as_papers_write_them() -> None:
    assert codes.hs_code("2701.12-010") == "270112010"
    with pytest.raises(UsageError) as error:
        codes.hs_code("306")
    assert "0306" in error.value.do


def test_words_of_descriptions() -> None:
    assert [g.id for g in named("STEAM COAL IN BULK, 5500 KCAL")] == ["coal"]
    assert [g.id for g in named("коксующийся уголь")] == ["coal"]
    assert [g.id for g in named("pig iron and iron ore fines")] == ["iron ore", "iron"]
    assert named("coaling station spare parts") == []
