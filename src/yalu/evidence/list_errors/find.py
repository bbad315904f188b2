"""All checks over one view of the evidence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from yalu.evidence import sightings
from yalu.evidence.joins import Joins
from yalu.evidence.list_errors import births, numbers, references
from yalu.evidence.list_errors.error import ListError
from yalu.evidence.list_errors.records import Records
from yalu.evidence.snapshot import Snapshot
from yalu.evidence.view import View
from yalu.evidence.workspace import Workspace
from yalu.sources.registry import sources

CHECKS: tuple[Callable[[Records], Iterator[ListError]], ...] = (
    references.wrong,
    references.unknown,
    references.twice,
    numbers.passports,
    births.neighbors,
    numbers.imo,
    numbers.imo_twice,
    numbers.mmsi,
)


def find(workspace: Workspace, view: View, wanted: Collection[str] = ()) -> list[ListError]:
    """Every error of the lists as the view shows them, in a fixed order.

    ``wanted`` are ids of sources: an error is given where one of its lists is among them.
    """
    records = Records(view, Joins(view))
    found = [error for check in CHECKS for error in check(records)]
    found += _homonyms(workspace, view.evidence.snapshot, view.when.as_of)
    return [e for e in found if not wanted or set(e.sources) & set(wanted)]


def _homonyms(workspace: Workspace, snapshot: Snapshot, as_of: str) -> list[ListError]:
    """Ids that mean two parties in a copy of that day or earlier."""
    found: dict[tuple[str, str], ListError] = {}
    for source in sources().values():
        for copy in snapshot.copies(source.id):
            if source.history == "replace" or copy.date.hi > as_of:
                continue
            for report in sightings.reports_of(workspace, source, copy.run).values():
                for party in dict.fromkeys(q.party for q in report.quarantined):
                    rows = [q for q in report.quarantined if q.party == party]
                    if len(rows) < 2:
                        continue
                    found.setdefault(
                        (source.id, party),
                        ListError(
                            "id_on_two_parties",
                            sources=(source.id,),
                            parties=(party,),
                            values=tuple(q.row for q in rows),
                            places=tuple(f"{source.id} {copy.date.text()}: {q.where}" for q in rows),
                            what=rows[0].why,
                        ),
                    )
    return list(found.values())
