"""The command: where it listens, how it ends, what it says."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from pathlib import Path

import pytest

from tests.running import yalu
from tests.workbench.serving import serving
from yalu.cli import serve as verb
from yalu.errors import UsageError, YaluError
from yalu.workbench import server


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.org", "", "127.0.0.1.example.org"])
def test_it_listens_on_this_machine_alone(host: str, casebook: Path) -> None:
    done = yalu("serve", "--host", host, workspace=casebook, check=False)
    assert done.returncode == 2
    assert "asks nobody who they are" in done.stderr and "127.0.0.1, ::1 or localhost" in done.stderr


@pytest.mark.parametrize(
    ("host", "address"), [("localhost", "127.0.0.1"), ("::1", "::1"), ("127.0.0.2", "127.0.0.2")]
)
def test_loopback_addresses_are_taken(host: str, address: str) -> None:
    assert server.check_host(host) == address


def test_an_address_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="does not listen on"):
        server.check_host("127.1/8")


def test_a_port_in_use_is_named(casebook: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = yalu("serve", "--port", str(port), workspace=casebook, check=False)
    assert done.returncode == 1
    assert (
        f"port {port} cannot be used: another program listens there" in done.stderr
        and "--port" in done.stderr
    )


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb, "find_spec", lambda name: None if name == "uvicorn" else True)
    with pytest.raises(YaluError) as raised:
        verb.run()
    assert "uvicorn, which is not installed" in str(raised.value)
    assert "pip install 'yalu[serve]'" in str(raised.value)


def test_a_signal_ends_it_when_the_requests_under_way_are_answered(listed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(listed, home)
    with serving(home, tmp_path / "stderr.txt", "--json-logs") as served:
        batch = {
            f"k{n}": {
                "schema": "Company",
                "properties": {"name": [f"Filler Enterprise {n} {m}" for m in range(20)]},
            }
            for n in range(100)
        }
        answers: list[int] = []
        asking = threading.Thread(target=lambda: answers.append(served.match(batch).status_code))
        asking.start()
        while "/healthz" not in served.log():
            served.get("/healthz")
        assert served.stop() == 0
        asking.join(timeout=60)
        assert answers == [200]
        lines = [json.loads(line) for line in served.log().splitlines() if line.startswith("{")]
        assert {"time", "method", "path", "ms", "status", "bytes", "snapshot"} == set(lines[0])
        assert "Traceback" not in served.log()


def test_several_workers_answer_alike_and_end_together(listed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(listed, home)
    with serving(home, tmp_path / "stderr.txt", "--workers", "2") as served:
        while served.log().count("serving snapshot") < 2:
            served.get("/healthz")
        found = [served.one("Person", name="Inventus Rangsom") for _ in range(20)]
        assert all(one == found[0] for one in found) and found[0]["results"]
        assert served.stop() == 0
    assert "Traceback" not in served.log()
