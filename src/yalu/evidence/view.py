"""The evidence as a reader sees it: one snapshot, as known on a day, true on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from yalu.evidence.grouping import Grouping
from yalu.evidence.snapshot import Snapshot, open_snapshot
from yalu.evidence.table import connect, reads
from yalu.evidence.works import as_shown
from yalu.evidence.workspace import Workspace
from yalu.model.clock import Mode, known_sql, shows_sql
from yalu.model.dates import day
from yalu.model.statement import COLUMNS, Statement
from yalu.model.vocabulary import NAME_PROPS

if TYPE_CHECKING:
    import numpy.typing as npt

SAME = "sameAs"
"""The property by which a curator says that two ids are one party."""


@dataclass(frozen=True, slots=True)
class When:
    """What is asked: as known by ``as_of``, true on ``on``, with inexact dates read by ``mode``."""

    as_of: str
    on: str
    mode: Mode = Mode.STRICT

    @classmethod
    def at(cls, as_of: str, on: str = "", mode: Mode = Mode.STRICT) -> When:
        """Check the days and give ``on`` its default."""
        return cls(day(as_of), day(on or as_of), mode)


class Evidence:
    """An opened snapshot. It holds the file names of its tables, so a later publish does not touch it."""

    def __init__(self, snapshot: Snapshot, grouping: Grouping | None = None) -> None:
        self.snapshot = snapshot
        self.grouping = grouping
        """Which ids are one party, where records were resolved; else ``sameAs`` alone says so."""
        self._engine = connect()
        files = ", ".join("'" + str(p).replace("'", "''") + "'" for p in snapshot.tables())
        self._run(f"CREATE VIEW statement AS SELECT * FROM read_parquet([{files}])", [])

    @classmethod
    def open(cls, workspace: Workspace, snapshot_id: str = "") -> Evidence:
        """Open a snapshot of a workspace, by default the one in force."""
        return cls(open_snapshot(workspace, snapshot_id))

    def without_users(self, *but: str) -> Evidence:
        """The same evidence without the sources that a user brought, but for those named."""
        kept = self.snapshot.without_users(*but)
        return Evidence(kept, self.grouping.limited(kept.folds) if self.grouping else None)

    def at(self, as_of: str, on: str = "", mode: Mode = Mode.STRICT) -> View:
        """The view of a day."""
        return View(self, When.at(as_of, on, mode))

    def rows(self, condition: str, parameters: list[str] | None = None) -> list[Statement]:
        """All statements that meet an SQL condition over the statement columns, in a fixed order."""
        columns = ", ".join(COLUMNS)
        query = (
            f"SELECT {columns} FROM statement WHERE {condition}"
            " ORDER BY party, prop, from_lo, value, lang, detail, source, id"
        )
        return [Statement(*row) for row in self._run(query, parameters or [])]

    def query(self, sql: str, parameters: list[str] | None = None) -> list[tuple[str, ...]]:
        """Any query over the view ``statement``."""
        return self._run(sql, parameters or [])

    def arrays(self, sql: str) -> dict[str, npt.NDArray[Any]]:
        """The columns of a query whose columns are numbers, as arrays; none may be null."""
        with reads(f"Snapshot {self.snapshot.id}"), self._engine.cursor() as cursor:
            found: dict[str, Any] = cursor.execute(sql).fetchnumpy()
        import numpy as np

        return {name: np.asarray(column) for name, column in found.items()}

    def stream(self, sql: str, parameters: list[Any], rows: int = 5000) -> Iterator[tuple[str, ...]]:
        """The rows of a query, some at a time."""
        with reads(f"Snapshot {self.snapshot.id}"), self._engine.cursor() as cursor:
            cursor.execute(sql, parameters)
            while some := cursor.fetchmany(rows):
                yield from some

    def _run(self, sql: str, parameters: list[str]) -> list[tuple[str, ...]]:
        # a cursor of its own, so that several threads may ask one opened snapshot
        with reads(f"Snapshot {self.snapshot.id}"), self._engine.cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()

    @cached_property
    def citations(self) -> dict[str, dict[str, str]]:
        """The cited works by id."""
        return self.snapshot.citations()


class View:
    """The statements that an :class:`Evidence` shows at a date and mode."""

    def __init__(self, evidence: Evidence, when: When) -> None:
        self.evidence = evidence
        self.when = when
        self.shown = shows_sql(when.as_of, when.on, when.mode)
        """The SQL condition over the statement columns by which the day shows a statement."""

    def statements(self, **where: str | tuple[str, ...]) -> list[Statement]:
        """Statements whose columns have the given values: ``kind="Person"``, ``prop=("name", "alias")``."""
        conditions = ["true"]
        parameters: list[str] = []
        for column, wanted in where.items():
            if column not in COLUMNS:
                raise ValueError(f"{column!r} is not a column of a statement")
            values = (wanted,) if isinstance(wanted, str) else wanted
            conditions.append(f"{column} IN ({', '.join('?' * len(values))})")
            parameters.extend(values)
        return self.meeting(" AND ".join(conditions), parameters)

    def meeting(self, condition: str, parameters: list[str] | None = None) -> list[Statement]:
        """Statements that the view shows and that meet an SQL condition over the statement columns."""
        found = self.evidence.rows(f"{self.shown} AND ({condition})", parameters or [])
        return [self.as_known(s) for s in found]

    def by_party(self, sources: tuple[str, ...]) -> Iterator[tuple[str, list[Statement]]]:
        """The statements of some sources, by the first id of each party, a party at a time.

        Nothing but the party at hand is kept, so the evidence may be larger than the memory.
        """
        same = [(party, head) for party, head in sorted(self._same.items()) if party != head]
        columns = ", ".join(f"s.{c}" for c in COLUMNS)
        rows = self.evidence.stream(
            f"SELECT coalesce(h.head, s.party) AS first, {columns} FROM statement s"
            " LEFT JOIN (SELECT unnest(?::VARCHAR[]) AS id, unnest(?::VARCHAR[]) AS head) h ON h.id = s.party"
            f" WHERE {self.shown} AND source IN ({', '.join('?' * len(sources)) or 'NULL'})"
            " ORDER BY first, party, prop, from_lo, value, lang, detail, source, s.id",
            [[id_ for id_, _ in same], [head for _, head in same], *sources],
        )
        for head, group in groupby(rows, key=lambda row: row[0]):
            yield head, [self.as_known(Statement(*row[1:])) for row in group]

    def kinds(self, sources: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Each party that some sources show, with each kind that they call it by."""
        marks = ", ".join("?" * len(sources)) or "NULL"
        return self.evidence.query(
            f"SELECT DISTINCT party, kind FROM statement WHERE {self.shown} AND kind <> ''"
            f" AND basis <> 'own_knowledge' AND flag = '' AND source IN ({marks}) ORDER BY party, kind",
            list(sources),
        )

    def as_known(self, s: Statement) -> Statement:
        """The statement without days that nobody could know yet: its later end, its later copies."""
        as_of = self.when.as_of
        hidden: dict[str, str] = {}
        if s.ended_known_hi > as_of:
            hidden |= dict.fromkeys(("to_lo", "to_hi", "ended_known_lo", "ended_known_hi"), "")
        if s.seen_last > as_of:
            hidden["seen_last"] = s.seen_first if s.seen_first <= as_of else ""
        if s.seen_first > as_of:
            hidden["seen_first"] = ""
        return replace(s, **hidden) if hidden else s

    def work(self, name: str) -> dict[str, str]:
        """A cited work as the day may show it: of a later one, only the publisher."""
        return as_shown(self.evidence.citations.get(name, {}), self.when.as_of, self.when.mode)

    def grouped(self, **where: str | tuple[str, ...]) -> dict[str, list[Statement]]:
        """The same, by party."""
        groups: dict[str, list[Statement]] = defaultdict(list)
        for s in self.statements(**where):
            groups[s.party].append(s)
        return dict(groups)

    @cached_property
    def _same(self) -> dict[str, str]:
        """Each id to the first id of its group: as resolved, else by the curators' ``sameAs`` of the day."""
        if self._resolved is not None:
            return {one: group[0] for group in self._resolved for one in group}
        root: dict[str, str] = {}

        def find(party: str) -> str:
            while root.setdefault(party, party) != party:
                party = root[party]
            return party

        for s in self.statements(prop=SAME):
            if s.basis == "own_knowledge":
                continue
            first, second = sorted((find(s.party), find(s.value)))
            root[second] = first
        return {party: find(party) for party in list(root)}

    def spelled(self, party: str) -> list[str]:
        """The ids that are this text in whatever case: itself alone where it is one."""
        folded = party.casefold()
        rows = self.evidence.query(
            "SELECT DISTINCT party FROM statement WHERE lower(party) = lower(?)", [party]
        )
        found = {p for (p,) in rows} | {p for p in self._same if p.casefold() == folded}
        return [party] if party in found else sorted(found)

    @property
    def resolved(self) -> bool:
        """Whether records were resolved, so that ids are one party by more than the curators' word."""
        return self.evidence.grouping is not None

    @cached_property
    def _resolved(self) -> list[tuple[str, ...]] | None:
        grouping = self.evidence.grouping
        return grouping.groups(self.when.as_of, self.when.mode) if grouping else None

    @cached_property
    def pending(self) -> frozenset[str]:
        """Ids that may belong to a party with another id: the queue of resolution."""
        grouping = self.evidence.grouping
        return frozenset(grouping.pending(self.when.as_of, self.when.mode)) if grouping else frozenset()

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        if self._resolved is not None:
            return {group[0]: list(group) for group in self._resolved}
        groups: dict[str, list[str]] = defaultdict(list)
        for party, head in self._same.items():
            groups[head].append(party)
        return {head: sorted(members) for head, members in groups.items()}

    def ids(self, party: str) -> list[str]:
        """All ids of the party to which this id belongs."""
        return self._groups.get(self._same.get(party, party), [party])

    @cached_property
    def names(self) -> dict[str, str]:
        """The name by which to call each party: primary before alias, whole before damaged."""
        names: dict[str, tuple[tuple[bool, int, str], str]] = {}
        for s in self.statements(prop=NAME_PROPS):
            rank = (bool(s.flag), NAME_PROPS.index(s.prop), s.known_hi)
            if s.party not in names or rank < names[s.party][0]:
                names[s.party] = (rank, s.value)
        return {party: value for party, (_, value) in names.items()}

    def name(self, party: str) -> str:
        """The party's name as known on the day, or of one of its other ids, or the id itself."""
        return next((self.names[i] for i in (party, *self.ids(party)) if i in self.names), party)


class Ever(View):
    """Every statement of a snapshot, whenever known and true; for work that keeps the clocks itself."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence, When.at("9999-12-31"))
        self.shown = "true"


class Past(View):
    """What was public by a day, be it over by then or not yet begun: for a chronicle or a calendar."""

    def __init__(self, evidence: Evidence, when: When) -> None:
        super().__init__(evidence, when)
        self.shown = known_sql(when.as_of, when.mode)


class Item:
    """A row of the casebook that is no party (an estimate, a detention, a law), as statements by field."""

    def __init__(self, item_id: str, statements: list[Statement]) -> None:
        self.id = item_id
        self.statements = statements

    def all(self, *props: str) -> list[Statement]:
        """The statements of some fields, in the order of the fields asked for."""
        return [s for prop in props for s in self.statements if s.prop == prop]

    def one(self, prop: str) -> Statement | None:
        """The first statement of a field, or ``None`` where the day does not show it."""
        return next((s for s in self.statements if s.prop == prop), None)

    def text(self, prop: str, default: str = "") -> str:
        """The value of a field."""
        found = self.one(prop)
        return found.value if found else default

    @property
    def verified(self) -> bool:
        """Whether a stored text backs the row."""
        return all(s.basis != "own_knowledge" for s in self.statements)


def items(view: View, kind: str) -> list[Item]:
    """The rows of a kind that the view shows, by id."""
    return [Item(item_id, rows) for item_id, rows in sorted(view.grouped(kind=kind).items())]
