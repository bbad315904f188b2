"""An opened index: read-only buffers, and the texts to which they point."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from yalu.screening import build, identifiers
from yalu.screening.build import Buffers
from yalu.screening.clock import COLUMNS, Clocks
from yalu.screening.records import KINDS, PROPS


class Cells(NamedTuple):
    """Columns to be read cell by cell: a memoryview gives an int in a third of the time of an array."""

    party_text: memoryview
    party_start: memoryview
    row_party: memoryview
    row_prop: memoryview
    row_kind: memoryview
    row_value: memoryview
    row_detail: memoryview
    row_source: memoryview
    row_own: memoryview
    row_flagged: memoryview
    row_known_hi: memoryview
    row_from_hi: memoryview
    row_to_hi: memoryview
    name_text: memoryview
    name_family: memoryview
    name_rows: memoryview
    name_start: memoryview


class Index:
    """The buffers of one snapshot's index, by attribute; it knows nothing of days."""

    def __init__(self, found: Buffers, sources: list[str], snapshot: str) -> None:
        self.snapshot = snapshot
        self.sources = sources
        self.party_text, self.party_start = found["party_text"], found["party_start"]
        self.party, self.prop, self.kind = found["row_party"], found["row_prop"], found["row_kind"]
        self.value, self.detail, self.source = found["row_value"], found["row_detail"], found["row_source"]
        self.own, self.flagged = found["row_own"], found["row_flagged"]
        self.clocks = Clocks(*(found[f"row_{name}"] for name in COLUMNS))
        self.name_text, self.name_family = found["name_text"], found["name_family"]
        self.name_rows, self.name_start = found["name_rows"], found["name_start"]
        self.name_norm = found["name_norm"]
        self.letters, self.letters_start = found["letters"], found["letters_start"]
        self.gram_start, self.gram_names = found["gram_start"], found["gram_names"]
        self.gram_weight = found["gram_weight"]
        self.key_number, self.key_start, self.key_names = (
            found["key_number"],
            found["key_start"],
            found["key_names"],
        )
        self._numbers, self._number_rows = found["number"], found["number_row"]
        self._starts, self._bytes = cells(found["text_start"]), cells(found["text_bytes"])
        self.cells = Cells(*(cells(found[name]) for name in Cells._fields))

    @property
    def names(self) -> int:
        """How many names there are, each once for each family."""
        return len(self.name_text)

    @property
    def parties(self) -> int:
        """How many ids there are."""
        return len(self.party_text)

    def text(self, number: int) -> str:
        """A text by its number."""
        return str(self._bytes[self._starts[number] : self._starts[number + 1]], "utf-8", "surrogatepass")

    def party_id(self, party: int) -> str:
        """The id of a party."""
        return self.text(self.cells.party_text[party])

    def name(self, name: int) -> str:
        """A name by its number."""
        return self.text(self.cells.name_text[name])

    def rows_of(self, party: int) -> range:
        """The statements of one id."""
        return range(self.cells.party_start[party], self.cells.party_start[party + 1])

    def rows_of_name(self, name: int) -> npt.NDArray[np.int32]:
        """The statements that give a name."""
        return self.name_rows[self.name_start[name] : self.name_start[name + 1]]

    def prop_of(self, row: int) -> str:
        """The property of a statement."""
        return PROPS[int(self.prop[row])]

    def kind_of(self, row: int) -> str:
        """The kind of party that a statement names."""
        return KINDS[int(self.kind[row])]

    def find(self, party_id: str) -> int:
        """The number of the party with this id, or -1."""
        low, high = 0, self.parties
        wanted = party_id.encode("utf-8", "surrogatepass")
        while low < high:
            middle = (low + high) // 2
            if self.party_id(middle).encode("utf-8", "surrogatepass") < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < self.parties and self.party_id(low) == party_id else -1

    def rows_of_number(self, kind: str, plain: str) -> list[int]:
        """The statements that give an identifier, written in whatever way."""
        filed = build.number_of(kind, plain)
        first, last = np.searchsorted(
            self._numbers, [filed, filed + 1] if filed < 2**32 - 1 else [filed, filed]
        )
        if filed == 2**32 - 1:
            last = len(self._numbers)
        found = (int(row) for row in self._number_rows[first:last])
        return [
            row
            for row in found
            if identifiers.OF_PROP[self.prop_of(row)] == kind
            and identifiers.normal(kind, self.text(int(self.value[row]))) == plain
        ]


def cells(column: npt.NDArray[Any]) -> memoryview:
    """A column to be read cell by cell."""
    plain: Any = np.ascontiguousarray(column)
    return memoryview(plain)
