"""That every criterion leads to an authority, to sources and ties, and stands no longer than it."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.model.dates import partial
from yalu.regimes.criteria import Criteria, Criterion, TieAnswer
from yalu.regimes.errors import RegimeError
from yalu.regimes.regime import Regime

FILE = "criteria.yaml"


def check_criteria(regime: Regime, criteria: Criteria) -> None:
    """Raise RegimeError at the first criterion that rests on nothing or outlives its authority."""
    if criteria.country != regime.header.country:
        raise RegimeError(
            FILE,
            field="country",
            found=criteria.country,
            expected=f"that of regime.yml, {regime.header.country}",
        )
    rows = {row.id: row for row in regime.authorities.authorities}
    known = {
        "authority": set(rows),
        "source": set(regime.sources),
        "tie type": set(regime.tie_types),
    }
    for item, field, kind, one in _ends(criteria):
        if one not in known[kind]:
            raise RegimeError(FILE, item=item, field=field, found=f"there is no {kind} {one!r}")
    for criterion in criteria.criteria:
        row = rows[criterion.authority]
        if row.jurisdiction != criterion.by:
            raise RegimeError(
                FILE,
                item=criterion.id,
                field="by",
                found=f"{criterion.by}, and {row.id} is of {row.jurisdiction}",
                expected="the authority whose power the row is",
            )
        _within(criterion, row.start, row.end)


def _within(criterion: Criterion, start: str, end: str | None) -> None:
    """Raise where a criterion begins before its authority's row, or ends after it."""
    early = partial(criterion.since).lo < partial(start).lo
    late = end is not None and (criterion.until is None or partial(criterion.until).hi > partial(end).hi)
    if early or late:
        raise RegimeError(
            FILE,
            item=criterion.id,
            field="since" if early else "until",
            found=f"{criterion.since} to {criterion.until or 'open'}",
            expected=f"days within {start} to {end or 'open'}, those of {criterion.authority}",
            do="Correct the days, or point to another row of authorities.yaml.",
        )


def _ends(criteria: Criteria) -> Iterator[tuple[str, str, str, str]]:
    """Each reference out of the file: the item, the field, the kind of thing, and its id."""
    for law in criteria.taken_over:
        yield f"taken over by {law.by}", "authority", "authority", law.authority
    for criterion in criteria.criteria:
        yield criterion.id, "authority", "authority", criterion.authority
        for one in criterion.src:
            yield criterion.id, "src", "source", one
    for element in criteria.elements:
        for answer in element.answers:
            if isinstance(answer, TieAnswer):
                for one in answer.types:
                    yield element.id, "types", "tie type", one
