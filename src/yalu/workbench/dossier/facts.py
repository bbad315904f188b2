"""Facts by property, the values that sources give side by side."""

from __future__ import annotations

from collections import defaultdict

from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS
from yalu.model.words import grade_words
from yalu.screening.countries import code
from yalu.workbench.dossier.known import Known
from yalu.workbench.dossier.listings import MEASURES
from yalu.workbench.dossier.words import masked, prop_words
from yalu.workbench.frame import Cell, Column, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model, row
from yalu.workbench.pages.common import Cited, joined

ONE = frozenset(
    {"birthDate", "gender", "imoNumber", "mmsi", "callSign", "flag", "incorporationDate", "leiCode"}
)
"""Properties of which a party has one at a time: two values are a difference between sources."""
_COUNTRIES = frozenset({"country", "nationality", "citizenship", "flag", "jurisdiction"})
_FIRST = ("imoNumber", "birthDate", "birthPlace", "nationality", "country", "flag", "position", "address")
_LISTED = frozenset({LISTING, *MEASURES, *NAME_PROPS, *EDGE_KINDS, "sameAs"})
MOST_VALUES = 40


class Fact(Model):
    """A property with its values side by side; ``differs`` where sources contradict each other."""

    what: str
    differs: bool
    values: tuple[Cell, ...]
    more: int = 0


def facts(party: Known, cited: Cited) -> tuple[Fact, ...]:
    """The facts, those that identify first."""
    return tuple(_fact(prop, rows, cited) for prop, rows in _groups(party))


def table(party: Known, cited: Cited) -> Table:
    """The same as a table, a row for each value."""
    rows = [
        row(prop_words(prop), masked(same[0]), joined(s.source for s in same), same[0].known_hi,
            grade_words(same[0].grade), "yes" if _differs(prop, values) else "",
            Cell(text="evidence", href=addresses.evidence(same[0].id), cites=cited.of(*same)))
        for prop, found in _groups(party)
        for values in [_values(prop, found)]
        for same in values.values()
    ]  # fmt: skip
    columns = (
        Column(key="what", label="What", head=True),
        Column(key="value", label="Value"),
        Column(key="source", label="Source"),
        Column(key="public", label="Public by", kind="day"),
        Column(key="grade", label="Grade"),
        Column(key="differs", label="Sources differ"),
        Column(key="proof", label="Evidence"),
    )
    return Table(id="facts", columns=columns, rows=tuple(rows))


def _groups(party: Known) -> list[tuple[str, list[Statement]]]:
    groups: dict[str, list[Statement]] = defaultdict(list)
    for s in party.now:
        if s.prop not in _LISTED:
            groups[s.prop].append(s)
    return sorted(groups.items(), key=lambda kv: (_FIRST.index(kv[0]) if kv[0] in _FIRST else 99, kv[0]))


def _values(prop: str, rows: list[Statement]) -> dict[str, list[Statement]]:
    """The statements by value, spelled alike or not; the verified and the earliest first."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for s in sorted(rows, key=lambda s: (s.lead, s.known_hi, s.value)):
        key = code(s.value) if prop in _COUNTRIES else " ".join(s.value.casefold().split())
        found[key].append(s)
    return dict(found)


def _differs(prop: str, values: dict[str, list[Statement]]) -> bool:
    sure = [key for key, rows in values.items() if any(not s.lead for s in rows)]
    if prop in _DATED:
        return any(not a.startswith(b) and not b.startswith(a) for a in sure for b in sure)
    return prop in ONE and len(sure) > 1


_DATED = frozenset({"birthDate", "incorporationDate"})


def _fact(prop: str, rows: list[Statement], cited: Cited) -> Fact:
    values = _values(prop, rows)
    shown = [
        Cell(
            text=masked(same[0]),
            href=addresses.evidence(same[0].id),
            note=", ".join(
                x
                for x in (
                    joined(s.source for s in same),
                    f"public by {same[0].known_hi}",
                    "unverified" if same[0].lead else "",
                )
                if x
            ),
            cites=cited.of(*same),
        )
        for same in list(values.values())[:MOST_VALUES]
    ]
    more = max(0, len(values) - MOST_VALUES)
    return Fact(what=prop_words(prop), differs=_differs(prop, values), values=tuple(shown), more=more)
