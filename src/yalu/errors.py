"""Every error that a user can meet, with the exit code that the command line gives for it.

YaluError            1  something failed
├── UsageError       2  the call was wrong
├── StorageError     1  the workspace, or a file in it, cannot be written or read
├── SourceMissing    4  a source could not be had, or is too old
└── ContractError    5  a document broke its source's contract; the run is refused
"""

from __future__ import annotations


class YaluError(Exception):
    """Something failed; the message says what, what was expected, and what to do next."""

    exit_code = 1

    def __init__(self, what: str, *, expected: str = "", do: str = "") -> None:
        self.what = what
        self.expected = expected
        self.do = do
        super().__init__(what)

    def __str__(self) -> str:
        lines = [self.what]
        if self.expected:
            lines.append(f"Expected: {self.expected}")
        if self.do:
            lines.append(f"To do: {self.do}")
        return "\n".join(lines)


class UsageError(YaluError):
    """The command was called with arguments that do not fit."""

    exit_code = 2


class StorageError(YaluError):
    """The workspace, or a file in it, cannot be written or read: a full disk, no permission, a fault."""


class SourceMissing(YaluError):
    """A source could not be fetched, or nothing of it is held."""

    exit_code = 4


class ContractError(YaluError):
    """A document is not what its source's contract says; nothing of it was taken."""

    exit_code = 5

    def __init__(self, source: str, what: str, *, where: str = "", expected: str = "", do: str = "") -> None:
        self.source = source
        self.where = where
        place = f"{source}: {where}: " if where else f"{source}: "
        super().__init__(
            place + what,
            expected=expected,
            do=do or "Check the file at its publisher; the last good copy stays in use.",
        )
