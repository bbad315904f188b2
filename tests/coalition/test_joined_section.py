"""The section on partners with a list that is joined by the references of its records."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.loaded import evidence
from tests.evidence.test_joins import person, quoting, uk_list, un_list
from tests.sections import Sections, said, table
from yalu.regimes import Regime

DAY = "2018-07-01"


@pytest.fixture
def sections(tmp_path: Path, regime: Regime) -> Sections:
    people = [person(f"KPi.9{n:02}", f"Name Number{n}") for n in range(12)]
    rows = [
        quoting(f"KPi.9{n:02}", name=f"Name Number{n}", Group_ID=f"900{n:02}", Listed_On="05/04/2018")
        for n in range(11)
    ]
    loose = {"Name 6": "LOOSE", "Name 1": "MAN", "Group ID": "90099"}
    return Sections(evidence(tmp_path, un_list(*people), uk_list(*rows, loose))[1], regime)


def test_everything_is_cited_and_nothing_survives_a_change(sections: Sections) -> None:
    sections.check(sections.of("partners", DAY))


def test_what_is_joined_is_told_apart_from_what_is_not(sections: Sections) -> None:
    text = said(sections.of("partners", DAY), "uncertain")
    assert "The UK list is joined by the references and IMO numbers that its records state" in text
    assert "11 records are compared here, 1 state none that can be followed" in text


def test_whom_such_a_list_lacks_is_no_gap(sections: Sections) -> None:
    made = sections.of("partners", DAY)
    assert "list-gap" not in {t.id for t in made.tables}
    assert "Partners also list" not in said(made)


def test_the_waits_and_the_changes_have_their_tables(sections: Sections) -> None:
    made = sections.of("partners", DAY)
    assert [row.texts for row in table(made, "list-waits").rows] == [
        ["UK", "11", "11", "0", "764", "764 to open"],
    ]
    changed = [row.texts for row in table(made, "list-changes").rows]
    assert len(changed) == 11
    assert {(what, who, day) for what, _, who, day in changed} == {("listed", "UK", "2018-04-05")}


def test_nothing_later_than_the_day_is_told(sections: Sections) -> None:
    made = sections.of("partners", "2018-04-04")
    assert "UK list" not in said(made)
    assert not {"list-waits", "list-changes"} & {t.id for t in made.tables}
