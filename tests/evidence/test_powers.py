"""Authorities as sentences: every shape of a row reads as one, and no field is lost or made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu.evidence import packaged
from yalu.evidence.powers import effect, powers
from yalu.evidence.view import Evidence, View, items
from yalu.evidence.workspace import Workspace
from yalu.model.sentence import mutations, survives, uncited
from yalu.regimes import load_regime


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    workspace = Workspace(Path(tmp_path_factory.mktemp("powers")))
    packaged.ensure(workspace)
    return Evidence.open(workspace).at("2026-11-24")


@pytest.mark.parametrize(
    ("authority", "text"),
    [
        ("a089", "US: EO 13722, s.2(a)(iv), covers export of workers."),
        ("a107", "US: CAATSA, s.313, covers governments that trade arms with DPRK: withhold assistance."),
        ("a100", "US: NKSPEA, s.202, covers consistent enforcement with partners (22 U.S.C. 9222)."),
        ("a131", "JP: FEFA asset freeze, list sheets 13-17"),
        ("a142", "KR: 8 Mar 2016 package covers 30 entities and 40 persons: financial sanctions"),
        ("a120", "US: 22 CFR 51.63, passport restriction, covers US passports: travel ban."),
    ],
)
def test_shapes(view: View, authority: str, text: str) -> None:
    [one] = powers(view, [authority])
    assert one.text.startswith(text)


def test_what_was_not_read_is_named(view: View) -> None:
    [one] = powers(view, ["a032"])
    assert one.text.endswith("deny port entry (not read in full text: provision).")


def test_an_effect_that_only_points_elsewhere_is_none() -> None:
    assert effect("memo recommendation 2") == ""
    assert effect("see travel.yaml") == ""
    assert effect("all States shall inspect; memo recommendation 4") == "all States shall inspect"
    assert effect("seize and dispose") == "seize and dispose"


def test_every_authority_reads_and_is_cited(view: View) -> None:
    words = frozenset(load_regime().brief.words)
    made = powers(view, [item.id for item in items(view, "Authority")])
    assert len(made) > 200
    for one in made:
        assert uncited(one, words) == []
        text = one.text
        assert ": ." not in text and "()" not in text and ": :" not in text
        assert not any(survives(changed, text) for _, changed in mutations(one))
