"""Reads a file of pairs: two ids a line with a tab between them, no heading."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from yalu.errors import ContractError, UsageError
from yalu.graph.build import of_arrays
from yalu.graph.graph import Graph


def read_pairs(file: str) -> Graph:
    """The ties of a file; ``-`` is standard input. Repeats and loops are left out, loops are counted.

    Raises UsageError where the file cannot be read, ContractError for a line that is no pair.
    """
    number: dict[str, int] = {}
    ends: list[int] = []
    for place, line in enumerate(_text(file).split("\n"), 1):
        cells = line.rstrip("\r").split("\t")
        if cells == [""]:
            continue
        if len(cells) != 2 or not cells[0].strip() or not cells[1].strip():
            raise ContractError(
                file,
                f"{len([c for c in cells if c.strip()])} ids in {line[:80]!r}.",
                where=f"line {place}",
                expected="two ids with a tab between them, and no heading",
                do="Correct the line.",
            )
        for cell in cells:
            ends.append(number.setdefault(cell.strip(), len(number)))
    ids = sorted(number)
    anew = np.empty(len(ids), np.int32)
    for new, party in enumerate(ids):
        anew[number[party]] = new
    pairs = anew[np.array(ends, np.int64)].reshape(-1, 2)
    return of_arrays(ids, pairs[:, 0], pairs[:, 1])


def _text(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror}.", expected="a file with two ids a line"
        ) from None
    except UnicodeDecodeError as error:
        raise ContractError(file, str(error), expected="UTF-8 text", do="Save the file as UTF-8.") from None
