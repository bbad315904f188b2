"""A move copies ids, times and hashes, checks the copy, and only then switches; it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledger.conftest import URL
from tests.ledger.tampering import tamper
from yalu.errors import StorageError, UsageError, YaluError
from yalu.ledger import heads, reading
from yalu.ledger.chain import Row
from yalu.ledger.check import checked
from yalu.ledger.move import move
from yalu.ledger.place import Place, find
from yalu.ledger.store import Ledger


@pytest.fixture
def kept(home: Path) -> Ledger:
    """A ledger in the workspace's own file."""
    ledger = Ledger.find(home)
    ledger.decide("a", "b", "same", who="Ann", why="x")
    ledger.undo([], who="Ann", why="y")
    ledger.decide("a", "b", "different", who="Ann", why="평양")
    return ledger


def rows(place: Place) -> list[Row]:
    with reading.reading(place) as connection:
        return list(reading.rows(connection)) if connection else []


def test_there_and_back(kept: Ledger, new_url: URL, home: Path) -> None:
    before, url = rows(kept.place), new_url()
    done = move(kept.place, url, print)
    assert (done.head, done.rows) == (kept.head(), 4)
    there = Ledger.find(home)
    assert there.place == find(home).at(url), "the workspace names it"
    assert rows(there.place) == before
    assert not checked(there.place, heads.remembered(there.place)).faults
    there.decide("a", "c", "same", who="Ann", why="there")

    back = move(there.place, "sqlite", print)
    assert back.rows == 1, "what was here already is not copied again"
    again = Ledger.find(home)
    assert again.place.file == again.place.embedded
    assert rows(again.place)[:4] == before
    assert again.entries() == there.entries()
    again.decide("a", "d", "same", who="Ann", why="here")
    assert not checked(again.place, heads.remembered(again.place)).faults
    assert move(again.place, url, print).rows == 1


def test_the_old_place_takes_no_more_and_can_be_read(kept: Ledger, new_url: URL) -> None:
    before = kept.entries()
    move(kept.place, new_url(), print)
    with pytest.raises(UsageError, match=r"was moved to .* and takes no more"):
        kept.decide("a", "c", "same", who="Ann", why="x")
    assert kept.entries() == before


def test_a_move_that_was_made_already_changes_nothing(kept: Ledger, new_url: URL, home: Path) -> None:
    url = new_url()
    move(kept.place, url, print)
    there = Ledger.find(home)
    there.decide("a", "c", "same", who="Ann", why="after the move")
    head = there.head()
    assert move(kept.place, url, print).rows == 0
    assert move(there.place, url, print).head == head
    assert Ledger.find(home).head() == head
    with pytest.raises(UsageError, match="is not in force here"):
        move(kept.place, new_url(), print)


def test_an_empty_ledger_can_be_moved(home: Path, new_url: URL) -> None:
    done = move(find(home), new_url(), print)
    assert (done.head, done.rows) == (None, 0)
    there = Ledger.find(home)
    assert not there.place.name.startswith(str(home / "ledger"))
    assert there.decide("a", "b", "same", who="Ann", why="x")[1].seq == 2


def test_a_place_that_holds_another_ledger_is_refused(kept: Ledger, new_url: URL, home: Path) -> None:
    url = new_url()
    other = Ledger(find(home.parent / "other", url))
    made, _ = other.decide("x", "y", "same", who="Eve", why="mine")
    with pytest.raises(YaluError, match="holds another ledger already"):
        move(kept.place, url, print)
    assert other.entries() == [made]
    assert Ledger.find(home).place == kept.place
    kept.decide("a", "c", "same", who="Ann", why="still in force")


def test_a_ledger_that_fails_its_check_is_not_moved(kept: Ledger, new_url: URL, home: Path) -> None:
    tamper(kept.place, "UPDATE audit SET who = 'Eve' WHERE seq = 3")
    url = new_url()
    with pytest.raises(YaluError, match="fails its check: row 3 was changed"):
        move(kept.place, url, print)
    assert Ledger.find(home).place == kept.place
    assert Ledger(find(home.parent / "other", url)).head() is None


def test_a_place_that_does_not_answer(kept: Ledger, home: Path) -> None:
    for url in ("postgresql+psycopg://yalu:secret@127.0.0.1:1/none", "sqlite:////proc/none/x.sqlite"):
        with pytest.raises(StorageError) as error:
            move(kept.place, url, print)
        assert "secret" not in str(error.value)
    assert Ledger.find(home).place == kept.place
    kept.decide("a", "c", "same", who="Ann", why="still in force")


def test_where_the_ledger_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find(home) == Place(home / "ledger", home / "ledger" / "ledger.sqlite")
    url = "postgresql://ann:secret@db.example:5433/yalu"
    find(home).at(url).switch()
    assert find(home).url == "postgresql+psycopg://ann:secret@db.example:5433/yalu"
    assert find(home).name == "postgresql+psycopg://ann@db.example:5433/yalu", "no password is shown"
    assert (home / "ledger" / "config.json").stat().st_mode & 0o077 == 0, "nor can others read it"
    monkeypatch.setenv("YALU_LEDGER", "sqlite:////tmp/x.sqlite")
    assert find(home).file == Path("/tmp/x.sqlite")
    assert find(home, "sqlite").file == home / "ledger" / "ledger.sqlite"
    monkeypatch.delenv("YALU_LEDGER")
    find(home, "sqlite").switch()
    assert find(home).file == home / "ledger" / "ledger.sqlite"
    for wrong in ("mysql://x:secret@y/z", "file", "sqlite://", "postgresql://"):
        with pytest.raises(UsageError, match="names no place for a ledger") as error:
            find(home, wrong)
        assert "secret" not in str(error.value)
    (home / "ledger" / "config.json").write_text("{}")
    with pytest.raises(YaluError, match="does not say where the ledger is"):
        find(home)
