"""The marks of a workspace: kept in the ledger and its chain, looked up when a customer is screened again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from sqlalchemy import inspect, select

from yalu.evidence.view import Evidence
from yalu.ledger import mark as made
from yalu.ledger import reading, tables
from yalu.ledger.mark import Mark, Verdict
from yalu.ledger.place import Place, find
from yalu.ledger.writing import MARK, Warn, writing
from yalu.screening import Query


class Marks:
    """Reads and writes marks. Making the object opens nothing; reading makes no file and reads once."""

    def __init__(self, place: Place, warn: Warn = lambda _: None) -> None:
        self.place = place
        self.warn = warn

    @classmethod
    def find(cls, root: Path, given: str = "", warn: Warn = lambda _: None) -> Marks:
        """The marks in the ledger of the workspace, or in the one that the URL ``given`` names."""
        return cls(find(root, given), warn)

    def add(
        self, query: Query, ids: Sequence[str], evidence: Evidence, verdict: str, *, who: str, why: str
    ) -> Mark:
        """Keep a mark on a hit, the first of whose ``ids`` is the party. Raises YaluError."""
        print_ = made.fingerprints(evidence, [ids])[ids[0]]
        made.make(query, ids[0], print_, verdict, who=who, at="", why=why)  # refuse before anything is made
        with writing(self.place, who, self.warn) as writer:
            one = made.make(query, ids[0], print_, verdict, who=who, at=writer.now, why=why)
            writer.append(MARK, made.payload(one), one.at)
        self.__dict__.pop("_standing", None)
        return one

    def all(self) -> list[Mark]:
        """Every mark, in order, those that a later one replaced too."""
        with reading.reading(self.place) as connection:
            if connection is None or not inspect(connection).has_table(tables.mark.name):
                return []
            rows = connection.execute(select(tables.mark).order_by(tables.mark.c.seq)).mappings()
            return [made.from_fields({k: v for k, v in row.items() if k != "seq"}) for row in rows]

    def of(self, query: Query, ids: Sequence[str]) -> Mark | None:
        """The last mark on a customer and a party, by any of the party's ids; None if it was taken back."""
        mine = self._standing.get(made.customer_id(query), {}) if self._standing else {}
        found = max((mine[i] for i in ids if i in mine), key=lambda m: (m.at, m.id), default=None)
        return None if found is None or found.verdict is Verdict.WITHDRAWN else found

    @property
    def empty(self) -> bool:
        """Whether nobody has marked anything, so that nothing need be looked up."""
        return not self._standing

    @cached_property
    def _standing(self) -> Mapping[str, Mapping[str, Mark]]:
        found: dict[str, dict[str, Mark]] = {}
        for one in self.all():
            found.setdefault(one.customer, {})[one.party] = one
        return found
