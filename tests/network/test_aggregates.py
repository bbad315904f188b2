"""What stands for several, or for one that its source does not name, is no party that is counted."""

from __future__ import annotations

import re

import pytest

from tests.sections import MEMO, TODAY, Sections, words
from yalu.evidence.scope import CASEBOOK
from yalu.network.ties import between_named, degrees, public_ties
from yalu.regimes import Regime

NOBODY = re.compile(r"\(aggregate\)|\baggregate\)|not named|name withheld")
DAYS = (MEMO, "2019-01-01", TODAY)


def test_every_such_party_is_marked(regime: Regime) -> None:
    wanted = {p.id for p in regime.parties.parties if NOBODY.search(p.name)}
    assert len(wanted) > 40
    assert wanted <= {p.id for p in regime.parties.parties if p.aggregate}


@pytest.mark.parametrize("day", DAYS)
def test_the_mark_is_known_as_soon_as_the_name(sections: Sections, day: str) -> None:
    scope = sections.scope(day)
    named = {scope.head(s.party) for s in scope.view.statements(prop="name", source=CASEBOOK)}
    marked = {scope.head(p.id) for p in sections.regime.parties.parties if p.aggregate}
    assert scope.aggregates.keys() >= named & marked


@pytest.mark.parametrize("day", DAYS)
def test_it_is_no_end_that_is_counted(sections: Sections, day: str) -> None:
    scope = sections.scope(day)
    ties = public_ties(scope)
    between = between_named(scope, ties)
    assert not degrees(between).keys() & scope.aggregates.keys()
    said = next(s for s in sections.of("facilitators", day).findings if "ties between" in s.text).text
    assert f"{len(degrees(ties).keys() - scope.aggregates.keys()):,} named parties" in said
    assert f"{len(ties) - len(between):,} of these ties with an end that is not named" in said


@pytest.mark.parametrize("day", DAYS)
def test_it_is_neither_named_party_nor_hub_nor_drawn(sections: Sections, day: str) -> None:
    one = sections.of("facilitators", day)
    for said in one.findings:
        if "are named in a source" in said.text or "The largest group" in said.text:
            assert not NOBODY.search(" ".join(s.value for s in said.statements)), said.text
    drawn = next(f for f in one.figures if f.id == "network")
    assert not any(NOBODY.search(cell) for row in drawn.data.rows for cell in row.texts)
    if day == TODAY:
        assert NOBODY.search(words(one)), "the table of ties keeps them"


@pytest.mark.parametrize("day", DAYS)
def test_no_ship_is_counted_as_tied_to_it(sections: Sections, day: str) -> None:
    scope = sections.scope(day)
    said = next(s for s in sections.of("ships", day).findings if "named owners" in s.text)
    count = int(re.findall(r"to ([\d,]+) named owners", said.text)[0].replace(",", ""))
    ends = {scope.head(p) for s in said.statements if s.prop != "name" for p in (s.party, s.value)}
    kinds = {scope.head(s.party): s.kind for s in scope.view.statements(prop="name", source=CASEBOOK)}
    others = {p for p in ends if kinds.get(p) != "Vessel"}
    assert count == len(others - scope.aggregates.keys())
