"""The journal of reported results: rows taken in or set apart, and what was withdrawn; nothing is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from yalu.errors import ContractError
from yalu.model.dates import day
from yalu.sources.json_lines import entries

COLUMNS = (
    "imo",
    "name",
    "port",
    "date",
    "authority",
    "outcome",
    "items",
    "hs_codes",
    "photographs",
    "reported_to",
    "reference",
    "remarks",
)
"""The columns of a result form, and the fields of a result here."""

OUTCOMES = ("inspected", "refused", "seized", "released", "no_action")

NEEDED: dict[str, tuple[str, ...]] = {
    "result": ("id", *COLUMNS, "received", "file", "sha256"),
    "apart": ("file", "sha256", "text", "why"),
    "withdrawal": ("of", "who", "why"),
}
"""The kinds of entry, and the texts that each must hold beside its day; the first two have a row also."""

LONGEST = 100_000
"""Bytes of one line."""


@dataclass(slots=True)
class Journal:
    """A journal read through: what stands at its end."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The results that stand, by id; a later entry of an id corrects an earlier one."""
    apart: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    """Rows that cannot be used, by file and row, until the file comes again."""

    def add(self, entry: Mapping[str, Any]) -> None:
        """Add an entry at the end. Raises ValueError for one that cannot stand there."""
        kind = entry.get("type")
        if kind not in NEEDED:
            raise ValueError(f"{str(kind)[:40]!r} is no kind of entry")
        for name in (*NEEDED[kind], "at"):
            if not isinstance(entry.get(name), str):
                raise ValueError(f"its field {name} is missing or no text")
        if kind != "withdrawal" and not isinstance(entry.get("row"), int):
            raise ValueError("its field row is missing or no number")
        day(str(entry["at"]))
        made = dict(entry)
        if kind == "result":
            if day(made["date"]) > day(made["received"]) or made["outcome"] not in OUTCOMES:
                raise ValueError(f"{made['id']} has a day after its report, or an outcome that is none")
            self.results[made["id"]] = made
            self._forget(made)
        elif kind == "apart":
            self._forget(made)
            self.apart[made["file"], made["row"]] = made
        elif made["of"] not in self.results:
            raise ValueError(f"{made['of'][:60]} is withdrawn and does not stand")
        else:
            del self.results[made["of"]]
        self.entries.append(made)

    def _forget(self, entry: Mapping[str, Any]) -> None:
        """A file that comes again with other content takes the place of what was wrong with it."""
        for key, old in list(self.apart.items()):
            if key[0] == entry["file"] and old["sha256"] != entry["sha256"]:
                del self.apart[key]

    def lines(self) -> bytes:
        """The journal as it is archived: one entry a line, with sorted keys."""
        return b"".join(orjson.dumps(e, option=orjson.OPT_SORT_KEYS) + b"\n" for e in self.entries)


def read(content: bytes, source: str) -> Journal:
    """Read a journal. Raises ContractError, with the line, where it is not whole."""
    journal = Journal()
    for number, entry in entries(content, LONGEST, lambda what, line: refuse(source, what, line)):
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
        expected="a journal as yalu fleet result writes it",
        do="Restore archive/ from a backup; yalu fleet result is what changes the journal.",
    )
