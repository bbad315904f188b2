"""A feed over TCP: lines as they come, in blocks; a connection that drops is made again, ever more slowly."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from yalu.errors import SourceMissing, UsageError

FLUSH = 30.0
"""Seconds after which what came is kept, however little it is."""

LARGEST = 4 << 20
"""Bytes after which it is kept sooner."""

SILENT = 120.0
"""Seconds without a byte after which a connection counts as lost: a receiver in port hears ships always."""

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0


def address(url: str) -> tuple[str, int]:
    """Host and port of ``tcp://HOST:PORT``. Raises UsageError."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port:
        raise UsageError(f"{url} is no address of a feed.", expected="tcp://HOST:PORT")
    return host, port


def blocks(
    url: str,
    *,
    tries: int = 0,
    tell: Callable[[str], None] = lambda message: None,
    stopped: Callable[[], bool] = lambda: False,
    flush: float = FLUSH,
    wait: float = FIRST_WAIT,
    silent: float = SILENT,
) -> Iterator[bytes]:
    """Blocks of whole lines until it is ``stopped``, or until ``tries`` connections in a row failed.

    What came before a connection dropped is given out, a line that the drop cut off too, so that it is
    counted. With ``tries`` of 0 it never gives up. Raises SourceMissing where no byte ever came.
    """
    host, port = address(url)
    failed, pause, ever, why = 0, wait, False, ""
    while not stopped():
        try:
            with socket.create_connection((host, port), timeout=30) as link:
                link.settimeout(min(flush, silent, 1.0))
                for block in _read(link, stopped, flush, silent):
                    failed, pause, ever = 0, wait, True
                    yield block
            why = "closed by the other side"
        except OSError as error:
            why = str(error.strerror or error)
        failed += 1
        if tries and failed >= tries:
            break
        if not stopped():
            tell(f"{url}: {why}; next try in {pause:.0f} s")
            _sleep(pause, stopped)
        pause = min(pause * 2, LONGEST_WAIT)
    if not ever and not stopped():
        raise SourceMissing(
            f"{url} sent nothing: {why}.", do="Check the address, and that the receiver is running."
        )


def _read(link: socket.socket, stopped: Callable[[], bool], flush: float, silent: float) -> Iterator[bytes]:
    held, since = b"", time.monotonic()
    heard, ended = since, None
    while not ended and not stopped():
        try:
            came = link.recv(1 << 16)
            held += came
            heard = time.monotonic()
            if not came:
                break
        except TimeoutError:
            if time.monotonic() - heard >= silent:
                ended = OSError(f"silent for {silent:.0f} s")
        except OSError as error:
            ended = error
        if len(held) >= LARGEST or time.monotonic() - since >= flush:
            cut = held.rfind(b"\n") + 1
            if cut:
                yield held[:cut]
                held = held[cut:]
            since = time.monotonic()
    if held:
        yield held
    if ended:
        raise ended


def _sleep(seconds: float, stopped: Callable[[], bool]) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not stopped():
        time.sleep(min(0.2, max(0.0, until - time.monotonic())))
