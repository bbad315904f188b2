"""Entities as JSON lines: one object a line, its properties lists of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from yalu.sources.ftm.lines import FtmFile
from yalu.sources.ftm.record import Record, Tally, Value, day_of

MAX_VALUE = 1_000_000
"""Characters of one value; a longer one (the text of a document) is left out, and counted."""

MAX_DEPTH = 3
"""How deep entities may be nested in each other's properties."""

_EXPECTED = "one JSON object a line, with id, schema and properties (or one statement a line)"


def objects(file: FtmFile, content: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line's object with its place. A line that is no JSON object is refused: the file is not whole."""
    for number, line in file.lines(content):
        try:
            found = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise file.refuse(f"the line is no JSON: {error}", _EXPECTED, number) from error
        if not isinstance(found, dict):
            raise file.refuse(f"the line holds a {type(found).__name__}", _EXPECTED, number)
        yield f"line {number}", found


def is_statement(found: dict[str, Any]) -> bool:
    """Whether an object is one statement rather than an entity."""
    return "prop" in found and "value" in found and "properties" not in found


def records(found: dict[str, Any], where: str, tally: Tally, depth: int = 0) -> Iterator[Record]:
    """The entity of an object, and those nested in it. Nothing, and a problem, where it has no id or schema.

    Nobody says since when each value of it was there, so all of them count as known when the entity last
    changed; only where it has no such day, when it was first seen.
    """
    entity_id, schema = found.get("id"), found.get("schema")
    if not usable(entity_id) or not usable(schema):
        tally.add("no_entity", "an object without a usable id and schema is left out", where)
        return
    known = day_of(found.get("last_change")) or day_of(found.get("first_seen"))
    record = Record(str(entity_id), str(schema), where, known)
    first = day_of(found.get("first_seen"))
    record.datasets = dict.fromkeys(_strings(found.get("datasets")), first)
    record.referents = _strings(found.get("referents"))
    properties = found.get("properties")
    if properties is not None and not isinstance(properties, dict):
        tally.add("bad_properties", "properties that are no object are left out", where)
        properties = None
    for prop, raw in (properties or {}).items():
        for value in raw if isinstance(raw, list) else [raw]:
            if isinstance(value, dict):
                if depth >= MAX_DEPTH:
                    tally.add("too_deep", f"entities nested deeper than {MAX_DEPTH} are left out", where)
                    continue
                yield from records(value, where, tally, depth + 1)
                value = value.get("id")
            if text := text_of(value, prop, where, tally):
                record.values.append(Value(prop, text, "", known))
    yield record


def text_of(value: object, prop: str, where: str, tally: Tally) -> str:
    """A value as text, or ``""`` where there is none to keep."""
    if value is None or isinstance(value, (list, dict)):
        if value:
            tally.add("bad_value", f"a value of {prop[:40]} that is no text is left out", where)
        return ""
    text = ("true" if value else "false") if isinstance(value, bool) else str(value).strip()
    if len(text) > MAX_VALUE:
        tally.add("long_value", f"a value of {prop[:40]} beyond {MAX_VALUE:,} characters is left out", where)
        return ""
    return text


def usable(name: object) -> bool:
    """Whether it can be an id or the name of a schema: short printable text without spaces around it."""
    return isinstance(name, str) and 0 < len(name) <= 500 and name.isprintable() and name == name.strip()


def _strings(raw: object) -> list[str]:
    return list(dict.fromkeys(r for r in raw if usable(r))) if isinstance(raw, list) else []
