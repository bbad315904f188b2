"""The queue: jobs are put in, leased, renewed, ended, looked up. Reading makes no file."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import Connection, Row, insert, select, update

from yalu.errors import UsageError
from yalu.evidence.workspace import Workspace
from yalu.jobs import folder, migrate
from yalu.jobs.job import Job, State
from yalu.jobs.kind import Progress, kind_of
from yalu.jobs.tables import job as table
from yalu.ledger import engines
from yalu.ledger.place import Place, find
from yalu.ledger.told import told

LEASE = 30
"""Seconds for which a worker holds a job; it renews the lease several times within."""
ATTEMPTS = 3
"""How often a job is taken whose worker fell silent."""
MOST_TEXT = 2000
"""Characters kept of an error or a message."""


class Jobs:
    """The jobs of a workspace, in the database of its ledger. Making the object opens nothing."""

    def __init__(self, workspace: Workspace, ledger: str = "") -> None:
        self.workspace = workspace
        self._ledger = ledger

    @property
    def place(self) -> Place:
        """The database: the ledger may move while a server runs, so it is asked each time."""
        return find(self.workspace.root, self._ledger)

    def submit(
        self, kind: str, params: Mapping[str, Any], *, who: str, files: Mapping[str, bytes] | None = None
    ) -> Job:
        """Queue a job; its files are kept before anybody can take it. Raises UsageError, StorageError."""
        checked = kind_of(kind).check(dict(params))
        job_id = f"j{secrets.token_hex(8)}"
        folder.keep(folder.folder_of(self.workspace, job_id), files or {})
        values = {
            "id": job_id,
            "kind": kind,
            "params": orjson.dumps(checked.model_dump(mode="json")).decode(),
            "state": State.QUEUED.value,
            "who": who[:200],
            "created": _at(),
        }
        with self._writing() as connection:
            connection.execute(insert(table).values(**values))
        return self.get(job_id)

    def get(self, job_id: str) -> Job:
        """The job of that id. Raises UsageError where there is none."""
        with self._reading() as connection:
            if connection is not None:
                row = connection.execute(select(table).where(table.c.id == job_id)).first()
                if row:
                    return _job(row)
        raise UsageError(f"There is no job {job_id[:40]!r}.", expected="an id that /jobs shows")

    def newest(self, limit: int = 100) -> list[Job]:
        """The jobs queued last, the last first."""
        query = select(table).order_by(table.c.created.desc(), table.c.id).limit(limit)
        with self._reading() as connection:
            return [_job(row) for row in connection.execute(query)] if connection is not None else []

    def waiting(self) -> bool:
        """Whether a worker has something to do: a queued job, or a lease that ran out."""
        with self._reading() as connection:
            if connection is None:
                return False
            lapsed = (table.c.state == State.RUNNING.value) & (table.c.lease_until < _at())
            query = select(table.c.id).where((table.c.state == State.QUEUED.value) | lapsed).limit(1)
            return connection.execute(query).first() is not None

    def claim(self, owner: str) -> Job | None:
        """Lease the oldest queued job. One whose lease ran out is queued again first, or failed for good."""
        with self._writing() as connection:
            self._lapse(connection)
            query = select(table).where(table.c.state == State.QUEUED.value)
            row = connection.execute(query.order_by(table.c.created, table.c.id).limit(1)).first()
            if row is None:
                return None
            connection.execute(
                update(table)
                .where(table.c.id == row.id)
                .values(
                    state=State.RUNNING.value,
                    owner=owner,
                    lease_until=_at(LEASE),
                    attempts=row.attempts + 1,
                    started=row.started or _at(),
                )
            )
        return self.get(row.id)

    def renew(self, job_id: str, owner: str, progress: Progress | None = None) -> str:
        """Hold the lease: ``go on``, ``cancel`` where that was asked, ``lost`` where it is not ours."""
        values: dict[str, Any] = {"lease_until": _at(LEASE)}
        if progress:
            values |= {"message": progress.message[:MOST_TEXT]}
            values |= {"done": progress.done, "total": progress.total} if progress.total else {}
        with self._writing() as connection:
            held = _held(job_id, owner)
            if not connection.execute(update(table).where(held).values(**values)).rowcount:
                return "lost"
            asked = connection.execute(select(table.c.cancel).where(table.c.id == job_id)).scalar()
            return "cancel" if asked else "go on"

    def end(
        self, job_id: str, owner: str, state: State, *, files: tuple[str, ...] = (), error: str = ""
    ) -> None:
        """Write how it ended; nothing is written where the lease is no longer ours."""
        values = {"state": state.value, "ended": _at(), "owner": "", "lease_until": ""}
        values |= {"files": orjson.dumps(files).decode(), "error": error[:MOST_TEXT]}
        with self._writing() as connection:
            connection.execute(update(table).where(_held(job_id, owner)).values(**values))

    def give_back(self, job_id: str, owner: str) -> None:
        """Queue a leased job again, as a worker does that is told to stop; the attempt does not count."""
        with self._writing() as connection:
            connection.execute(
                update(table)
                .where(_held(job_id, owner))
                .values(state=State.QUEUED.value, owner="", lease_until="", attempts=table.c.attempts - 1)
            )

    def cancel(self, job_id: str) -> Job:
        """Cancel a queued job, or ask the worker of a running one to end it. Raises UsageError."""
        found = self.get(job_id)
        with self._writing() as connection:
            mine = table.c.id == job_id
            queued = mine & (table.c.state == State.QUEUED.value)
            ended = {"state": State.CANCELLED.value, "ended": _at(), "cancel": True}
            if not connection.execute(update(table).where(queued).values(**ended)).rowcount:
                running = mine & (table.c.state == State.RUNNING.value)
                connection.execute(update(table).where(running).values(cancel=True))
        return self.get(found.id)

    def _lapse(self, connection: Connection) -> None:
        lapsed = (table.c.state == State.RUNNING.value) & (table.c.lease_until < _at())
        over = {"owner": "", "lease_until": ""}
        ended = {"ended": _at(), **over}
        silent = f"Its worker fell silent {ATTEMPTS} times; the last is not known to have ended."
        connection.execute(
            update(table).where(lapsed & table.c.cancel).values(state=State.CANCELLED.value, **ended)
        )
        connection.execute(
            update(table)
            .where(lapsed & (table.c.attempts >= ATTEMPTS))
            .values(state=State.FAILED.value, error=silent, **ended)
        )
        connection.execute(update(table).where(lapsed).values(state=State.QUEUED.value, **over))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        place = self.place
        with told(place), engines.writer(place) as connection:
            migrate.upgrade(connection)
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        place = self.place
        if place.file and not place.file.exists():
            yield None
            return
        with told(place), engines.reader(place) as connection:
            yield connection if migrate.revision(connection) else None


def _held(job_id: str, owner: str) -> Any:
    return (table.c.id == job_id) & (table.c.owner == owner) & (table.c.state == State.RUNNING.value)


def _at(later: float = 0) -> str:
    """Now, or some seconds later, so that text sorts as time."""
    return (datetime.now(UTC) + timedelta(seconds=later)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _job(row: Row[Any]) -> Job:
    values = dict(row._mapping)
    values |= {"state": State(values["state"]), "cancel": bool(values["cancel"])}
    values |= {"params": orjson.loads(values["params"]), "files": tuple(orjson.loads(values["files"]))}
    return Job(**values)
