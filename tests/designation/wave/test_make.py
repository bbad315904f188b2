"""The wave of the memo's day on the casebook: what it says of itself, and that it keeps within its limits."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.designation.made import evidence as made
from tests.designation.made import listed, stated, tied
from tests.sections import MEMO
from yalu.designation.wave import stability, when
from yalu.designation.wave.limits import Limits
from yalu.designation.wave.make import Asked, make_wave
from yalu.designation.wave.model import Wave
from yalu.designation.wave.text import lines
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.regimes import Regime

ASKED = Asked(Limits(10, {"AU": 2}), ("US", "JP", "AU"), seconds=30.0)


@pytest.fixture(scope="module")
def few_draws() -> Any:
    """Fewer draws than a user has: what is tested does not hang on how many."""
    patch = pytest.MonkeyPatch()
    patch.setattr(when, "DRAWS", 4)
    patch.setattr(stability, "DRAWS", 3)
    yield
    patch.undo()


@pytest.fixture(scope="module")
def wave(evidence: Evidence, regime: Regime, few_draws: Any) -> Wave:
    assert regime.brief is not None
    return make_wave(Scope(evidence.at(MEMO), regime.brief, regime.memo_day), ASKED)


def test_the_wave_keeps_within_its_limits_and_names_its_objective(wave: Wave) -> None:
    assert len(wave.pairs) == 10 and len({p.key for p in wave.pairs}) == 10
    assert Counter(p.authority for p in wave.pairs)["AU"] <= 2
    assert wave.objective.name == "coverage" and "less than 10%" in wave.objective.why
    assert wave.objective.proven and not wave.notes
    assert wave.details["covered"]["pairs"] == 10


def test_its_json_has_what_is_promised(wave: Wave) -> None:
    found = wave.as_json()
    assert {"version", "pairs", "objective", "curve", "baselines", "hazard"} <= found.keys()
    assert {"party", "authority", "criterion", "statements"} <= found["pairs"][0].keys()
    assert found["as_of"] == MEMO
    assert set(found["baselines"]) == {"degree", "betweenness"}
    assert {"break_even", "assumed", "curve", "regrowth_curve", "verdict"} <= found["hazard"].keys()
    lefts = [(row["routes"], row["pairs"]) for row in found["curve"]]
    assert lefts == sorted(lefts, reverse=True) and len(lefts) == found["curve"][-1]["struck"] + 1
    parties = {p.party for p in wave.pairs}
    assert {row["party"] for row in found["adds"]} == parties
    assert set(found["stability"]["share"]) == parties


def test_its_text_tells_the_limits_and_the_statements(wave: Wave) -> None:
    text = "\n".join(lines(wave))
    assert "it does not remove it" in text and "All three are assumed" in text
    for pair in wave.pairs:
        assert pair.name in text and all(s in text for s in pair.statements)


def scope(folder: Path, regime: Regime, *, far: bool = True) -> Scope:
    """A star of helpers between a listed company and a bank, of whom the middle one may be listed."""
    assert regime.brief is not None
    rows = [
        listed("komid", "UN", "2009-04-24", "1718 Committee"),
        listed("komid", "US", "2010-01-01", "EO 13382"),
        stated("bank", "bank", "yes"),
        stated("bank", "country", "SG"),
    ]
    if far:
        rows += [tied("mid", "supplied", "komid"), tied("mid", "linked_to", "bank", "press")]
        rows += [tied("mid", "linked_to", f"h{i}", "press") for i in range(12)]
    return Scope(made(folder, *rows).at(MEMO), regime.brief)


def test_where_the_network_carries_it_the_way_to_the_bank_is_cut(
    tmp_path: Path, regime: Regime, few_draws: Any
) -> None:
    found = make_wave(scope(tmp_path, regime), Asked(Limits(3), ("US", "EU"), seconds=30.0))
    assert found.objective.name == "disruption" and found.objective.measures == ("routes", "pairs")
    assert found.objective.value == (0, 0) and found.objective.proven
    assert [row["party"] for row in found.details["curve"]] == ["", "mid"]
    assert found.details["curve"][0]["routes"] == 1
    assert found.details["still_connect"]["disjoint"] == 0
    assert any("eligible, fewer than" in note for note in found.notes)


def test_a_listing_that_is_worth_half_strikes_nobody_alone(tmp_path: Path, regime: Regime) -> None:
    half = Asked(Limits(3, effects={"US": Fraction(1, 2)}), ("US",), seconds=30.0, objective="disruption")
    found = make_wave(scope(tmp_path, regime), half)
    assert found.objective.value == (105, 1) and len(found.details["curve"]) == 1
    assert [p.party for p in found.pairs] == ["mid"]


def test_no_eligible_pair_is_an_answer(tmp_path: Path, regime: Regime) -> None:
    found = make_wave(scope(tmp_path, regime, far=False), Asked(Limits(5), ("US",), seconds=5.0))
    assert found.pairs == () and found.eligible == 0
    assert "No pair is eligible" in found.notes[0] and "No public tie" in found.objective.why
    assert found.details["hazard"]["verdict"] == "does not matter"
    assert "No pair is eligible" in "\n".join(lines(found))
