"""What no route sees: other hosts, what is too large, what is no route."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from tests.workbench.serving import Served


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::1]evil", "10.0.0.1"]
)
def test_another_host_name_is_turned_away(served: Served, host: str) -> None:
    """A page that rebinds its name to this machine sends that name."""
    with served.client() as client:
        answer = client.get("/healthz", headers={"host": host})
    assert answer.status_code == 421 if host else answer.status_code in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1234", "127.0.0.1:9", "[::1]:80", "[::1]"])
def test_this_machine_by_any_of_its_names_is_answered(served: Served, host: str) -> None:
    with served.client() as client:
        assert client.get("/healthz", headers={"host": host}).status_code == 200


def test_no_other_origin_may_read_an_answer(served: Served) -> None:
    with served.client() as client:
        answer = client.get("/catalog", headers={"origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_body_that_is_too_large_is_refused_before_it_is_read(served: Served) -> None:
    with served.client() as client:
        answer = client.post("/match/default", content=b" " * (5 * 1024 * 1024))
    assert answer.status_code == 413 and "limit" in answer.json()["detail"]


@pytest.mark.parametrize("megabytes", [5, 20, 60])
def test_who_reads_only_when_the_body_is_out_gets_the_answer(served: Served, megabytes: int) -> None:
    address = urlsplit(served.url)
    assert address.hostname and address.port
    size = megabytes * 1024 * 1024
    with socket.create_connection((address.hostname, address.port), timeout=30) as line:
        line.sendall(
            b"POST /match/default HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n" % size
        )
        for _ in range(size // 0x10000):
            line.sendall(b" " * 0x10000)
        said = b""
        while part := line.recv(4096):
            said += part
    assert b" 413 " in said.splitlines()[0] and said.endswith(b"}")


def test_a_body_of_unsaid_length_is_refused_as_soon_as_it_is_too_large(served: Served) -> None:
    address = urlsplit(served.url)
    assert address.hostname and address.port
    with socket.create_connection((address.hostname, address.port), timeout=30) as line:
        line.sendall(
            b"POST /match/default HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        try:
            for _ in range(200):
                line.sendall(chunk)
        except OSError:
            pass
        assert b" 413 " in line.recv(200)


def test_an_address_that_is_too_long_is_refused(served: Served) -> None:
    answer = served.get("/search/default", q="x" * 60_001)
    assert answer.status_code == 414 and "too long" in answer.json()["detail"]


def test_what_is_no_route_is_told_as_an_error_of_the_same_shape(served: Served) -> None:
    missing = served.get("/nothing")
    assert missing.status_code == 404 and missing.json() == {"detail": "Not Found"}
    with served.client() as client:
        wrong = client.delete("/healthz")
    assert wrong.status_code == 405 and wrong.json()["detail"] and wrong.headers["allow"] == "GET"


def test_the_log_has_a_line_for_each_request_and_no_query(served: Served) -> None:
    served.get("/search/default", q="a-customer-of-ours")
    lines: list[str] = []
    while not lines:  # the line is written when the answer is sent
        lines = [one for one in served.log().splitlines() if " GET /search/default 200 " in one]
    assert lines[-1].split()[-1].startswith("s")
    assert "a-customer-of-ours" not in served.log()
