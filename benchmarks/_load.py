"""A load of requests at a fixed rate over kept connections, with the plainest client that will do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

CONNECTIONS = 64
PATIENCE = 30.0
"""Seconds after which a request counts as failed."""


@dataclass(slots=True)
class Answer:
    """One request: when it was due and answered, in seconds of the run, and what came back."""

    kind: str
    due: float
    done: float
    status: int
    snapshot: str

    @property
    def took(self) -> float:
        """Seconds from the moment it was due, so that a server that falls behind is not flattered."""
        return self.done - self.due


@dataclass
class Load:
    """What was sent and answered."""

    host: str
    port: int
    answers: list[Answer] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    async def run(self, requests: Iterator[tuple[str, bytes]], rate: float, seconds: float) -> None:
        """Send ``rate`` requests a second for so long, whether or not earlier ones are answered."""
        waiting: asyncio.Queue[tuple[str, bytes, float] | None] = asyncio.Queue()
        began = time.perf_counter()
        senders = [asyncio.create_task(self._send(waiting, began)) for _ in range(CONNECTIONS)]
        for number in range(int(rate * seconds)):
            due = number / rate
            ahead = due - (time.perf_counter() - began)
            if ahead > 0:
                await asyncio.sleep(ahead)
            kind, content = next(requests)
            waiting.put_nowait((kind, content, due))
        for _ in senders:
            waiting.put_nowait(None)
        await asyncio.gather(*senders)

    async def _send(self, waiting: asyncio.Queue[tuple[str, bytes, float] | None], began: float) -> None:
        line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        while (asked := await waiting.get()) is not None:
            kind, content, due = asked
            try:
                line = line or await asyncio.open_connection(self.host, self.port)
                status, snapshot = await asyncio.wait_for(_exchange(*line, content), PATIENCE)
            except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError) as error:
                self.failures.append(f"{kind}: {type(error).__name__} {error}")
                if line:
                    line[1].close()
                line = None
            else:
                self.answers.append(Answer(kind, due, time.perf_counter() - began, status, snapshot))
        if line:
            line[1].close()


async def _exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, content: bytes
) -> tuple[int, str]:
    """Send one request and read its answer whole; the status, and the snapshot that its header names."""
    writer.write(content)
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").lower().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    await reader.readexactly(int(headers["content-length"]))
    return int(lines[0].split()[1]), headers.get("x-yalu-snapshot", "")
