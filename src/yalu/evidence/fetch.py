"""Downloads one address to bytes, as a whole or not at all."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version

import httpx

from yalu.errors import SourceMissing

LONGEST_PAUSE = 60.0
"""Seconds; a server that asks for a longer pause before the next attempt gets this one."""

_BY_HAND = "Try again later, or download it yourself and read it with: yalu sync SOURCE --from FILE"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave. ``content`` is ``None`` if it has not changed since ``etag``/``last_modified``."""

    content: bytes | None
    etag: str
    last_modified: str
    status: int  # 200, or 304 for unchanged
    url: str  # where it came from, after redirects


class _Again(Exception):
    """The attempt failed in a way that another may not; ``pause`` is what the server asked for, seconds."""

    def __init__(self, what: str, pause: float | None = None) -> None:
        super().__init__(what)
        self.pause = pause


def fetch(
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    max_bytes: int,
    retries: int = 3,
    timeout: float = 30.0,
    progress: Callable[[int, int], None] | None = None,
    transport: httpx.BaseTransport | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Fetch ``url``; ``etag`` and ``last_modified`` of an earlier fetch make it conditional.

    A refused connection, a silence of ``timeout`` seconds, a body that breaks off, 429 and 5xx are tried
    again, up to ``retries`` times; what has arrived is kept where the server can resume. ``progress`` is
    called with the bytes so far and in total (0: unknown). Raises SourceMissing with the address, what
    happened and what to do, also for more than ``max_bytes`` and for a redirect from https to http.
    """
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    one = _Download(url, {k: v for k, v in conditions.items() if v}, max_bytes, progress)
    headers = {"User-Agent": user_agent(), "Accept-Encoding": "identity"}
    with httpx.Client(headers=headers, timeout=timeout, follow_redirects=True, transport=transport) as client:
        for attempt in range(retries + 1):
            try:
                return one.attempt(client)
            except _Again as again:
                problem, pause = str(again), again.pause
            except (httpx.UnsupportedProtocol, httpx.TooManyRedirects, httpx.InvalidURL) as error:
                raise _missing(url, str(error)) from None
            except httpx.RequestError as error:
                problem, pause = str(error) or type(error).__name__, None
            if attempt < retries:
                sleep(_pause(attempt, pause))
    raise _missing(url, f"{problem} (tried {retries + 1} times)")


def user_agent() -> str:
    """How Yalu names itself to a server."""
    try:
        return f"yalu/{version('yalu')}"
    except PackageNotFoundError:
        return "yalu"


@dataclass(slots=True)
class _Download:
    """One address, over all attempts: what has arrived, and what proves that the rest belongs to it."""

    url: str
    conditions: dict[str, str]
    max_bytes: int
    progress: Callable[[int, int], None] | None
    content: bytearray = field(default_factory=bytearray)
    validator: str = ""  # a strong ETag or a date; empty: the server cannot resume

    def attempt(self, client: httpx.Client) -> Fetched:
        resuming = bool(self.content and self.validator)
        rest = {"Range": f"bytes={len(self.content)}-", "If-Range": self.validator}
        with client.stream("GET", self.url, headers=rest if resuming else self.conditions) as response:
            self._check_answer(response, resuming)
            if response.status_code == 304:
                return self._fetched(None, response)
            if response.status_code == 206:
                total = self._resumed_total(response)
            else:
                self.content.clear()
                self.validator = _validator(response)
                total = _length(response)
            self._receive(response, total)
        if total and len(self.content) != total:
            raise _Again(f"the body has {len(self.content):,} bytes instead of {total:,}")
        return self._fetched(bytes(self.content), response)

    def _fetched(self, content: bytes | None, response: httpx.Response) -> Fetched:
        known = self.conditions if content is None else {}
        return Fetched(
            content,
            response.headers.get("etag", known.get("If-None-Match", "")),
            response.headers.get("last-modified", known.get("If-Modified-Since", "")),
            304 if content is None else 200,
            str(response.url),
        )

    def _check_answer(self, response: httpx.Response, resuming: bool) -> None:
        status = response.status_code
        answer = f"the server answered {status} {response.reason_phrase}".rstrip()
        hops = [hop.url for hop in (*response.history, response)]
        if hops[0].scheme == "https" and (plain := [hop for hop in hops if hop.scheme != "https"]):
            raise _missing(self.url, f"it redirects to {plain[0]}, which is not encrypted")
        if status == 429 or status >= 500:
            raise _Again(answer, _retry_after(response))
        if resuming and status in (412, 416):
            self.content.clear()
            raise _Again(answer)
        if status != 200 and status != (206 if resuming else 304 if self.conditions else 200):
            raise _missing(self.url, answer)

    def _resumed_total(self, response: httpx.Response) -> int:
        """The whole length that a 206 answer tells; one that starts elsewhere spoils what has arrived."""
        unit, _, span = response.headers.get("content-range", "").partition(" ")
        places, _, total = span.partition("/")
        if unit != "bytes" or places.partition("-")[0] != str(len(self.content)):
            self.content.clear()
            raise _Again("the server resumed at the wrong place")
        return _number(total)

    def _receive(self, response: httpx.Response, total: int) -> None:
        if total > self.max_bytes:
            raise _missing(self.url, f"it has {total:,} bytes, more than the {self.max_bytes:,} allowed")
        for chunk in response.iter_bytes():
            self.content += chunk
            if len(self.content) > self.max_bytes:
                raise _missing(self.url, f"it has more than the {self.max_bytes:,} bytes allowed")
            if self.progress is not None:
                self.progress(len(self.content), total)


def _validator(response: httpx.Response) -> str:
    headers: dict[str, str] = dict(response.headers)
    if headers.get("accept-ranges") != "bytes" or "content-encoding" in headers:
        return ""
    tag = headers.get("etag", "")
    return tag if tag and not tag.startswith("W/") else headers.get("last-modified", "")


def _length(response: httpx.Response) -> int:
    """Content-Length, or 0 where there is none or where it counts compressed bytes."""
    text = "" if "content-encoding" in response.headers else response.headers.get("content-length", "")
    return _number(text)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0


def _retry_after(response: httpx.Response) -> float | None:
    text = response.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


def _pause(attempt: int, asked: float | None) -> float:
    """What the server asked for, or 1, 2, 4 ... seconds with up to half of it taken off by chance."""
    if asked is not None:
        return min(max(asked, 0.0), LONGEST_PAUSE)
    return min(2.0**attempt, LONGEST_PAUSE) * random.uniform(0.5, 1.0)


def _missing(url: str, what: str) -> SourceMissing:
    return SourceMissing(f"{url} could not be fetched: {what}.", do=_BY_HAND)
