"""Why lists call one hull by different names, and what their measures mean."""

from __future__ import annotations

import pytest

from yalu.fleet.register.measures import measures_of
from yalu.fleet.register.names import differences
from yalu.model.statement import COLUMNS, Statement


def said(source: str, value: str, prop: str = "name") -> Statement:
    return Statement(**(dict.fromkeys(COLUMNS, "") | {"source": source, "prop": prop, "value": value}))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([said("a", "BU RYONG 3"), said("b", "Buryong3")], "spacing"),
        ([said("a", "7-28"), said("b", "28-Jul")], "spreadsheet"),
        (
            [said("a", "CHOL RYONG"), said("b", "RYONG GUN BONG"), said("b", "Chol Ryong", "previousName")],
            "renamed",
        ),
        ([said("a", "THAE PYONG SAN"), said("b", "PETREL 1"), said("c", "Petrel 1", "alias")], "renamed"),
        ([said("a", "KUM JIN GANG"), said("b", "KUMJINGANG")], "spacing"),
        ([said("a", "HAO FAN 6"), said("b", "PUTIAN")], "number"),
    ],
)
def test_explained(rows: list[Statement], code: str) -> None:
    [found] = differences(rows)
    assert found.code == code
    assert found.why


def test_the_same_name_is_no_difference() -> None:
    assert differences([said("a", "JIE SHUN"), said("b", "Jie  Shun"), said("c", "Shun Jie")]) == []


@pytest.mark.parametrize(
    ("written", "measures"),
    [
        ("Paragraph 6 of resolution 2371 (2017) and paragraph 6 of resolution 2375 (2017)", ["port ban"]),
        ("Paragraph 12 (a) of resolution 2321 (2016)", ["de-flagging"]),
        ("Paragraph 12 (d) of resolution 2321 (2016)", ["asset freeze"]),
        (
            "Economic resources controlled or operated by Ocean Maritime Management (KPe.020)",
            ["asset freeze"],
        ),
        ("Transportation restrictions", ["port ban"]),
        ("deflag_2321_12a", ["de-flagging"]),
        ("annex III of resolution 2270 (OMM asset freeze)", ["asset freeze"]),
        ("something else", []),
    ],
)
def test_measures(written: str, measures: list[str]) -> None:
    assert measures_of([written]) == measures
