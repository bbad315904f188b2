"""What every request passes first: whose host it names, how large it is; and its line in the log."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yalu.workbench.limits import DRAIN_SECONDS, MAX_BODY, MAX_DRAIN, MAX_URL
from yalu.workbench.problems import answer

HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""Names of this machine. A page that rebinds its own name to this address still sends its own name."""


class Door:
    """Turns away what names another host, and what is too large; pure ASGI, since every request passes it."""

    def __init__(self, app: ASGIApp, limits: Mapping[str, int] | None = None) -> None:
        self._app = app
        self._limits = limits or {}
        """Addresses that take larger bodies than the others: forms with a file."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if _name(host) not in HOSTS:
            names = ", ".join(sorted(HOSTS))
            refusal = answer(421, f"This server answers to {names} and to no other host name.")
            await refusal(scope, receive, send)
            return
        path, query = scope.get("raw_path") or b"", scope.get("query_string") or b""
        if len(path) + len(query) + 1 > MAX_URL:
            await answer(414, f"Request URI too long (limit: {MAX_URL:,} bytes)")(scope, receive, send)
            return
        length = headers.get(b"content-length", b"0")
        most = self._limits.get(scope["path"], MAX_BODY)
        if length.isdigit() and int(length) > most:
            await _too_large(scope, receive, send, most)
            return
        body = await _body(receive, most)
        if body is None:
            await _too_large(scope, receive, send, most)
            return
        await self._app(scope, _given(body, receive), send)


class AccessLog:
    """One line on standard error for each request, without its query string, which may name a customer."""

    def __init__(self, app: ASGIApp, *, json: bool) -> None:
        self._app = app
        self._json = json

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and write its line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        said: dict[str, Any] = {"status": 500, "bytes": 0, "snapshot": ""}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                said["status"] = message["status"]
                named = dict(message.get("headers", ())).get(b"x-yalu-snapshot", b"")
                said["snapshot"] = named.decode("latin-1")
            elif message["type"] == "http.response.body":
                said["bytes"] = said["bytes"] + len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            took = round((time.perf_counter() - began) * 1000, 1)
            self._write(scope, said, took)

    def _write(self, scope: Scope, said: dict[str, Any], took: float) -> None:
        path = (scope.get("raw_path") or b"").decode("ascii", "backslashreplace")[:200]
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        if self._json:
            line = {"time": moment, "method": scope["method"], "path": path, "ms": took, **said}
            text = orjson.dumps(line).decode()
        else:
            parts = (moment, scope["method"], path, said["status"], f"{took} ms", f"{said['bytes']} B")
            text = " ".join(map(str, (*parts, said["snapshot"])))
        sys.stderr.write(f"{text.rstrip()}\n")


def _name(host: str) -> str:
    """The name in a Host header without its port."""
    if host.startswith("["):
        name, bracket, port = host.partition("]")
        return name + bracket if not port or (port[0] == ":" and port[1:].isdigit()) else ""
    name, colon, port = host.partition(":")
    return name if not colon or port.isdigit() else ""


async def _body(receive: Receive, most: int) -> bytes | None:
    """The whole body, or None where it is too large."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            return None
        if not message.get("more_body"):
            return b"".join(parts)


def _given(body: bytes, receive: Receive) -> Receive:
    """A body that was read already, as a route reads it."""
    waiting = [body]

    async def given() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return given


async def _too_large(scope: Scope, receive: Receive, send: Send, most: int) -> None:
    """Answer 413, and read on for a while before the connection ends.

    To close while the client still sends resets the connection, and the reset takes the answer with it from
    a client that reads only when its body is out, which is most of them.
    """
    limit = f"The body is too large (limit: {most:,} bytes). Send less in a request."

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.body" and not message.get("more_body"):
            await send({**message, "more_body": True})
            await _drain(receive)
            message = {"type": "http.response.body", "body": b"", "more_body": False}
        await send(message)

    await answer(413, limit, {"connection": "close"})(scope, receive, sending)


async def _drain(receive: Receive) -> None:
    """Read and forget what a client still sends, within ``MAX_DRAIN`` and ``DRAIN_SECONDS``."""
    left = MAX_DRAIN
    try:
        async with asyncio.timeout(DRAIN_SECONDS):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if message["type"] != "http.request" or not message.get("more_body"):
                    return
    except TimeoutError:
        return
