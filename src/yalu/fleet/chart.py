"""Charts of the section: when the lists took up ships, and when what happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yalu.evidence.growth import growth
from yalu.fleet.ships import Fleet, in_a_year
from yalu.fleet.slots import tally, whole
from yalu.model import figures as f
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import sentence
from yalu.model.statement import Statement

FEWEST = 8
"""Fewer incidents than that are read faster in the table than in a chart."""

_YEAR = re.compile(r"\d{4}")
GROUPS = {"coal": "coal", "ship": "ship-to-ship transfer", "arms": "arms"}
"""The groups of the chart by the first word of an incident's kind."""
OTHER = "other"


def listings_over_time(fleet: Fleet) -> list[Figure]:
    """How many of the ships that each list holds it already held on which day."""
    dated = [s for s in fleet.listings if in_a_year(s)]
    return growth(fleet.scope, dated, "ships-over-time", "When the lists took up ships", "ships", "ships")


def incidents_by_year(fleet: Fleet) -> list[Figure]:
    """The incidents of each year, by group of kinds."""
    pairs = [(i.one("date"), i.one("kind")) for i in fleet.incidents]
    known = [(date, kind) for date, kind in pairs if date and kind]
    if len(known) < FEWEST:
        return []
    cells = sorted({(date.value[:4], group(kind)) for date, kind in known})
    rows = [
        Row(
            (_one_year, _one_group, lambda seen: str(sum(s.prop == "kind" and whole(s) for s in seen))),
            tuple(
                s
                for date, kind in known
                if (date.value[:4], group(kind)) == (year, name)
                for s in (date, kind)
            ),
        )
        for year, name in cells
    ]
    data = Table(
        id="incidents-by-year",
        title="Incidents with ships by year and kind",
        columns=("year", "kind", "incidents"),
        rows=tuple(rows),
        numeric=frozenset({2}),
    )
    is_kind = f.having("kind")

    def busiest(seen: Sequence[Statement]) -> tuple[str, int]:
        years = Counter(y for s in seen if s.prop == "date" and (y := _year(s)))
        return min(years.items(), key=lambda pair: (-pair[1], pair[0]))

    alt = sentence(
        "Of {dated} dated incidents most, {most}, fell in {year}; by kind: {kinds}.",
        [s for pair in known for s in pair],
        dated=lambda seen: f"{sum(s.prop == 'date' and bool(_year(s)) for s in seen):,}",
        most=lambda seen: f"{busiest(seen)[1]:,}",
        year=lambda seen: busiest(seen)[0],
        kinds=tally(is_kind, group),
    )
    kinds = Counter(map(group, (kind for _, kind in known)))
    order = sorted(kinds, key=lambda name: (name == OTHER, -kinds[name], name))
    spec = {
        "mark": "bar",
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}},
            "y": {"field": "incidents", "type": "quantitative", "title": "incidents"},
            "color": {"field": "kind", "type": "nominal", "title": None, "sort": order},
        },
    }
    return [Figure("incidents-by-year", "What happened with ships, and when", alt, spec, data)]


def group(kind: Statement) -> str:
    """The group of an incident's kind."""
    return GROUPS.get(kind.value.split("_")[0], OTHER)


def _year(date: Statement) -> str:
    found = _YEAR.match(date.value)
    return found.group() if found else ""


def _one_year(seen: Sequence[Statement]) -> str:
    return f.joined(sorted({_year(s) for s in seen if s.prop == "date"}))


def _one_group(seen: Sequence[Statement]) -> str:
    return f.joined(sorted({group(s) for s in seen if s.prop == "kind" and whole(s)}))
