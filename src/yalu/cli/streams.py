"""Standard output and error as they are: narrow encodings, closed ends, full disks."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from pathlib import Path

from yalu.errors import UsageError, YaluError

ESCAPED = "yalu_escaped"
"""The name of the way in which a character is written that the stream's encoding lacks."""

ANY_BYTES = frozenset({"compare"})
"""Verbs that take a text as it comes, whatever its bytes."""


def prepare() -> None:
    """Make printing safe: what an encoding lacks is escaped, and a stream that is closed takes nothing."""
    codecs.register_error(ESCAPED, escape)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)


def escape(error: UnicodeError) -> tuple[str, int]:
    r"""``\u2190`` for an arrow: such an escape is JSON too, so that JSON stays readable in any encoding."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    units = lacking.encode("utf-16-be", "surrogatepass")
    codes = (int.from_bytes(units[i : i + 2]) for i in range(0, len(units), 2))
    return "".join(f"\\u{code:04x}" for code in codes), error.end


def check_arguments(words: list[str]) -> None:
    """Refuse an argument whose bytes are no text, before any verb meets it."""
    verb = next((w for w in words if not w.startswith("-")), "")
    for word in words:
        if verb not in ANY_BYTES and not word.isascii() and any("\ud800" <= c <= "\udfff" for c in word):
            shown = os.fsencode(word).decode("utf-8", "backslashreplace")
            raise UsageError(
                f"The argument {shown} is not text in UTF-8.",
                expected="arguments in UTF-8",
                do="Set the terminal to UTF-8, or rename the file.",
            )


def finish() -> None:
    """Write what is still to be written; a reader that went away, as ``head`` does, is no failure.

    Raises YaluError where standard output cannot be written for another reason.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        quiet()
    except OSError as error:
        quiet()
        raise YaluError(f"Standard output cannot be written: {error.strerror}.") from error


def quiet() -> None:
    """Send all further output nowhere, so that ending the process does not fail on it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno not in (None, errno.EBADF):
            raise
