"""What every test shares: a workspace of its own, and the real lists where this machine has them."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgresql import Server, programs
from tests.sections import Sections
from yalu.evidence import packaged
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.regimes import Regime, load_regime

REPOSITORY = Path(__file__).resolve().parent.parent

if "YALU_COMPILED" not in os.environ:
    # Before anything is compiled, and before workers start: they and the commands that they run inherit it.
    COMPILED = tempfile.TemporaryDirectory(prefix="yalu-compiled-")
    os.environ["YALU_COMPILED"] = COMPILED.name

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace, so that no test reads or writes one of the checkout."""
    path = tmp_path / "home"
    monkeypatch.setenv("YALU_HOME", str(path))
    monkeypatch.delenv("YALU_LEDGER", raising=False)
    monkeypatch.setenv("YALU_USER", "Ann")
    return path


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists and expected figures; tests that need it skip where it is absent."""
    path = Path(os.environ.get("YALU_SHARED") or REPOSITORY.parent / "shared")
    if not path.is_dir():
        pytest.skip(f"no real lists here: YALU_SHARED is not set and {path} does not exist")
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server of the test run; tests that need it skip where it cannot be had."""
    found = programs()
    if found is None:
        pytest.skip(
            "no PostgreSQL here: initdb and pg_ctl are in no /usr/lib/postgresql/*/bin, nor on the path"
        )
    pytest.importorskip("psycopg", reason="no psycopg here: it comes with the extra [serve]")
    server = Server(found)
    try:
        server.start()
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workspace that holds the packaged casebook alone; no test changes it."""
    root = tmp_path_factory.mktemp("casebook") / "home"
    packaged.ensure(Workspace(root))
    return root


@pytest.fixture(scope="session")
def evidence(casebook: Path) -> Evidence:
    return Evidence.open(Workspace(casebook))


@pytest.fixture(scope="session")
def regime() -> Regime:
    return load_regime()


@pytest.fixture(scope="session")
def sections(evidence: Evidence, regime: Regime) -> Sections:
    """The sections of the brief, each made once for each day."""
    return Sections(evidence, regime)
