"""Statements, as CSV or one JSON object a line: each value with its own day, gathered into entities."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yalu.sources.ftm.entities import text_of, usable
from yalu.sources.ftm.lines import FtmFile
from yalu.sources.ftm.record import Record, Tally, Value, day_of

REQUIRED = ("entity_id", "schema", "prop", "value")
MAX_FIELD = 16_000_000

_LANGUAGES = {
    "eng": "en", "kor": "ko", "zho": "zh", "chi": "zh", "jpn": "ja", "rus": "ru", "ara": "ar", "fas": "fa",
    "fra": "fr", "deu": "de", "spa": "es", "ukr": "uk", "vie": "vi", "msa": "ms", "ind": "id", "tha": "th",
}  # fmt: skip


def rows(file: FtmFile, content: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a CSV file with their places. Raises ContractError with the line."""
    csv.field_size_limit(MAX_FIELD)
    number = 0

    def text() -> Iterator[str]:
        nonlocal number
        for number, line in file.lines(content):
            if b"\0" in line:
                raise file.refuse("the line holds a NUL byte", "UTF-8 text", number)
            try:
                yield line.decode()
            except UnicodeDecodeError as error:
                raise file.refuse(f"the line is no UTF-8: {error.reason}", "UTF-8 text", number) from error

    reader = csv.reader(text(), strict=True)
    try:
        header = next(reader, [])
        missing = [c for c in REQUIRED if c not in header]
        if missing:
            raise file.refuse(
                f"neither JSON lines nor statements: the first line lacks {', '.join(missing)}",
                "a CSV file of statements with canonical_id, entity_id, schema, prop, value, dataset ...",
                1,
            )
        for row in reader:
            if len(row) != len(header):
                raise file.refuse(f"{len(row)} fields", f"{len(header)}, as in the first line", number)
            yield f"line {number}", dict(zip(header, row, strict=True))
    except csv.Error as error:
        raise file.refuse(
            f"the CSV breaks off or breaks its quoting: {error}", "a whole file", number
        ) from error


def gather(found: Iterable[tuple[str, Mapping[str, Any]]], tally: Tally) -> dict[str, Record]:
    """The entities that the statements make up, by id, in the order of their first statement."""
    records: dict[str, Record] = {}
    for where, row in found:
        entity_id = row.get("canonical_id") or row.get("entity_id")
        schema, prop = row.get("schema"), row.get("prop")
        if not (usable(entity_id) and usable(schema) and isinstance(prop, str) and prop):
            tally.add("no_statement", "a row without a usable entity, schema or property is left out", where)
            continue
        if str(row.get("external") or "").lower() in ("t", "true", "1"):
            tally.add("external", "a statement that its file marks as external is left out", where)
            continue
        name = str(entity_id)
        record = records.setdefault(name, Record(name, str(schema), where))
        _add(record, row, str(schema), prop, where, tally)
    return records


def _add(record: Record, row: Mapping[str, Any], schema: str, prop: str, where: str, tally: Tally) -> None:
    record.more_specific(schema)
    first = day_of(row.get("first_seen"))
    if usable(dataset := row.get("dataset")):
        held = record.datasets.get(str(dataset), "")
        record.datasets[str(dataset)] = min(held or first, first or held)
    own = row.get("entity_id")
    if usable(own) and own != record.id and own not in record.referents:
        record.referents.append(str(own))
    if prop == "id":  # says that the entity exists, and since when; its value is a checksum
        record.known = record.known or first
        return
    if text := text_of(row.get("value"), prop, where, tally):
        lang = str(row.get("lang") or "")
        record.values.append(Value(prop, text, _LANGUAGES.get(lang, lang), first))
