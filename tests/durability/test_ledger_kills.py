"""A process that dies at a named point of a write loses no judgement that was kept, and half-keeps none."""

from __future__ import annotations

import random
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.durability.ledgers import decide, kept
from tests.durability.test_failpoints import PAGE
from tests.durability.workspaces import content, copied, end, start
from tests.postgresql import Server
from tests.running import yalu
from yalu.evidence import failpoints
from yalu.ledger.backup import backup
from yalu.ledger.place import find
from yalu.ledger.store import Ledger

OF_WRITE = failpoints.LEDGER[:4]
STANDS = ("ledger_after_commit", "ledger_head_noted")
OF_MOVE = [n for n in failpoints.LEDGER if n.startswith("move_")]
KILLS = 10


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest) -> Callable[[], str]:
    """Makes the place of a ledger: the workspace's own, or one in PostgreSQL."""
    if request.param == "sqlite":
        return lambda: ""
    server: Server = request.getfixturevalue("postgresql")
    return server.database


def die(*words: str | Path, at: str, home: Path, **environment: str) -> None:
    done = end(start(*words, workspace=home, YALU_FAILPOINT=at, **environment))
    assert done.returncode == -signal.SIGKILL, f"{at}: {done.stderr}"
    assert not done.stdout, "nothing is reported as done"


@pytest.mark.parametrize("first", [True, False], ids=["first", "later"])
def test_a_decision_that_dies(new_url: Callable[[], str], first: bool, tmp_path: Path) -> None:
    for name in OF_WRITE:
        home, url = tmp_path / name, new_url()
        before = [] if first else ["before"]
        if not first:
            Ledger.find(home, url).decide("x", "y", "same", who="Ann", why="before")
        die("decide", "a", "b", "same", "--why", "it died", at=name, home=home, YALU_LEDGER=url)
        expected = [*before, *(["it died"] if name in STANDS else [])]
        assert kept(home, url) == expected, name
        assert decide(home, 1, YALU_LEDGER=url) == 0
        assert kept(home, url) == [*expected, "reason 1"]


def test_an_import_that_dies_takes_in_all_or_nothing(new_url: Callable[[], str], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("a,b,verdict,why\n" + "".join(f"a,r{n},same,n{n}\n" for n in range(50)))
    for name in OF_WRITE:
        home, url = tmp_path / name, new_url()
        die("ledger", "import", file, at=name, home=home, YALU_LEDGER=url)
        assert len(kept(home, url)) == (50 if name in STANDS else 0)
        yalu("ledger", "import", file, "--ledger", url, workspace=home)
        assert len(kept(home, url)) == 50


@pytest.mark.parametrize("name", OF_MOVE)
def test_a_move_that_dies_there_and_back(name: str, postgresql: Server, tmp_path: Path) -> None:
    home, url = tmp_path / "home", postgresql.database()
    for number in range(3):
        Ledger.find(home).decide("a", f"r{number}", "same", who="Ann", why=f"reason {number}")
    for number, to in ((3, url), (4, "sqlite")):
        before, head = kept(home), Ledger.find(home).head()
        die("ledger", "move", "--to", to, at=name, home=home)
        assert kept(home) == before, "all of it can be read"
        if name == "move_closed":
            refused = end(start("decide", "a", "z", "same", "--why", "x", workspace=home))
            assert refused.returncode == 2 and "end the move" in refused.stderr
        yalu("ledger", "move", "--to", to, workspace=home)
        assert Ledger.find(home).head() == head, "the chain is the same"
        assert find(home) == find(home).at(to)
        assert decide(home, number) == 0
        assert kept(home) == [*before, f"reason {number}"]


@pytest.mark.parametrize("name", ["restore_kept_aside", *OF_WRITE])
def test_a_restore_that_dies(name: str, new_url: Callable[[], str], tmp_path: Path) -> None:
    home, file, url = tmp_path / "home", tmp_path / "backup.sqlite", new_url()
    ledger = Ledger.find(home, url)
    ledger.decide("a", "b", "same", who="Ann", why="in the backup")
    backup(ledger.place, file)
    ledger.decide("a", "c", "same", who="Ann", why="after it")
    words = ("ledger", "restore", file, "--force")
    die(*words, at=name, home=home, YALU_LEDGER=url)
    assert [e.why for e in ledger.entries()] == (
        ["in the backup"] if name in STANDS else ["in the backup", "after it"]
    )
    yalu(*words, "--ledger", url, workspace=home)
    assert kept(home, url) == ["in the backup"]
    copies = [Ledger(find(home, f"sqlite:///{p}")) for p in (home / "ledger" / "aside").glob("*.sqlite")]
    assert any("after it" in [e.why for e in copy.entries()] for copy in copies), "nothing is lost"


def test_kills_at_moments_that_nobody_chose(tmp_path: Path) -> None:
    home, chance = tmp_path / "home", random.Random(7)
    told: list[str] = []
    began = time.monotonic()
    assert decide(home, 0) == 0
    longest = time.monotonic() - began
    killed = number = 0
    while killed < KILLS:
        number += 1
        process = start("decide", "a", f"r{number}", "same", "--why", f"reason {number}", workspace=home)
        time.sleep(chance.uniform(0.5, 1.0) * longest)
        process.kill()
        done = end(process)
        killed += done.returncode == -signal.SIGKILL
        if done.stdout:
            told.append(f"reason {number}")
        found = kept(home)
        assert set(told) <= set(found), "what was told is kept"
        assert len(found) == len(set(found)) <= number + 1


def test_a_build_leaves_the_ledger_alone(casebook: Path, tmp_path: Path) -> None:
    home = copied(casebook, tmp_path / "home")
    assert decide(home, 0) == 0
    before = {name: digest for name, digest in content(home).items() if name.startswith("ledger/")}
    assert before
    yalu("build", workspace=home)
    assert {n: d for n, d in content(home).items() if n.startswith("ledger/")} == before
    assert kept(home) == ["reason 0"]


def test_every_failpoint_of_the_ledger_is_reached_and_documented() -> None:
    source = Path(failpoints.__file__).parents[1] / "ledger"
    text = "".join(p.read_text(encoding="utf-8") for p in source.rglob("*.py"))
    assert set(re.findall(r'failpoints\.reach\("(\w+)"\)', text)) == set(failpoints.LEDGER)
    page = PAGE.read_text(encoding="utf-8")
    assert not [n for n in failpoints.LEDGER if f"`{n}`" not in page]
