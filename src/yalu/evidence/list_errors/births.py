"""Birth dates that may have been copied from the record beside."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.evidence.list_errors.error import ListError, about
from yalu.evidence.list_errors.records import Records
from yalu.model.statement import Statement

_WHOLE = 10


def neighbors(records: Records) -> Iterator[ListError]:
    """The same full birth date on two records that follow each other and whose names do not fit.

    The first of January stands for an unknown day in many lists and is passed over.
    """
    for mine, theirs in records.neighbors("birthDate"):
        dates = {s.value: s for s in theirs if _full(s)}
        for s in mine:
            other = dates.get(s.value)
            if other and _full(s) and records.apart(s.party, other.party):
                called = (
                    f"{records.name(s.party)} ({s.party}) and {records.name(other.party)} ({other.party})"
                )
                yield about(
                    "birth_date_of_neighbor",
                    [s, other],
                    f"{called} stand side by side, both born {s.value}{_elsewhere(records, s, other)}",
                )


def _full(s: Statement) -> bool:
    return s.kind == "Person" and len(s.value) == _WHOLE and not s.value.endswith("-01-01")


def _elsewhere(records: Records, *rows: Statement) -> str:
    """What other lists say of the birth of either, where that differs."""
    found = []
    for row in rows:
        others = tuple(i for i in records.joins.ids(row.party) if i != row.party)
        if not others:
            continue
        said = records.view.statements(prop="birthDate", party=others)
        dates = sorted({s.value for s in said})
        if dates and row.value not in dates:
            found.append(f"; elsewhere {records.name(row.party)} is born {', '.join(dates)}")
    return "".join(found)
