"""A statement larger than memory, written into the reader's standard input, so that no file of it exists."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks import _payments_traffic

BLOCK = 2_000
"""Entries that are made once and written again and again: what is measured is the reader."""
WORDS = "PAYMENT OF GOODS AS OF CONTRACT AND INVOICE, FREIGHT PREPAID, "


def streamed(gigabytes: float) -> dict[str, Any]:
    """A camt.053 of so many GB (10^9 bytes) read from a pipe; memory above the interpreter with imports."""
    command = [sys.executable, "-m", "benchmarks.payments", "--statement", "-"]
    began = time.monotonic()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdin is not None and reader.stdout is not None
        size = 0
        for piece in pieces(int(gigabytes * 1e9)):
            size += len(piece)
            reader.stdin.write(piece)
        reader.stdin.close()
        found: dict[str, Any] = json.loads(reader.stdout.read())
    return {
        "measure": f"camt.053 of {size / 1e9:.2f} GB from a pipe",
        "bytes": size,
        "seconds_on_the_clock": round(time.monotonic() - began, 1),
        **found,
    }


def pieces(least: int) -> Iterator[bytes]:
    """One statement of at least so many bytes: head, blocks of entries, end."""
    made = list(_payments_traffic.statement(BLOCK))
    head, entries, end = made[0], made[1:-1], made[-1]
    block = b"".join(_fuller(one) for one in entries)
    yield head
    written = len(head)
    while written < least:
        yield block
        written += len(block)
    yield end


def _fuller(entry: bytes) -> bytes:
    """An entry as banks write it: four lines of remittance information and a text of the bank's own."""
    line = (WORDS * 3)[:140].encode()
    more = b"".join(b"<Ustrd>" + line + b"</Ustrd>" for _ in range(3)) + b"</RmtInf>"
    return entry.replace(b"</RmtInf>", more).replace(
        b"</NtryDtls>", b"</NtryDtls><AddtlNtryInf>" + line + b"</AddtlNtryInf>"
    )
