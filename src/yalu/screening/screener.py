"""Screens names, numbers and ships against the parties of one snapshot, as known on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from yalu.errors import UsageError
from yalu.evidence.grouping import Grouping
from yalu.evidence.view import When
from yalu.evidence.workspace import Workspace
from yalu.model.clock import Mode
from yalu.screening import identifiers, nearest, settling, store
from yalu.screening.build import Step
from yalu.screening.config import config
from yalu.screening.day import Day
from yalu.screening.hit import Candidate, Hit
from yalu.screening.names import Names
from yalu.screening.query import Query
from yalu.screening.ranking import Ranking

CASEBOOK = "casebook"


class Screener:
    """Answers queries for one snapshot and day. Not for two threads at once; each worker opens its own."""

    def __init__(self, day: Day, *, folder: Path | None = None) -> None:
        self.day = day
        self.index = day.index
        self._folder = folder
        self._names = Names(day)
        self._warm = False

    @classmethod
    def open(
        cls,
        workspace: Workspace,
        as_of: str = "",
        on: str = "",
        mode: Mode = Mode.STRICT,
        snapshot: str = "",
        sources: Collection[str] | None = None,
        step: Step = lambda _: None,
        grouping: Grouping | None = None,
    ) -> Screener:
        """Open the index of a snapshot (by default the one in force) as of a day (by default today).

        The index is built where there is none; ``step`` is told. ``sources`` limits the parties to those that
        these sources name; ``grouping`` says which ids are one party. Raises UsageError for a day, snapshot
        or source that does not exist.
        """
        opened = store.opened(workspace, snapshot, step)
        try:
            when = When.at(as_of or datetime.now(UTC).date().isoformat(), on, mode)
        except ValueError as error:
            raise UsageError(str(error), expected="a day such as 2017-06-13") from None
        if sources is not None and (unknown := sorted(set(sources) - set(opened.index.sources))):
            raise UsageError(
                f"Snapshot {opened.index.snapshot} holds nothing of {', '.join(unknown)}.",
                expected="some of: " + ", ".join(opened.index.sources),
            )
        return cls(Day(opened.index, when, sources, grouping), folder=opened.compiled)

    def at(self, when: When, grouping: Grouping | None = None) -> Screener:
        """The same index as of another day, all sources; ``grouping`` as in ``open``."""
        return Screener(Day(self.index, when, None, grouping), folder=self._folder)

    @property
    def snapshot(self) -> str:
        """The id of the snapshot."""
        return self.index.snapshot

    @property
    def sources(self) -> list[str]:
        """The sources that the index holds."""
        return self.index.sources

    @property
    def lists(self) -> list[str]:
        """The sources that are lists: all but the casebook."""
        return [source for source in self.index.sources if source != CASEBOOK]

    def warm(self) -> None:
        """Load what makes many queries fast; some tenths of a second, seconds the very first time."""
        if not self._warm:
            nearest.compile_for_many(self._folder)
            settling.settle()
            self._warm = True

    def screen(self, query: Query, limit: int = 5, threshold: float | None = None) -> list[Hit]:
        """The parties that may be the one asked for, best first, at most ``limit``.

        ``threshold`` is the lowest score shown, by default the configuration's near line; whether a hit is an
        alert does not depend on it. An empty query meets nothing.
        """
        floor = config().near_line.value if threshold is None else threshold
        ranking = Ranking(self.day, query)
        for name in query.names:
            for met in self._names.compare(name, query.family):
                ranking.add_name(met)
        for kind, value in query.identifiers:
            plain = identifiers.normal(kind, value)
            for row in self.index.rows_of_number(kind, plain) if plain else ():
                ranking.add_number(row)
        for head in ranking.unnamed():
            for met in self._names.compare_all(query.names, query.family, ranking.names_of(head)):
                ranking.add_name(met)
        return ranking.hits(limit, floor)

    def batch(
        self, queries: Iterable[Query], limit: int = 5, threshold: float | None = None
    ) -> Iterator[list[Hit]]:
        """The hits of each query, in order."""
        self.warm()
        for query in queries:
            yield self.screen(query, limit, threshold)

    def candidates(self, name: str, schema: str = "", limit: int = 20) -> list[Candidate]:
        """Parties' names that may meet a name, before any full comparison, likeliest first."""
        query = Query(names=[name], schema=schema)
        found = []
        for text in query.names:
            for rough in self._names.rough(text, query.family)[:limit]:
                heads = {self.day.head(int(self.index.party[row])) for row in self._names.bearers(rough.name)}
                for head in sorted(heads):
                    ids = self.day.ids(head)
                    found.append(
                        Candidate(ids, self.index.name(rough.name), rough.schema, rough.likeness, rough.by)
                    )
        return found
