"""The result of checking a ledger, as ``yalu ledger verify`` and ``yalu doctor`` tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yalu.ledger import reading, verify
from yalu.ledger.chain import Head
from yalu.ledger.heads import Remembered
from yalu.ledger.place import Place
from yalu.ledger.verify import Fault


@dataclass(frozen=True, slots=True)
class Checked:
    """Where the chain stands, by how many heads it was checked, and what is wrong."""

    head: Head | None
    heads: int
    faults: list[Fault]

    @property
    def words(self) -> str:
        """One line."""
        if self.faults:
            return f"{len(self.faults)} {'fault' if len(self.faults) == 1 else 'faults'}"
        if not self.head:
            return "no judgements"
        return f"ledger {self.head.short}, {self.head.seq} rows, each as the chain and {self.heads} heads say"


def checked(place: Place, known: Sequence[Remembered], given: Sequence[tuple[int, str]] = ()) -> Checked:
    """Check it; reads only. An empty ledger where heads are known is a fault. Raises StorageError."""
    with reading.reading(place) as connection:
        head = reading.head(connection) if connection else None
        if connection is not None and head:
            faults = verify.faults_of(connection, known, given)
        else:
            at_this_place = [r for r in known if r.place == place.key]
            rows = [(r.head.seq, r.head.hash, f"noted on {r.at[:10]}") for r in at_this_place]
            faults = list(verify.head_faults([], [*rows, *((seq, digest, "given") for seq, digest in given)]))
        own = sum(r.head.ledger == head.ledger for r in known) if head else 0
        return Checked(head, own + len(given), faults)
