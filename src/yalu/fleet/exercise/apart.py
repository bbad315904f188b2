"""Keeps exercises and real positions apart: a workspace holds one or the other, and never both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yalu.errors import UsageError
from yalu.evidence.writing import write_whole
from yalu.fleet.ais import files
from yalu.fleet.ais.store import Positions
from yalu.fleet.exercise.marks import MARK, marked

HEAD = 1 << 14
"""Bytes of a file in which the marks of an exercise are looked for."""


def admit(positions: Positions, head: bytes, *, exercise: bool) -> None:
    """Refuse what would mix with what the workspace holds; its first exercise marks a workspace.

    ``head`` are the first bytes of what is to be taken in. Raises UsageError and StorageError.
    """
    if marked(head) and not exercise:
        raise UsageError(
            "These positions are an exercise: no ship in them is real.",
            expected="positions of ships",
            do="Take them into a workspace of their own: yalu fleet ais FILE --exercise --workspace DIR",
        )
    if exercise and not marked(head):
        raise UsageError(
            "These positions bear no mark of an exercise.",
            expected=f"the file {MARK}-N-ais.csv of yalu fleet exercise",
            do="Leave --exercise out, in another workspace, if they are real.",
        )
    if not exercise:
        if positions.exercise:
            raise UsageError(
                "The positions of this workspace are an exercise; real ones are not mixed with them.",
                do="Name another workspace with --workspace DIR or YALU_HOME.",
            )
        return
    with positions.workspace.writing():
        if positions.exercise:
            return
        if positions.manifest().loads:
            raise UsageError(
                "This workspace holds real positions; an exercise is not mixed with them.",
                do="Name a workspace of its own with --workspace DIR or YALU_HOME.",
            )
        write_whole(positions.mark, b"All positions here are an exercise: none of them is real.\n")


def admitted(positions: Positions, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The blocks of a stream of real positions; an exercise is refused by its first block."""
    for number, block in enumerate(blocks):
        if number == 0:
            admit(positions, block[:HEAD], exercise=False)
        yield block


def head_of(path: Path) -> bytes:
    """The first bytes of a file, unpacked. Raises UsageError."""
    with files.opened(path) as file:
        return file.read(HEAD)
