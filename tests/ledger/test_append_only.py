"""The database refuses to change what was written; tables of an earlier revision are brought up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from yalu.errors import StorageError, YaluError
from yalu.ledger import engines, heads, migrate, reading, tables, writing
from yalu.ledger.chain import START, linked
from yalu.ledger.check import checked
from yalu.ledger.judgement import as_json, judge
from yalu.ledger.place import Place
from yalu.ledger.store import Ledger
from yalu.ledger.told import told

AT = "2026-05-01T10:00:00.000000Z"


def run(place: Place, statement: str) -> None:
    with told(place), engines.writer(place) as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", ["audit", "judgement", "undo"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET who = 'Eve'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_what_was_written_cannot_be_changed(ledger: Ledger, table: str, verb: str) -> None:
    made, _ = ledger.decide("a", "b", "same", who="Ann", why="x")
    ledger.undo([made.id], who="Ann", why="x")
    if "TRUNCATE" in verb and ledger.place.file:
        pytest.skip("SQLite has no TRUNCATE")
    before = ledger.entries()
    with pytest.raises(StorageError, match="append-only"):
        run(ledger.place, verb.format(table))
    assert ledger.entries() == before


def test_an_undo_of_nothing_is_refused_by_the_database(ledger: Ledger) -> None:
    ledger.decide("a", "b", "same", who="Ann", why="x")
    with pytest.raises(StorageError, match=r"(?i)foreign key"):
        run(ledger.place, "INSERT INTO undo VALUES ('u-1', 1, 'j-none', 'Ann', 'now', 'x')")


def first_revision(place: Place) -> None:
    """A ledger as the first revision of the tables held it."""
    made = judge("a", "b", "same", "Ann", AT, "x")
    with engines.writer(place) as connection:
        migrate.upgrade(connection, place.name, "r0001")
        begin = linked(1, AT, "Ann", "begin", {"ledger": "abc"}, START)
        writing.insert_row(connection, begin)
        writing.insert_row(connection, linked(2, AT, "Ann", "decide", as_json(made), begin.hash))


def test_a_ledger_of_the_first_revision_is_brought_up_to_date(ledger: Ledger) -> None:
    first_revision(ledger.place)
    before = ledger.head()
    assert before and before.seq == 2
    run(ledger.place, "UPDATE judgement SET why = why")  # not refused yet
    made, head = ledger.decide("a", "c", "same", who="Ann", why="x")
    assert head.seq == 3
    assert [e.id for e in ledger.entries()][1] == made.id
    with pytest.raises(StorageError, match="append-only"):
        run(ledger.place, "UPDATE judgement SET why = 'y'")
    assert not checked(ledger.place, heads.remembered(ledger.place)).faults


def test_a_ledger_of_a_newer_revision_is_refused(ledger: Ledger) -> None:
    ledger.decide("a", "b", "same", who="Ann", why="x")
    run(ledger.place, f"UPDATE {tables.VERSION_TABLE} SET version_num = 'r0999'")
    with pytest.raises(YaluError, match="has revision r0999; this version of Yalu knows"):
        ledger.entries()
    with pytest.raises(YaluError, match="has revision r0999"):
        ledger.decide("a", "c", "same", who="Ann", why="x")


def test_the_tables_are_what_the_revisions_make(ledger: Ledger) -> None:
    ledger.decide("a", "b", "same", who="Ann", why="x")
    with reading.reading(ledger.place) as connection:
        assert connection is not None
        seen = inspect(connection)
        made = {t: [c["name"] for c in seen.get_columns(t)] for t in seen.get_table_names()}
    made.pop(tables.VERSION_TABLE)
    assert made == {t.name: [c.name for c in t.columns] for t in tables.metadata.tables.values()}


def test_the_newest_revision_is_the_one_that_the_code_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    revisions = ScriptDirectory.from_config(config)
    assert revisions.get_current_head() == tables.REVISION
    assert len(list(revisions.walk_revisions())) > 1
