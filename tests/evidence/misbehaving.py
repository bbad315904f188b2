"""A server on this machine that answers as it is told: with errors, half files, silence."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

BODY = bytes(range(256)) * 400
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Gives the prepared answers one after the other, the last one for ever, and keeps what was asked.

    ``answers`` are for every address that has none of its own in ``files``.
    """

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.files: dict[str, list[Answer]] = {}
        self.asked: list[dict[str, str]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append({"path": self.path} | {k.lower(): v for k, v in self.headers.items()})
                answers = server.files.get(self.path, server.answers)
                answer = answers.pop(0) if len(answers) > 1 else answers[0]
                answer(self)
                self.close_connection = True

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self.http.server_port}"
        self.url = f"{self.root}/list.xml"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        """Nobody is there any more."""
        self.http.shutdown()
        self.http.server_close()


def answer(
    status: int = 200, body: bytes = BODY, *, length: int | None = None, stall: float = 0, **headers: str
) -> Answer:
    """An answer that says ``length`` (default: that of ``body``), sends ``body`` and then stalls."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if status != 304 and length != -1:
            handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        if status != 304:
            try:
                handler.wfile.write(body)
                handler.wfile.flush()
            except OSError:
                return
        time.sleep(stall)

    return send


def file(body: bytes, tag: str) -> Answer:
    """A well-behaved answer: the file with its ETag, or 304 to who has it already."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == tag
        (answer(304, ETag=tag) if known else answer(200, body, ETag=tag))(handler)

    return send
