"""Criteria that rest on nothing, outlive their authority or name what is not there are refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from yalu.regimes import Regime, RegimeError
from yalu.regimes.criteria import Criteria, Criterion, Element
from yalu.regimes.criteria_check import check_criteria


def changed(regime: Regime, **fields: Any) -> Criteria:
    assert regime.criteria is not None
    first = regime.criteria.criteria[0].model_copy(update=fields)
    return regime.criteria.model_copy(update={"criteria": [first]})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"authority": "a999"}, "there is no authority 'a999'"),
        ({"src": ["NONE"]}, "there is no source 'NONE'"),
        ({"by": "EU"}, "and a080 is of US"),
        ({"since": "2005-06-27"}, "expected: days within 2005-06-28 to open"),
    ],
)
def test_a_criterion_that_leads_nowhere(regime: Regime, fields: dict[str, Any], said: str) -> None:
    with pytest.raises(RegimeError) as caught:
        check_criteria(regime, changed(regime, **fields))
    assert said.casefold() in str(caught.value).casefold()


def test_a_criterion_may_not_outlive_its_authority(regime: Regime) -> None:
    with pytest.raises(RegimeError, match="open"):
        check_criteria(regime, changed(regime, by="UN", authority="a034", since="2016-03-02"))
    check_criteria(regime, changed(regime, by="UN", authority="a034", since="2016-03-02", until="2016-11-30"))


def test_the_country_is_that_of_the_regime(regime: Regime) -> None:
    assert regime.criteria is not None
    check_criteria(regime, regime.criteria)
    other = replace(regime, header=regime.header.model_copy(update={"country": "XX"}))
    with pytest.raises(RegimeError, match="KP"):
        check_criteria(other, regime.criteria)


def test_every_element_and_tie_type_is_used_and_known(regime: Regime) -> None:
    assert regime.criteria is not None
    used = {e for c in regime.criteria.criteria for e in c.elements}
    assert used == {e.id for e in regime.criteria.elements}


@pytest.mark.parametrize(
    "change",
    [
        {"elements": ["nothing"]},
        {"orders": ["99999"]},
        {"weighed": True, "to_decide": ""},
        {"surprise": 1},
        {"since": "2017-02-30"},
        {"elements": []},
    ],
)
def test_the_file_is_strict(regime: Regime, change: dict[str, Any]) -> None:
    assert regime.criteria is not None
    raw = regime.criteria.model_dump(mode="json")
    raw["criteria"][0] |= change
    with pytest.raises(ValidationError):
        Criteria.model_validate(raw)


def test_a_cap_has_a_reason() -> None:
    answer = {"by": "property", "props": ["bank"], "at_most": "lesser"}
    with pytest.raises(ValidationError, match="the reason"):
        Element.model_validate({"id": "x", "text": "x", "missing": "x", "answers": [answer]})


def test_an_end_is_known_when_it_comes() -> None:
    raw = {"id": "x-1", "by": "EU", "authority": "a124", "instrument": "i", "provision": "p", "text": "t"}
    one = Criterion.model_validate(
        raw
        | {"since": "2009-12-22", "until": "2017-08-29", "elements": ["e"], "src": ["s"], "basis": "stored"}
    )
    assert (one.ended("2017-08-28"), one.ended("2017-08-29")) == ("", "2017-08-29")
