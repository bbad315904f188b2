"""The records of the lists as the checks read them: their names, and which of them stand side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from yalu.evidence.contradictions import same_name
from yalu.evidence.joins import Joins
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.model.vocabulary import NAME_PROPS

_NUMBER = re.compile(r"(\d+)\Z")

CASEBOOK = "casebook"


class Records:
    """The records of one view, with their joins."""

    def __init__(self, view: View, joins: Joins) -> None:
        self.view = view
        self.joins = joins

    def of(self, *props: str) -> list[Statement]:
        """What lists state of some properties; the casebook is no list."""
        return [s for s in self.view.statements(prop=props) if s.source != CASEBOOK and not s.flag]

    @cached_property
    def names(self) -> dict[str, list[Statement]]:
        """The names of each record, the primary one first."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in sorted(self.of(*NAME_PROPS), key=lambda s: (NAME_PROPS.index(s.prop), s.id)):
            found[s.party].append(s)
        return found

    def name(self, party: str) -> str:
        """The primary name, or the id where the day shows none."""
        return self.names[party][0].value if party in self.names else party

    def apart(self, a: str, b: str) -> bool:
        """Whether two records are two parties: not joined, and no name of the one fits one of the other."""
        if a == b or self.joins.head(a) == self.joins.head(b):
            return False
        mine, theirs = self.names.get(a), self.names.get(b)
        return bool(mine and theirs) and not same_name(mine or [], theirs or [])

    def neighbors(self, prop: str) -> Iterator[tuple[list[Statement], list[Statement]]]:
        """The statements of a property of each two records that follow each other.

        One follows another in the document, or by the number that the list gave it: some lists are sorted
        by name, and mistakes happen where records are made one after the other.
        """
        documents: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
        for s in self.of(prop):
            documents[s.source, s.document][s.party].append(s)
        done: set[tuple[str, str]] = set()
        for records in documents.values():
            by_place = sorted(records.values(), key=lambda rows: min(map(_place, rows)))
            by_id = sorted(records.values(), key=lambda rows: _id(rows[0].party))
            for one, other in (*pairwise(by_place), *pairwise(by_id)):
                a, b = sorted((one[0].party, other[0].party))
                if (a, b) not in done:
                    done.add((a, b))
                    yield one, other


def _id(party: str) -> tuple[str, int]:
    """The words of an id and the number at its end."""
    match = _NUMBER.search(party)
    return (party[: match.start()], int(match[1])) if match else (party, 0)


def _place(s: Statement) -> tuple[str, int]:
    """The part of the document and the row or line: the number at the end of the locator."""
    # A record of the UN's list begins its locator with its own reference, which is no part of the file.
    words, number = _id(s.locator)
    return ("" if "line" in words else words, number)
