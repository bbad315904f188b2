"""Reads one document in a process of its own: what hangs or swells there ends there.

The document comes on standard input, its text goes to standard output: a JSON line for each page.
"""

from __future__ import annotations

import resource
import sys
from importlib import import_module

import orjson

from yalu.documents import limits
from yalu.documents.page import Note
from yalu.errors import ContractError

MODULES = {"pdf": "pdf", "docx": "docx", "html": "html", "txt": "plain"}


def main(format_: str) -> None:
    """Read standard input as this format."""
    reader = import_module(f"yalu.documents.{MODULES[format_]}")
    _limit()
    content = sys.stdin.buffer.read()
    put({"reader": reader.READER})
    total = 0
    try:
        for found in reader.read(content):
            if isinstance(found, Note):
                put({"note": {"code": found.code, "what": found.what}})
                continue
            total += len(found.text)
            if total > limits.LETTERS:
                put({"error": [f"the document holds more than {limits.LETTERS:,} letters", "", "Split it."]})
                return
            text = found.text.encode("utf-8", "replace").decode()
            put({"page": {"number": found.number, "text": text, "mark": found.mark}})
    except ContractError as error:
        put({"error": [error.what.removeprefix("documents: "), error.expected, error.do]})
        return
    except MemoryError:
        put({"error": ["the document needs more memory than it may take", "", "Split it."]})
        return
    put({"done": total})


def put(line: dict[str, object]) -> None:
    """Write one line."""
    sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    sys.stdout.buffer.flush()


def _limit() -> None:
    """Take the right to more memory and time, to write files, and to leave a core behind."""
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, limits.SECONDS),
        (resource.RLIMIT_AS, limits.MEMORY),
    ):
        try:
            _, hard = resource.getrlimit(what)
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (ValueError, OSError):  # a system that does not know this limit
            continue


if __name__ == "__main__":
    main(sys.argv[1])
