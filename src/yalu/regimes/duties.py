"""That the tables of obligations point at rows and paragraphs that are there."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.regimes.errors import RegimeError
from yalu.regimes.regime import Regime


def check_duties(regime: Regime) -> None:
    """Raise RegimeError at the first reference of an obligation, record or date that leads nowhere."""
    rows = {row.id: row for _, _, row in regime.rows()}
    known = {one.id for one in regime.duties.table.obligations}
    for file, item, field, one, ids in _references(regime, known, set(rows)):
        if one not in ids:
            raise RegimeError(
                file,
                item=item,
                field=field,
                found=f"there is no {one!r}",
                expected="the id of a row, or of an obligation of obligations.yaml",
                do="Correct the id, or add what it names.",
            )
    fields = [("carried_out.yaml", r.id, row, r.field) for r in regime.duties.records for row in r.rests_on]
    fields += [("dates.yaml", r.id, r.row, r.field) for r in regime.duties.dates]
    for file, item, row, name in fields:
        if name and name not in type(rows[row]).model_fields:
            raise RegimeError(
                file, item=item, field="field", found=f"{row} has no field {name!r}", do="Correct the name."
            )


def _references(
    regime: Regime, obligations: set[str], rows: set[str]
) -> Iterator[tuple[str, str, str, str, set[str]]]:
    table = regime.duties.table
    for o in table.obligations:
        for field, one in (("authority", o.authority), ("within", o.within), ("due", o.due)):
            if one:
                yield "obligations.yaml", o.id, field, one, rows
    if table.fork:
        for one in (table.fork.rule, *table.fork.measures):
            yield "obligations.yaml", "fork", "measures", one, rows
    for r in regime.duties.records:
        for one in r.obligations:
            yield "carried_out.yaml", r.id, "obligations", one, obligations
        for one in r.rests_on:
            yield "carried_out.yaml", r.id, "rests_on", one, rows
    for d in regime.duties.dates:
        yield "dates.yaml", d.id, "row", d.row, rows
        if d.obligation:
            yield "dates.yaml", d.id, "obligation", d.obligation, obligations
