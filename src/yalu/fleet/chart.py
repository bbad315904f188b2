"""The charts of the section: when the lists took up ships, and when what happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yalu.fleet.ships import Fleet, in_a_year
from yalu.fleet.slots import number, tally, whole
from yalu.model import figures as f
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import SlotFunction, sentence
from yalu.model.statement import Statement

FEWEST = 8
"""Fewer incidents than that are read faster in the table than in a chart."""

_YEAR = re.compile(r"\d{4}")
GROUPS = {"coal": "coal", "ship": "ship-to-ship transfer", "arms": "arms"}
"""The groups of the chart by the first word of an incident's kind."""


def listings_by_year(fleet: Fleet) -> list[Figure]:
    """How many of the ships that each list holds it already held at the end of each year."""
    dated = [s for s in fleet.listings if in_a_year(s)]
    years = sorted({s.from_hi[:4] for s in dated})
    if len(years) < 2:
        return []
    lists = sorted({s.value for s in dated}, key=lambda a: (-sum(s.value == a for s in dated), a))
    rows = []
    for authority, held_list in ((a, f.on_list(a)) for a in lists):
        for year in years:
            held = tuple(s for s in dated if s.value == authority and s.from_hi[:4] <= year)
            if held:
                rows.append(Row((f.value(held_list), _through(year), number(held_list, fleet.hull)), held))
    longest = [s for s in dated if s.value == lists[0]]
    on_longest = f.on_list(lists[0])
    alt = sentence(
        "Of the ships whose year of listing is held, the list of {list} holds most on {day}: {count}, the"
        " first since {first}, the last since {last}.",
        longest,
        asked={"day": fleet.day},
        list=f.value(on_longest),
        count=number(on_longest, fleet.hull),
        first=f.day_from(on_longest),
        last=lambda seen: max(s.from_hi for s in seen if on_longest(s)),
    )
    spec = {
        "mark": {"type": "line", "interpolate": "step-after", "point": True},
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}},
            "y": {"field": "ships", "type": "quantitative", "title": "ships on the list"},
            "color": {"field": "list", "type": "nominal", "title": "List", "sort": lists},
            "strokeDash": {"field": "list", "type": "nominal", "sort": lists},
            "shape": {"field": "list", "type": "nominal", "sort": lists},
        },
    }
    data = Table(
        id="ships-by-year",
        title="Ships on each list at the end of each year, of those that it holds on the day asked",
        columns=("list", "year", "ships"),
        rows=tuple(rows),
        numeric=frozenset({2}),
    )
    return [Figure("ships-by-year", "When the lists took up ships", alt, spec, data)]


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
    spec = {
        "mark": "bar",
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}},
            "y": {"field": "incidents", "type": "quantitative", "title": "incidents"},
            "color": {"field": "kind", "type": "nominal", "title": "Kind"},
        },
    }
    return [Figure("incidents-by-year", "When what happened with ships", alt, spec, data)]


def _through(year: str) -> SlotFunction:
    """The year at whose end a list held the ships: that of the row, or of a later listing in it."""
    return lambda seen: max(year, *(s.from_hi[:4] for s in seen))


def group(kind: Statement) -> str:
    """The group of an incident's kind."""
    return GROUPS.get(kind.value.split("_")[0], "other")


def _year(date: Statement) -> str:
    found = _YEAR.match(date.value)
    return found.group() if found else ""


def _one_year(seen: Sequence[Statement]) -> str:
    return f.joined(sorted({_year(s) for s in seen if s.prop == "date"}))


def _one_group(seen: Sequence[Statement]) -> str:
    return f.joined(sorted({group(s) for s in seen if s.prop == "kind" and whole(s)}))
