"""The journal: what was brought, cited, withdrawn and rejected, in order; nothing in it is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from yalu.errors import ContractError
from yalu.sources.json_lines import entries

LONGEST = 1_000_000
"""Bytes of one line."""

NEEDED: dict[str, tuple[str, ...]] = {
    "document": ("sha256", "title", "public", "brought", "grade"),
    "citation": (
        "id",
        "sha256",
        "page",
        "start",
        "end",
        "passage",
        "subject",
        "kind",
        "prop",
        "value",
        "grade",
    ),
    "withdrawal": ("of",),
    "rejection": ("of",),
}
"""The kinds of entry, and what each must hold beside who, when and why."""

_NUMBERS = ("page", "start", "end")
_DECIDED = ("who", "at", "why")


@dataclass(slots=True)
class Journal:
    """A journal read through: what stands at its end."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is said of each document, by sha256; a later entry takes the place of an earlier one."""
    citations: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The citations that stand, by id."""
    withdrawn: dict[str, dict[str, Any]] = field(default_factory=dict)
    rejected: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Entries that rejected a proposal, by the proposal's id."""

    def add(self, entry: Mapping[str, Any]) -> None:
        """Add an entry at the end. Raises ValueError for one that cannot stand there."""
        self._check(entry)
        made = dict(entry)
        kind, of = made["type"], str(made.get("of", ""))
        if kind == "document":
            self.documents[made["sha256"]] = made
        elif kind == "citation":
            if made["sha256"] not in self.documents:
                raise ValueError(f"{made['id']} cites a document that no entry before it brings")
            self.citations[made["id"]] = made
            self.withdrawn.pop(made["id"], None)
            self.rejected.pop(str(made.get("proposal", "")), None)
        elif kind == "withdrawal":
            if of not in self.citations:
                raise ValueError(f"{of} is withdrawn and does not stand")
            self.withdrawn[of] = self.citations.pop(of) | {"withdrawal": made}
        else:
            self.rejected[of] = made
        self.entries.append(made)

    def lines(self) -> bytes:
        """The journal as it is archived: one entry a line, with sorted keys."""
        return b"".join(orjson.dumps(e, option=orjson.OPT_SORT_KEYS) + b"\n" for e in self.entries)

    @staticmethod
    def _check(entry: Mapping[str, Any]) -> None:
        kind = entry.get("type")
        if kind not in NEEDED:
            raise ValueError(f"{str(kind)[:40]!r} is no kind of entry")
        for name in (*NEEDED[kind], *_DECIDED):
            value = entry.get(name)
            if not (isinstance(value, int) if name in _NUMBERS else isinstance(value, str)):
                raise ValueError(f"its field {name} is missing or of another type")
        if not isinstance(entry.get("detail", {}), dict):
            raise ValueError("its field detail is no object")


def read(content: bytes, source: str = "documents") -> Journal:
    """Read a journal. Raises ContractError, with the line, where it is not whole."""
    found = entries(content, LONGEST, lambda what, line: refuse(source, what, line))
    return of_entries(found, source)


def of_entries(numbered: Iterable[tuple[int, Any]], source: str) -> Journal:
    """The journal of numbered entries. Raises ContractError."""
    journal = Journal()
    for number, entry in numbered:
        try:
            if not isinstance(entry, dict):
                raise ValueError("it is no object")
            journal.add(entry)
        except ValueError as error:
            raise refuse(source, str(error), number) from error
    return journal


def refuse(source: str, what: str, line: int) -> ContractError:
    """The error for a line of a journal."""
    return ContractError(
        source,
        what,
        where=f"journal line {line}",
        expected="a journal as yalu cite writes it",
        do="Restore archive/ from a backup; yalu cite is what changes the journal.",
    )
