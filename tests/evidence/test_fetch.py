"""Downloads from a server that misbehaves in every way that servers do."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from tests.evidence.misbehaving import BODY, Answer, Server, answer
from yalu import __version__
from yalu.errors import SourceMissing
from yalu.evidence.fetch import LONGEST_PAUSE, Fetched, fetch, user_agent

LIMIT = 10_000_000


class Pauses(list[float]):
    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def get(server: Server, pauses: Pauses | None = None, **more: Any) -> Fetched:
    return fetch(
        server.url,
        **{"max_bytes": LIMIT, "timeout": 5.0, "sleep": Pauses() if pauses is None else pauses, **more},
        transport=httpx.HTTPTransport(),
    )


def refused(server: Server, **more: Any) -> str:
    with pytest.raises(SourceMissing) as caught:
        get(server, **more)
    assert server.url in str(caught.value)
    assert "yalu sync SOURCE --from FILE" in caught.value.do
    assert caught.value.exit_code == 4
    return caught.value.what


def test_a_whole_file_with_its_validators_and_progress(server: Server) -> None:
    server.answers = [answer(ETag='"a"', Last_Modified="Thu, 07 Jun 2018 19:03:43 GMT")]
    seen: list[tuple[int, int]] = []
    got = get(server, progress=lambda done, total: seen.append((done, total)))
    assert got == Fetched(BODY, '"a"', "Thu, 07 Jun 2018 19:03:43 GMT", 200, server.url)
    assert seen[-1] == (len(BODY), len(BODY))
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert server.asked[0]["user-agent"] == user_agent() == f"yalu/{__version__}"
    assert not {"if-none-match", "if-modified-since", "range"} & set(server.asked[0])


def test_an_error_page_with_status_200_is_for_the_parser(server: Server) -> None:
    server.answers = [answer(body=b"<html>Sorry</html>", Content_Type="text/html")]
    assert get(server).content == b"<html>Sorry</html>"


def test_an_unchanged_file_is_not_sent_again(server: Server) -> None:
    server.answers = [answer(304)]
    got = get(server, etag='"a"', last_modified="Thu, 07 Jun 2018 19:03:43 GMT")
    assert got == Fetched(None, '"a"', "Thu, 07 Jun 2018 19:03:43 GMT", 304, server.url)
    assert server.asked[0]["if-none-match"] == '"a"'
    assert server.asked[0]["if-modified-since"] == "Thu, 07 Jun 2018 19:03:43 GMT"


def test_new_content_never_takes_over_the_old_validators(server: Server) -> None:
    server.answers = [answer()]
    got = get(server, etag='"old"', last_modified="Thu, 07 Jun 2018 19:03:43 GMT")
    assert (got.content, got.etag, got.last_modified) == (BODY, "", "")


def test_unchanged_without_having_asked_is_an_error(server: Server) -> None:
    server.answers = [answer(304)]
    assert "304" in refused(server)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_error_is_tried_again(server: Server, status: int) -> None:
    server.answers = [answer(status), answer(status), answer()]
    pauses = Pauses()
    assert get(server, pauses).content == BODY
    assert 0.5 <= pauses[0] <= 1 <= pauses[1] <= 2


def test_a_lasting_error_is_told_with_the_number_of_attempts(server: Server) -> None:
    server.answers = [answer(503)]
    pauses = Pauses()
    assert "the server answered 503 Service Unavailable (tried 3 times)" in refused(
        server, retries=2, pauses=pauses
    )
    assert len(pauses) == 2
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 204, 206])
def test_a_lasting_answer_is_not_tried_again(server: Server, status: int) -> None:
    server.answers = [answer(status, b"")]
    assert f"the server answered {status}" in refused(server)
    assert len(server.asked) == 1


def soon() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("7", 7, 7),
        ("0", 0, 0),
        ("86400", LONGEST_PAUSE, LONGEST_PAUSE),
        ("9" * 500, LONGEST_PAUSE, LONGEST_PAUSE),
        (soon, 10, 20),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
        ("later", 0.5, 1),
        ("-3", 0.5, 1),
    ],
)
def test_retry_after_is_honored_up_to_a_limit(
    server: Server, said: str | Callable[[], str], low: float, high: float
) -> None:
    server.answers = [answer(429, Retry_After=said if isinstance(said, str) else said()), answer()]
    pauses = Pauses()
    assert get(server, pauses).content == BODY
    assert low <= pauses[0] <= high


def test_a_body_that_breaks_off_is_fetched_anew(server: Server) -> None:
    server.answers = [answer(body=BODY[:5000], length=len(BODY)), answer()]
    assert get(server).content == BODY
    assert "range" not in server.asked[1]


def test_a_body_that_always_breaks_off_is_no_list(server: Server) -> None:
    server.answers = [answer(body=BODY[:5000], length=len(BODY))]
    assert "(tried 4 times)" in refused(server)


@pytest.mark.parametrize(
    ("headers", "validator"),
    [
        ({"ETag": '"a"', "Last_Modified": "Thu, 07 Jun 2018 19:03:43 GMT"}, '"a"'),
        (
            {"ETag": 'W/"a"', "Last_Modified": "Thu, 07 Jun 2018 19:03:43 GMT"},
            "Thu, 07 Jun 2018 19:03:43 GMT",
        ),
    ],
)
def test_a_body_that_breaks_off_is_resumed_where_the_server_can(
    server: Server, headers: dict[str, str], validator: str
) -> None:
    span = f"bytes 5000-{len(BODY) - 1}/{len(BODY)}"
    server.answers = [
        answer(body=BODY[:5000], length=len(BODY), Accept_Ranges="bytes", **headers),
        answer(503),
        answer(206, BODY[5000:], Content_Range=span, **headers),
    ]
    seen: list[int] = []
    got = get(server, progress=lambda done, total: seen.append(done), etag='"before"')
    assert (got.content, got.status) == (BODY, 200)
    assert server.asked[0]["if-none-match"] == '"before"'
    for asked in server.asked[1:]:
        assert (asked["range"], asked["if-range"]) == ("bytes=5000-", validator)
        assert "if-none-match" not in asked
    assert seen[-1] == len(BODY)


def test_a_file_that_changed_meanwhile_is_taken_whole(server: Server) -> None:
    new = BODY[::-1]
    server.answers = [
        answer(body=BODY[:5000], length=len(BODY), ETag='"a"', Accept_Ranges="bytes"),
        answer(body=new, ETag='"b"', Accept_Ranges="bytes"),
    ]
    got = get(server)
    assert (got.content, got.etag) == (new, '"b"')


@pytest.mark.parametrize(
    "second",
    [
        answer(206, BODY[4000:], Content_Range=f"bytes 4000-{len(BODY) - 1}/{len(BODY)}"),
        answer(206, BODY[5000:]),
        answer(206, BODY[5000:], Content_Range="lines 5000-/9"),
        answer(416, b""),
        answer(412, b""),
    ],
    ids=["wrong place", "no place", "wrong unit", "416", "412"],
)
def test_a_resumption_that_fails_starts_anew(server: Server, second: Answer) -> None:
    server.answers = [
        answer(body=BODY[:5000], length=len(BODY), ETag='"a"', Accept_Ranges="bytes"),
        second,
        answer(),
    ]
    assert get(server).content == BODY
    assert "range" not in server.asked[2]


def test_a_resumption_that_is_short_is_noticed(server: Server) -> None:
    span = f"bytes 5000-5999/{len(BODY)}"
    rest = f"bytes 6000-{len(BODY) - 1}/{len(BODY)}"
    server.answers = [
        answer(body=BODY[:5000], length=len(BODY), ETag='"a"', Accept_Ranges="bytes"),
        answer(206, BODY[5000:6000], Content_Range=span),
        answer(206, BODY[6000:], Content_Range=rest),
    ]
    assert get(server).content == BODY


def test_a_silent_server_is_left(server: Server) -> None:
    server.answers = [answer(body=BODY[:100], length=len(BODY), stall=0.6), answer()]
    assert get(server, timeout=0.2).content == BODY


def test_a_server_that_always_stays_silent(server: Server) -> None:
    server.answers = [answer(body=b"", length=5, stall=0.3)]
    assert "(tried 2 times)" in refused(server, timeout=0.1, retries=1)


def test_nobody_there(server: Server) -> None:
    server.close()
    pauses = Pauses()
    assert "(tried 4 times)" in refused(server, pauses=pauses)
    assert len(pauses) == 3


@pytest.mark.parametrize("length", [None, -1], ids=["said", "not said"])
def test_too_large(server: Server, length: int | None) -> None:
    server.answers = [answer(length=length)]
    assert "more than the 1,000" in refused(server, max_bytes=1000)
    assert len(server.asked) == 1


def test_compressed_content_is_unpacked_but_not_beyond_the_limit(server: Server) -> None:
    server.answers = [answer(body=gzip.compress(BODY), Content_Encoding="gzip")]
    assert get(server).content == BODY
    assert server.asked[0]["accept-encoding"] == "identity"
    server.answers = [answer(body=gzip.compress(b"0" * 1_000_000), Content_Encoding="gzip")]
    assert "more than the 100,000 bytes allowed" in refused(server, max_bytes=100_000)
    server.answers = [answer(body=b"not gzip", Content_Encoding="gzip")]
    assert "(tried 1 times)" in refused(server, retries=0)


def test_a_redirect_is_followed(server: Server) -> None:
    server.answers = [answer(302, b"", Location="/moved.xml"), answer()]
    got = get(server)
    assert got.content == BODY
    assert got.url.endswith("/moved.xml")


def test_a_redirect_loop_ends(server: Server) -> None:
    server.answers = [answer(302, b"", Location="/list.xml")]
    assert "redirect" in refused(server).lower()
    assert len(server.asked) < 30


def test_a_redirect_away_from_https_is_refused() -> None:
    def route(request: httpx.Request) -> httpx.Response:
        if request.url.scheme == "https":
            return httpx.Response(302, headers={"Location": "http://example.org/list.xml"})
        return httpx.Response(200, content=BODY)

    with pytest.raises(SourceMissing, match="not encrypted"):
        fetch("https://example.org/list.xml", max_bytes=LIMIT, transport=httpx.MockTransport(route))


@pytest.mark.parametrize("url", ["ftp://example.org/list.xml", "list.xml", "http://a\x00b/"])
def test_an_address_that_is_none(url: str) -> None:
    pauses = Pauses()
    with pytest.raises(SourceMissing) as caught:
        fetch(url, max_bytes=LIMIT, sleep=pauses)
    assert "could not be fetched" in caught.value.what
    assert pauses == []


def test_a_length_that_is_wrong_is_noticed_whatever_the_transport() -> None:
    def route(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Length": "7"}, stream=httpx.ByteStream(b"four"))

    with pytest.raises(SourceMissing, match="the body has 4 bytes instead of 7"):
        fetch("http://example.org/", max_bytes=9, transport=httpx.MockTransport(route), sleep=Pauses())
