"""An example in followthemoney's shape as a query to screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from yalu.errors import UsageError
from yalu.screening import Query
from yalu.screening.identifiers import OF_PROP
from yalu.screening.query import MOST_NAMES, birth_date
from yalu.workbench.ftm.schemata import BASE, Schema, schemata
from yalu.workbench.limits import MAX_VALUE
from yalu.workbench.problems import safe
from yalu.workbench.shapes import EntityExample

_READ_AS = (
    "Person",
    "PublicBody",
    "Company",
    "Organization",
    "LegalEntity",
    "Vessel",
    "Airplane",
    "BankAccount",
)
"""Schemata that screening tells apart, the narrower before the wider."""
_GIVEN = ("firstName", "secondName", "middleName", "fatherName")
_BIRTH = "birthDate"
_MOST_IGNORED = 20


@dataclass(frozen=True, slots=True)
class Example:
    """What was asked, as it was understood."""

    query: Query
    said: dict[str, Any]
    ignored: list[str]


def read(example: EntityExample) -> Example:
    """The query that an example means. Raises ValueError for a schema that cannot be matched."""
    schema = schemata().get(example.schema_)
    if schema is None:
        raise ValueError(f"Unknown schema: {safe(example.schema_)!r}")
    if schema.name != BASE and not schema.matchable:
        raise ValueError(f"Non-matchable schema for query: {schema.name}")
    ignored: list[str] = []
    values: dict[str, list[str]] = {}
    for prop, given in example.properties.items():
        if prop in schema.properties:
            found = list(dict.fromkeys(_texts(given, prop, ignored)))
            if found:
                values[prop] = found
        else:
            ignored.append(f"{safe(prop)}: no property of {schema.name}")
    said = {"id": example.id, "schema": schema.name, "properties": values}
    return Example(_query(schema, values, ignored), said, ignored[:_MOST_IGNORED])


def _query(schema: Schema, values: dict[str, list[str]], ignored: list[str]) -> Query:
    by_type: dict[str, list[str]] = {}
    for prop, found in values.items():
        by_type.setdefault(schema.properties[prop].type, []).extend(found)
        if schema.properties[prop].type == "identifier" and prop not in OF_PROP:
            ignored.append(f"{prop}: not compared")
    names = by_type.get("name") or _put_together(values)
    if len(names) > MOST_NAMES:
        ignored.append(f"names: the first {MOST_NAMES} are compared, {len(names) - MOST_NAMES} are not")
    return Query(
        names=names,
        schema=next((one for one in _READ_AS if schema.is_a(one)), ""),
        birth_dates=list(_dates(values.get(_BIRTH, ()), ignored)),
        countries=by_type.get("country", ()),
        identifiers=[(OF_PROP[p], v) for p, found in values.items() if p in OF_PROP for v in found],
    )


def _put_together(values: dict[str, list[str]]) -> list[str]:
    """Whole names out of given and family names, where an example has no other."""
    given = [" ".join(values[p][:1]) for p in _GIVEN if p in values]
    last = values.get("lastName", [])
    if not given and not last:
        return []
    return [" ".join([*given, family]).strip() for family in last or [""]]


def _dates(texts: Iterable[str], ignored: list[str]) -> Iterator[str]:
    for text in texts:
        try:
            birth_date(text)
        except UsageError:
            ignored.append(f"{_BIRTH}: {safe(text)!r} is no date")
        else:
            yield text


def _texts(given: Any, prop: str, ignored: list[str]) -> Iterator[str]:
    """The texts of a value as clients send them: one, a list, numbers; objects are not read."""
    if isinstance(given, list):
        for one in given:
            yield from _texts(one, prop, ignored)
    elif isinstance(given, dict):
        ignored.append(f"{prop}: an object is no value")
    elif given is not None:
        text = str(given).encode("utf-8", "replace").decode().strip()
        if len(text) > MAX_VALUE:
            ignored.append(f"{prop}: what is beyond {MAX_VALUE:,} characters")
        if text:
            yield text[:MAX_VALUE]
