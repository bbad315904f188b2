"""One record as resolution compares it: all that a source, or several, state under one id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson

from yalu.evidence.dossier import name_key
from yalu.model.vocabulary import NAME_PROPS
from yalu.resolve.config import config
from yalu.screening import countries, identifiers
from yalu.screening.birth import Date
from yalu.screening.index import Index
from yalu.screening.records import BIRTH, COUNTRY_PROPS, LIST_PROPS

NEVER = 99_999_999
"""The day on which nothing is known: a statement without a day by which it was."""


class Since(NamedTuple):
    """The days, as ``YYYYMMDD``, from which the strict and the likely mode may use something."""

    strict: int
    likely: int

    def later(self, other: Since) -> Since:
        """From when two things that are both needed may be used."""
        return Since(max(self.strict, other.strict), max(self.likely, other.likely))

    def earlier(self, other: Since) -> Since:
        """From when one of two things may be used."""
        return Since(min(self.strict, other.strict), min(self.likely, other.likely))


ALWAYS = Since(0, 0)


class Name(NamedTuple):
    """A name: its text, its number in the index's table of texts, its words, and whether it is weak."""

    text: str
    number: int
    words: tuple[str, ...]
    weak: bool
    primary: bool
    since: Since


@dataclass(slots=True)
class Record:
    """What is stated under one id, whenever it was known; each value with the days from which it was."""

    id: str
    group: str = ""
    """person, craft or entity; empty where the sources do not say, or say different things."""
    kinds: tuple[str, ...] = ()
    lists: frozenset[str] = frozenset()
    """The lists on which the id is a record: sources, or the parts of a source that holds several lists."""
    repeats: bool = False
    """Whether all its listings only repeat another source's."""
    regimes: frozenset[str] = frozenset()
    """What its listings are for, in its list's own words: one list may list a party again for another."""
    names: list[Name] = field(default_factory=list)
    births: dict[Date, Since] = field(default_factory=dict)
    countries: dict[str, Since] = field(default_factory=dict)
    numbers: dict[tuple[str, str], Since] = field(default_factory=dict)
    """Kind and plain number, those that can be compared alone."""
    issuers: dict[tuple[str, str], str] = field(default_factory=dict)
    """The country that issued a number, where the source says so."""
    print: str = ""
    """The fingerprint: another text where anything that is compared has changed."""

    def of_kind(self, kind: str) -> dict[str, Since]:
        """Its numbers of a kind."""
        return {plain: since for (k, plain), since in self.numbers.items() if k == kind}

    @property
    def name(self) -> str:
        """The name by which to call it."""
        return next((n.text for n in self.names if n.primary), self.names[0].text if self.names else self.id)


_GROUPS = {"Person": "person", "Vessel": "craft", "Airplane": "craft", "": "", "LegalEntity": ""}


def gather(index: Index) -> dict[str, Record]:
    """Every record of an index, by id. What no stored text backs is left out."""
    return {record.id: record for record in _gather(index)}


def _gather(index: Index) -> Iterator[Record]:
    clocks = index.clocks
    several = config().lists.several
    columns = [c.tolist() for c in (index.prop, index.kind, index.value, index.detail, index.source)]
    own, flagged = index.own.tolist(), index.flagged.tolist()
    high, low = clocks.known_hi.tolist(), clocks.known_lo.tolist()
    for number in range(index.parties):
        record = Record(index.party_id(number))
        kinds: set[str] = set()
        lists: set[str] = set()
        measures: set[str] = set()
        regimes: set[str] = set()
        names: dict[str, Name] = {}
        for row in index.rows_of(number):
            if own[row]:
                continue
            prop = index.prop_of(row)
            source = index.sources[columns[4][row]]
            kinds.add(index.kind_of(row))
            value = index.text(columns[2][row])
            since = Since(high[row] or NEVER, low[row] or high[row] or NEVER)
            if prop in NAME_PROPS:
                lists.add("" if source in several else source)
                if not flagged[row]:
                    _add_name(names, value, columns[2][row], prop, since)
            elif prop == BIRTH:
                detail = orjson.loads(index.text(columns[3][row]) or "{}")
                date = Date(value, bool(detail.get("circa")), str(detail.get("to") or ""))
                record.births[date] = since.earlier(record.births.get(date, since))
            elif prop in COUNTRY_PROPS:
                for code in countries.all_codes(value):
                    record.countries[code] = since.earlier(record.countries.get(code, since))
            elif prop in identifiers.OF_PROP:
                kind = identifiers.OF_PROP[prop]
                key = (kind, identifiers.normal(kind, value))
                if key[1]:
                    record.numbers[key] = since.earlier(record.numbers.get(key, since))
                    detail = orjson.loads(index.text(columns[3][row]) or "{}")
                    if detail.get("country"):
                        record.issuers[key] = countries.code(str(detail["country"]))
            elif prop in LIST_PROPS:
                measures.add(LIST_PROPS[prop])
                detail = orjson.loads(index.text(columns[3][row]) or "{}")
                regimes.update(str(detail[k]) for k in ("regime", "programme", "list") if detail.get(k))
                if source in several:
                    lists.add(f"{source}:{detail.get('list') or value}")
        groups = {_GROUPS.get(kind, "entity") for kind in kinds}
        record.group = groups.pop() if len(groups) == 1 else ""
        record.kinds = tuple(sorted(kind for kind in kinds if kind))
        record.lists = frozenset(lists - {""})
        record.regimes = frozenset(regimes)
        record.repeats = measures == {"repeated"}
        record.names = list(names.values())
        record.print = _print(record)
        yield record


def _add_name(names: dict[str, Name], text: str, number: int, prop: str, since: Since) -> None:
    old = names.get(text)
    weak, primary = prop == "weakAlias", prop == "name"
    if old is not None:
        weak, primary, since = weak and old.weak, primary or old.primary, since.earlier(old.since)
    names[text] = Name(text, number, old.words if old else name_key(text), weak, primary, since)


def _print(record: Record) -> str:
    said: dict[str, Any] = {
        "kinds": record.kinds,
        "lists": sorted(record.lists),
        "regimes": sorted(record.regimes),
        "names": sorted((n.text, n.weak, n.primary, *n.since) for n in record.names),
        "births": sorted((*date, *since) for date, since in record.births.items()),
        "countries": sorted((code, *since) for code, since in record.countries.items()),
        "issuers": sorted((*key, country) for key, country in record.issuers.items()),
        "numbers": sorted((*key, *since) for key, since in record.numbers.items()),
    }
    return hashlib.blake2b(orjson.dumps(said), digest_size=12).hexdigest()
