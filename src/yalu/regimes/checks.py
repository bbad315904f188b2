"""What one model cannot see: that ids are given once, and that every reference has an end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from yalu.regimes.criteria_check import check_criteria
from yalu.regimes.errors import RegimeError
from yalu.regimes.regime import Regime
from yalu.regimes.rows import Item, Ref

_WHERE = {
    "source": "sources.yaml",
    "party": "parties.yaml",
    "vessel": "vessels.yaml",
    "node": "parties.yaml or vessels.yaml",
    "tie": "ties.yaml",
    "tie_type": "tie_types.yaml",
    "authority": "authorities.yaml",
    "exemption": "goods.yaml (exemptions)",
    "stream": "pressure/revenue.yaml (streams)",
}


def _kind(annotation: Any, metadata: tuple[Any, ...] | list[Any] = ()) -> str | None:
    for mark in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(mark, Ref):
            return mark.kind
    kinds = (_kind(argument) for argument in get_args(annotation) if argument is not type(None))
    return next((kind for kind in kinds if kind), None)


@cache
def _reference_fields(model: type[Item]) -> dict[str, str]:
    fields = ((name, _kind(field.annotation, field.metadata)) for name, field in model.model_fields.items())
    return {name: kind for name, kind in fields if kind}


def references(item: Item, place: str = "") -> Iterator[tuple[str, str, str]]:
    """Each reference in ``item`` and its parts: the field, the kind of thing, and its id."""
    for name, kind in _reference_fields(type(item)).items():
        value = getattr(item, name)
        for one in [value] if isinstance(value, str) else value or ():
            yield f"{place}{name}".replace("from_", "from"), kind, one
    for name, part in item.parts():
        yield from references(part, f"{place}{name}.")


def _unique(regime: Regime) -> None:
    places: dict[str, str] = {}
    for file, section, row in regime.rows():
        if row.id in places:
            raise RegimeError(
                file,
                item=row.id,
                field="id",
                found=f"the id stands in {section} and also in {places[row.id]}",
                expected="an id that is given once in the whole regime",
                do="Rename one of the two, and every reference to it.",
            )
        places[row.id] = f"{file}, {section}"
    further: dict[str, str] = {}
    nodes = [("parties.yaml", p.id, p.ids) for p in regime.parties.parties]
    nodes += [("vessels.yaml", v.id, v.ids) for v in regime.vessels.vessels]
    for file, node, ids in nodes:
        for other in ids:
            owner = other if other in places else further.get(other, "")
            if owner:
                raise RegimeError(
                    file,
                    item=node,
                    field="ids",
                    found=f"{other} is also an id of {owner}",
                    expected="an id that belongs to one party or vessel",
                    do="Merge the two, or take the id off one of them.",
                )
            further[other] = node


def _ends(regime: Regime) -> None:
    parties = {party.id for party in regime.parties.parties}
    vessels = {vessel.id for vessel in regime.vessels.vessels}
    known: dict[str, set[str]] = {
        "source": set(regime.sources),
        "party": parties,
        "vessel": vessels,
        "node": parties | vessels,
        "tie": {tie.id for tie in (*regime.ties.ties, *regime.ties.own_knowledge)},
        "tie_type": set(regime.tie_types),
        "authority": {row.id for row in regime.authorities.authorities},
        "exemption": {row.id for row in regime.goods.exemptions},
        "stream": {row.id for row in regime.revenue.streams},
    }
    for file, _, row in regime.rows():
        for field, kind, one in references(row):
            if one not in known[kind]:
                raise RegimeError(
                    file,
                    item=row.id,
                    field=field,
                    found=f"there is no {kind.replace('_', ' ')} {one!r}",
                    expected=f"an id of {_WHERE[kind]}",
                    do=f"Correct the id, or add {one!r} to {_WHERE[kind]}.",
                )
    for file, content in regime.files.items():
        for one in content.about.src:
            if one not in regime.sources:
                raise RegimeError(
                    file, item="about", field="src", found=f"there is no source {one!r}", do="Add the source."
                )


def check(regime: Regime) -> None:
    """Raise RegimeError at the first id that is given twice or leads nowhere."""
    _unique(regime)
    _ends(regime)
    if regime.criteria is not None:
        check_criteria(regime, regime.criteria)
    memo = regime.header.memo
    if memo is not None and memo not in regime.sources:
        raise RegimeError(
            "regime.yml",
            field="memo",
            found=f"there is no source {memo!r}",
            expected="an id of sources.yaml",
            do="Add the memo to sources.yaml.",
        )
