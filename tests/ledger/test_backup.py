"""A backup is the whole ledger in one file; a restore replaces nothing that is not kept aside."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.ledger.conftest import URL
from tests.ledger.tampering import tamper
from yalu.errors import StorageError, UsageError, YaluError
from yalu.ledger import heads
from yalu.ledger.backup import backup, check
from yalu.ledger.check import checked
from yalu.ledger.place import Place, find
from yalu.ledger.restore import Restored, restore
from yalu.ledger.store import Ledger


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.decide("a", "b", "same", who="Ann", why="x")
    ledger.undo([], who="Ann", why="y")
    ledger.decide("a", "b", "different", who="Ann", why="z")
    return ledger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "ledger.sqlite"


def back(place: Place, file: Path, *, force: bool = False) -> Restored:
    return restore(place, file, who="Bob", force=force, warn=print)


def whole(place: Place) -> None:
    assert not checked(place, heads.remembered(place)).faults


def test_a_backup_holds_the_whole_ledger_in_one_file(kept: Ledger, file: Path, home: Path) -> None:
    head = backup(kept.place, file)
    assert head == kept.head()
    assert [p.name for p in file.parent.iterdir()] == ["ledger.sqlite"]
    assert Ledger(find(home, f"sqlite:///{file}")).entries() == kept.entries()
    with pytest.raises(UsageError, match="is there already"):
        backup(kept.place, file)
    kept.decide("a", "c", "same", who="Ann", why="x")
    assert backup(kept.place, file, force=True).seq == head.seq + 1


def test_a_backup_while_others_write(kept: Ledger, tmp_path: Path) -> None:
    def write(_: int) -> None:
        for number in range(15):
            kept.decide("a", f"r{number}", "same", who="Ann", why="x")

    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(write, 0)
        taken = []
        while not work.done() or not taken:
            copy = tmp_path / f"copy{len(taken)}.sqlite"
            taken.append((copy, backup(kept.place, copy)))
        work.result()
    assert kept.head() and len(kept.entries()) == 18
    for copy, head in taken:
        assert check(Place(tmp_path, copy)) == head


def test_nothing_to_back_up(ledger: Ledger, file: Path) -> None:
    with pytest.raises(UsageError, match="is empty"):
        backup(ledger.place, file)
    assert not file.exists()


def test_a_restore_into_an_empty_ledger(kept: Ledger, file: Path, new_url: URL, tmp_path: Path) -> None:
    head = backup(kept.place, file)
    other = Ledger(find(tmp_path / "other", new_url()))
    done = back(other.place, file)
    assert other.entries() == kept.entries()
    assert (done.head.ledger, done.head.seq) == (head.ledger, head.seq + 1)
    assert (done.aside, done.lost) == ([], [])
    whole(other.place)


def test_a_restore_replaces_only_by_force_and_keeps_the_old_one_aside(kept: Ledger, file: Path) -> None:
    backup(kept.place, file)
    before = kept.entries()
    later, _ = kept.decide("a", "c", "same", who="Ann", why="after the backup")
    old_head = kept.head()
    with pytest.raises(UsageError, match="holds 5 rows"):
        back(kept.place, file)
    assert kept.head() == old_head
    done = back(kept.place, file, force=True)
    assert kept.entries() == before
    assert done.lost == [old_head]
    whole(kept.place)
    [ledger_aside, heads_aside] = done.aside
    aside = Place(kept.place.folder, ledger_aside)
    assert Ledger(aside).entries() == [*before, later]
    assert Ledger(aside).head() == old_head
    assert old_head in [r.head for r in heads.read(heads_aside)]
    kept.decide("a", "d", "same", who="Ann", why="it goes on")
    whole(kept.place)


def test_a_lost_ledger_is_not_begun_anew_and_can_be_brought_back(kept: Ledger, file: Path) -> None:
    backup(kept.place, file)
    tables = ("undo", "judgement", "audit")
    if kept.place.file:
        kept.place.file.unlink()
    else:
        tamper(kept.place, *(f"DELETE FROM {table}" for table in tables))
    with pytest.raises(YaluError, match=r"is empty, and .* says that it stood at 4:"):
        kept.decide("a", "c", "same", who="Ann", why="x")
    assert back(kept.place, file).lost == []
    assert len(kept.entries()) == 3
    whole(kept.place)


def test_a_backup_that_fails_its_check_is_refused(kept: Ledger, file: Path) -> None:
    backup(kept.place, file)
    tamper(Place(kept.place.folder, file), "UPDATE audit SET who = 'Eve' WHERE seq = 2")
    before = kept.head()
    with pytest.raises(YaluError, match="fails its check: row 2 was changed"):
        back(kept.place, file, force=True)
    assert kept.head() == before


def test_what_is_no_backup(kept: Ledger, tmp_path: Path) -> None:
    text, empty = tmp_path / "text", tmp_path / "empty.sqlite"
    text.write_text("no ledger, but long enough to be taken for a page of one" * 20)
    sqlite3.connect(empty).close()
    for file, said in ((text, "not a ledger"), (empty, "holds no ledger"), (tmp_path / "none", "is no file")):
        with pytest.raises(YaluError, match=said):
            back(kept.place, file, force=True)
    assert len(kept.entries()) == 3


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_damaged_file_is_told_and_replaced_only_by_force(kept: Ledger, file: Path) -> None:
    backup(kept.place, file)
    old = kept.place.file
    assert old is not None
    old.write_bytes(b"not a database at all" * 400)
    with pytest.raises(StorageError, match="is not a ledger") as error:
        kept.entries()
    assert "yalu ledger restore" in error.value.do
    with pytest.raises(StorageError, match="is not a ledger"):
        back(kept.place, file)
    [aside] = back(kept.place, file, force=True).aside
    assert aside.read_bytes().startswith(b"not a database")
    assert len(kept.entries()) == 3
    whole(kept.place)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_damaged_page_is_found(kept: Ledger, file: Path) -> None:
    backup(kept.place, file)
    old = kept.place.file
    assert old is not None
    content = bytearray(old.read_bytes())
    page = content.index(b"decide") // 4096
    content[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    old.write_bytes(content)
    with pytest.raises(StorageError, match="is damaged"):
        whole(kept.place)
    assert len(back(kept.place, file, force=True).aside) == 1
    whole(kept.place)
