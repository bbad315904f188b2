"""The text of a document, read in a process of its own under limits of memory and time."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson

from yalu.documents import limits
from yalu.documents.formats import format_of, misnamed, refuse
from yalu.documents.page import Note, Page, Text

VERSION = 1
"""Raised when the same document gives another text; passages keep the reader that found them."""

Step = Callable[[str], None]


def extract(content: bytes, name: str, step: Step = lambda _: None, seconds: float = limits.SECONDS) -> Text:
    """Read a document. Raises ContractError with what is wrong with it; a bad file never ends the caller."""
    if len(content) > limits.BYTES:
        raise refuse(
            f"the file has {len(content):,} bytes", expected=f"at most {limits.BYTES:,}", do="Split it."
        )
    format_ = format_of(content)
    text = Text(format_, "")
    if told := misnamed(name, format_):
        text.notes.append(Note("wrong_extension", told))
    child = subprocess.Popen(
        [sys.executable, "-m", "yalu.documents.worker", format_],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        done = _talk(child, content, text, step)
    finally:
        timer.cancel()
        child.kill()
        child.wait()
    if late.is_set():
        raise refuse(
            f"the document was not read within {seconds:.0f} seconds", do="Split it, or print it anew as PDF."
        )
    if not done:
        place = f" after page {text.pages[-1].number:,}" if text.pages else ""
        raise refuse(
            f"the reader of {format_} broke off{place}", do="Print the document anew as PDF, and read that."
        )
    return text


def _talk(child: subprocess.Popen[bytes], content: bytes, text: Text, step: Step) -> bool:
    """Give the document, take its pages; whether the reader came to the end."""
    assert child.stdin and child.stdout
    with suppress(BrokenPipeError):
        child.stdin.write(content)
    with suppress(BrokenPipeError):
        child.stdin.close()
    done = False
    with child.stdout as out:
        for raw in out:
            try:
                line: dict[str, Any] = orjson.loads(raw)
            except orjson.JSONDecodeError:  # the end of a reader that was killed
                break
            if "error" in line:
                what, expected, do = line["error"]
                raise refuse(what, do=do, expected=expected)
            if "page" in line:
                text.pages.append(Page(**line["page"]))
                if len(text.pages) % 100 == 0:
                    step(f"page {len(text.pages):,} read")
            elif "note" in line:
                text.notes.append(Note(**line["note"]))
            elif "reader" in line:
                text.reader = f"{line['reader']}, text {VERSION}"
            done = done or "done" in line
    return done
