"""The regime that comes with Yalu: it loads, it does not peek, and its rows describe themselves."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from yalu.model.vocabulary import EDGE_KINDS, PARTY_KINDS
from yalu.regimes import Regime, Row, late_texts, latest_mention, load_regime, regime_path
from yalu.regimes.regime import CONTENT


@pytest.fixture(scope="module")
def regime() -> Regime:
    return load_regime()


def row_classes(model: type[Row] = Row) -> set[type[Row]]:
    return {model}.union(*(row_classes(below) for below in model.__subclasses__()))


def test_it_holds_what_was_compiled(regime: Regime) -> None:
    assert regime.id == "dprk" and regime.compiled == "2026-11-24"
    assert Counter(file for file, _, _ in regime.rows()) == {
        "parties.yaml": 611 + 256 - 19 + 16 + 18,
        "ties.yaml": 515 + 294 + 22,
        "vessels.yaml": 149 + 8,
        "incidents.yaml": 41,
        "labor.yaml": 46 + 8 + 8 + 17 + 10 + 4 + 1 + 5 + 1 + 4 + 4 + 3 + 4,
        "travel.yaml": 27 + 4 + 9 + 4 + 1 + 8 + 1 + 1 + 3,
        "iran.yaml": 6 + 14 + 22 + 4 + 5 + 5 + 2 + 9,
        "authorities.yaml": 247,
        "boarding.yaml": 65 + 4,
        "delisting.yaml": 8 + 7,
        "goods.yaml": 87 + 20,
        "ports.yaml": 25 + 17 + 12,
        "implementation.yaml": 10 + 9 + 11 + 4 + 44 + 7 + 1 + 8 + 6 + 5 + 1 + 1 + 2 + 8,
        "redflags.yaml": 68,
        "memo.yaml": 18 + 18,
        "legal_forms.yaml": 297 + 91,
        "surnames.yaml": 120 + 219,
        "pressure/revenue.yaml": 20 + 127 + 7 + 14 + 21 + 14 + 13 + 9 + 2 + 2,
        "pressure/imports.yaml": 11 + 52,
        "pressure/effects.yaml": 47 + 11,
        "pressure/adaptation.yaml": 32,
        "pressure/studies.yaml": 37,
        "pressure/tourism.yaml": 27 + 7 + 5 + 4 + 7,
    }
    assert set(regime.files) == set(CONTENT)


def test_no_text_speaks_of_something_later_than_its_clock(regime: Regime) -> None:
    assert [f"{x.file}: {x.item}: {x.field} ({x.mentioned})" for x in late_texts(regime)] == []


def test_no_text_of_the_kept_examples_shows_the_future(regime: Regime) -> None:
    laws = {row.instrument: row for row in regime.labor.laws}
    assert laws["NKSPEA s.104"].text_since["effect"] == "2019-12-20"
    assert laws["NKSPEA s.104"].text_since["check"] == "2017-06-13"


def test_what_is_said_about_a_file_is_no_younger_than_the_compilation(regime: Regime) -> None:
    compiled = date.fromisoformat(regime.compiled)
    for file, content in regime.files.items():
        latest = latest_mention(content.about.model_dump_json(), regime.mentions)
        assert latest is None or latest <= compiled, file


def test_every_row_class_describes_itself() -> None:
    for model in row_classes() - {Row}:
        assert model.statement_kind or model.__name__.startswith("_"), model
        for name in (*model.own_date_fields, *model.text_fields):
            assert name in model.model_fields, f"{model.__name__}.{name}"


def test_kinds_are_those_of_the_model(regime: Regime) -> None:
    assert {party.kind for party in regime.parties.parties} <= PARTY_KINDS
    assert {kind.kind for kind in regime.tie_types.values()} <= EDGE_KINDS


def test_every_type_of_tie_is_used(regime: Regime) -> None:
    used = {tie.type for tie in (*regime.ties.ties, *regime.ties.own_knowledge)}
    assert used == set(regime.tie_types)


def test_content_is_plain_text_without_places_of_a_machine() -> None:
    for path in regime_path().rglob("*.y*ml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.:/-])/(work|home|tmp|root|mnt)/|sdn:\d|vessel:imo", text), path
