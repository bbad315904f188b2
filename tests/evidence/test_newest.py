"""The counts of a day say of which day the copies are on which they rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.evidence.copies import copy, row
from tests.sections import MEMO, TODAY, Sections, said
from yalu.evidence.fold import fold
from yalu.evidence.newest import age_of_lists
from yalu.evidence.scope import Scope
from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import Evidence
from yalu.model.statement import COLUMNS

PARTY = row("ofac-9345", "Sanction", "US")


@pytest.fixture
def loaded(sections: Sections, tmp_path: Path) -> Evidence:
    """The casebook, and two copies of a list that hold one of its parties."""
    statements = fold("ofac_sdn", [copy("2019-01-15", [PARTY]), copy("2023-07-07", [PARTY])])
    write_parquet(tmp_path / "statements.parquet", COLUMNS, statements)
    held = sections.evidence.snapshot
    return Evidence(Snapshot(held.id, held.folds | {"ofac_sdn": tmp_path}))


def told(sections: Sections, day: str, evidence: Evidence | None = None) -> dict[str, str]:
    """The day of the newest copy, by list."""
    view = (evidence or sections.evidence).at(day)
    text = " ".join(s.text for s in age_of_lists(Scope(view, sections.plan)))
    return {name: of for of, name in re.findall(r"([\d-]+) for the (\w+) list", text)}


def test_each_list_is_as_old_as_the_copy_that_many_of_its_entries_cite(sections: Sections) -> None:
    works = sections.evidence.citations
    found = told(sections, TODAY)
    assert found["US"] == works["S_SDN"]["date"]
    assert found["UN"] == works["S_UN_LIST"]["date"]
    assert found["EU"] == works["S_EU"]["date"]


def test_a_later_copy_that_states_the_days_reaches_over_the_day(sections: Sections) -> None:
    assert told(sections, MEMO) == {}


def test_a_copy_taken_in_counts_and_a_later_one_is_not_told(sections: Sections, loaded: Evidence) -> None:
    assert told(sections, TODAY, loaded)["US"] == "2023-07-07"
    assert told(sections, "2022-12-31", loaded)["US"] == "2022-01"
    assert told(sections, "2020-01-01", loaded)["US"] == "2019-01-15"
    assert "US" not in told(sections, "2018-12-31", loaded)
    assert told(sections, "2023-07-07", loaded).get("US") is None, "the copy is of the day asked"


@pytest.mark.parametrize("section", ["facilitators", "partners"])
def test_the_sections_that_count_listings_say_it(sections: Sections, section: str) -> None:
    made = sections.of(section, TODAY)
    assert "rests on older copies" in said(made, "uncertain")
    sections.check(made)
