"""Whether a record and the one that it quotes can be the same party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from yalu.evidence.dossier import name_key
from yalu.evidence.quotes import Quote
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.model.vocabulary import NAME_PROPS
from yalu.names import Schema, compare, prepare
from yalu.names.engine import Prepared

BIRTH = "birthDate"
_SCHEMAS = {"Person": Schema.PERSON, "Vessel": Schema.VESSEL}
_CLASSES = {"Person": "person", "Vessel": "craft", "Airplane": "craft"}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What keeps two records apart: their ``kind``, their ``birth`` or their ``name``, with both values."""

    code: str
    mine: str
    theirs: str
    statements: tuple[Statement, ...]
    other: str = ""
    """For ``name``, the id of the record that has the name instead."""


class Facts:
    """The kinds, birth dates and names of the records that quote and of those that are quoted."""

    def __init__(self, view: View, quotes: Sequence[Quote]) -> None:
        self._view = view
        wanted = {i for q in quotes for party in (q.party, q.target) if party for i in view.ids(party)}
        self._births: defaultdict[str, list[Statement]] = defaultdict(list)
        self._names: defaultdict[str, list[Statement]] = defaultdict(list)
        if wanted:
            for s in view.statements(prop=(BIRTH, *NAME_PROPS), party=tuple(sorted(wanted))):
                (self._births if s.prop == BIRTH else self._names)[s.party].append(s)
        self._owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for s in view.statements(source="un_sc", prop="name"):
            self._owners[name_key(s.value)].add(s.party)

    def contradiction(self, quote: Quote) -> Contradiction | None:
        """Why the quoted record cannot be the quoting one, or ``None`` where nothing speaks against it."""
        mine, theirs = [quote.party], self._view.ids(quote.target)
        return self._kinds(mine, theirs) or self._years(mine, theirs) or self._name(mine, theirs)

    def _kinds(self, mine: list[str], theirs: list[str]) -> Contradiction | None:
        a, b = self._rows(self._names, mine), self._rows(self._names, theirs)
        classes = {_class(s) for s in a}, {_class(s) for s in b}
        if not a or not b or classes[0] & classes[1] or "any" in classes[0] | classes[1]:
            return None
        return Contradiction("kind", _kinds(a), _kinds(b), (a[0], b[0]))

    def _years(self, mine: list[str], theirs: list[str]) -> Contradiction | None:
        a, b = self._rows(self._births, mine), self._rows(self._births, theirs)
        if not a or not b:
            return None
        apart = min(abs(x - y) for x in _years(a) for y in _years(b))
        if apart == 0 or (apart == 1 and self._same_name(mine, theirs)):
            return None
        return Contradiction("birth", _values(a), _values(b), (*a, *b))

    def _name(self, mine: list[str], theirs: list[str]) -> Contradiction | None:
        """No name of the one fits any name of the other; a name may keep apart, it never joins."""
        a, b = self._rows(self._names, mine), self._rows(self._names, theirs)
        if not a or not b or self._same_name(mine, theirs):
            return None
        named = next((s for s in b if s.prop == "name"), b[0])
        called = next((s for s in a if s.prop == "name"), a[0])
        others = self._owners.get(name_key(called.value), set()) - set(theirs)
        other = next(iter(others)) if len(others) == 1 else ""
        return Contradiction("name", called.value, named.value, (called, named), other)

    def _same_name(self, mine: list[str], theirs: list[str]) -> bool:
        return same_name(self._rows(self._names, mine), self._rows(self._names, theirs))

    @staticmethod
    def _rows(held: dict[str, list[Statement]], ids: Iterable[str]) -> list[Statement]:
        return [s for i in ids for s in held.get(i, ())]


def same_name(mine: Sequence[Statement], theirs: Sequence[Statement]) -> bool:
    """Whether any name of the one fits any name of the other."""
    a = [set(name_key(s.value)) for s in mine]
    b = [set(name_key(s.value)) for s in theirs]
    # A patronymic or a legal form on one side only leaves the name what it is.
    if any(x == y or (min(len(x), len(y)) > 1 and (x <= y or y <= x)) for x in a for y in b if x and y):
        return True
    return any(_fit(s, t) for s in mine for t in theirs)


def _fit(a: Statement, b: Statement) -> bool:
    """Whether two names are a hit for the name engine, read as what the records are."""
    schema = _SCHEMAS.get(a.kind, Schema.ORGANIZATION)
    return compare(_prepared(a.value, schema), _prepared(b.value, schema)).alert


@lru_cache(maxsize=20_000)
def _prepared(name: str, schema: Schema) -> Prepared:
    return prepare(name, schema)


def _class(s: Statement) -> str:
    return "any" if s.kind in ("", "LegalEntity") else _CLASSES.get(s.kind, "entity")


def _kinds(rows: list[Statement]) -> str:
    return ", ".join(sorted({s.kind for s in rows}))


def _years(rows: list[Statement]) -> set[int]:
    """All years that the dates may mean; a span of years is read whole."""
    found: set[int] = set()
    for s in rows:
        years = [int(part[:4]) for part in s.value.split("/") if part[:4].isdigit()]
        found.update(range(min(years), max(years) + 1) if years else ())
    return found or {0}


def _values(rows: list[Statement]) -> str:
    return ", ".join(dict.fromkeys(s.value for s in rows))
