"""Under which flags sources show the ships, and in which years."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from yalu.fleet.ships import VESSEL, Fleet
from yalu.fleet.slots import counted, number, tally
from yalu.fleet.states import NO_FLAG, state
from yalu.model import figures as f
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import Sentence, sentence
from yalu.model.statement import Statement

FLAG = f.having("flag")
BY_DESIGNATION = "date of the designation"
"""How the basis of a day begins where it is not the day on which the flag was seen."""

SPEC: dict[str, Any] = {
    "encoding": {
        "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0, "orient": "top"}},
    },
    "layer": [
        {
            "mark": "rect",
            "encoding": {
                "fillOpacity": {
                    "field": "ships",
                    "type": "quantitative",
                    "scale": {"range": [0.12, 0.5]},
                    "legend": None,
                }
            },
        },
        {"mark": "text", "encoding": {"text": {"field": "ships"}}},
    ],
}


def flags(fleet: Fleet) -> list[Sentence]:
    """Under which flags sources show the ships."""
    shown = fleet.facts("flag")
    first: dict[tuple[str, str], Statement] = {}
    for ship, seen in shown.items():
        for s in seen:
            if s.value not in NO_FLAG:
                first.setdefault((ship, state(s.value)), s)
    if not first:
        return [sentence("No source of the day that is held shows the flag of a ship.", [])]
    flag = f.having("flag")

    def several(seen: Sequence[Statement]) -> str:
        under = Counter(fleet.hull(s) for s in seen if flag(s))
        return f"{sum(n > 1 for n in under.values()):,}"

    return [
        sentence(
            "Sources show the flag of {ships}: {flags}. For {several} of them they show more than one flag.",
            first.values(),
            ships=counted(flag, fleet.hull, "ship", "ships"),
            flags=tally(flag, lambda s: state(s.value), most=6),
            several=several,
        )
    ]


def dated(fleet: Fleet) -> list[Statement]:
    """One flag of a ship for each state and year that a record gives."""
    first: dict[tuple[str, str, str], Statement] = {}
    for s in fleet.scope.view.statements(kind=VESSEL, prop="flag"):
        backed = not s.lead and s.value not in NO_FLAG
        if backed and fleet.hull(s) in fleet.hulls and "" < _day(s) <= fleet.day:
            first.setdefault((fleet.hull(s), state(s.value), _year(s)), s)
    return list(first.values())


def over_time(fleet: Fleet) -> list[Figure]:
    """Ships by flag and year; nothing where records of fewer than two years give a flag."""
    seen = dated(fleet)
    if len({_year(s) for s in seen}) < 2:
        return []
    ships = Counter(state(s.value) for s in seen)
    order = sorted(ships, key=lambda name: (-ships[name], name))
    cells: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in seen:
        cells[state(s.value), _year(s)].append(s)
    data = Table(
        id="flags-over-time",
        title="Ships by the flag that a record shows and the year that it gives",
        columns=("flag", "year", "ships"),
        rows=tuple(_row(fleet, cells[cell]) for cell in sorted(cells)),
        numeric=frozenset({2}),
    )
    y = {"field": "flag", "type": "nominal", "sort": order, "title": None}
    spec = SPEC | {"encoding": {**SPEC["encoding"], "y": y}}
    alt = sentence(
        "Cells count the ships that a record shows under a flag, by the year that the record gives. Entries"
        " by flag: {flags}."
        " Of {shown}, {designations} the day of the designation, not the day on which the flag was"
        " seen.",
        seen,
        flags=tally(FLAG, lambda s: state(s.value), most=len(order)),
        shown=counted(FLAG, lambda s: s.id, "entry", "entries"),
        designations=counted(lambda s: FLAG(s) and _by_designation(s), lambda s: s.id, "gives", "give"),
    )
    return [Figure("flags-over-time", "Which flags the ships were shown under", alt, spec, data)]


def undrawn(fleet: Fleet) -> list[Sentence]:
    """Why there is no figure, or how many flags it leaves out."""
    flags = [s for rows in fleet.facts("flag").values() for s in rows if s.value not in NO_FLAG]
    if not over_time(fleet):
        why = "No two records that were public give the flag of a ship in different years"
        return [sentence(why + ", so that flags over time are not drawn.", [])]
    drawn = {(fleet.hull(s), state(s.value)) for s in dated(fleet)}
    rest = [s for s in flags if (fleet.hull(s), state(s.value)) not in drawn]
    if not rest:
        return []
    return [
        sentence(
            "For {flags} no record gives the year, so that the figure leaves them out: {states}.",
            rest,
            flags=counted(FLAG, lambda s: s.id, "flag", "flags"),
            states=tally(FLAG, lambda s: state(s.value), most=len(rest)),
        )
    ]


def _row(fleet: Fleet, seen: list[Statement]) -> Row:
    flag, year = state(seen[0].value), _year(seen[0])
    return Row((lambda _: flag, lambda _: year, number(FLAG, fleet.hull)), tuple(seen))


def _day(s: Statement) -> str:
    return str(s.details.get("as_of", ""))


def _year(s: Statement) -> str:
    return _day(s)[:4]


def _by_designation(s: Statement) -> bool:
    return str(s.details.get("as_of_basis", "")).startswith(BY_DESIGNATION)
