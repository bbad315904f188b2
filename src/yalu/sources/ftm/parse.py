"""Read a file of FollowTheMoney: entities or statements as JSON lines, statements as CSV; perhaps gzipped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from yalu.model.dates import Interval
from yalu.sources.ftm.documents import address_text, state_document
from yalu.sources.ftm.entities import is_statement, objects, records
from yalu.sources.ftm.lines import FtmFile
from yalu.sources.ftm.maker import Maker
from yalu.sources.ftm.parties import state_thing
from yalu.sources.ftm.record import Record, Tally, Value, day_of
from yalu.sources.ftm.sanctions import state_sanction
from yalu.sources.ftm.statements import gather, rows
from yalu.sources.ftm.ties import state_tie
from yalu.sources.sighting import Parsed

PARSER_VERSION = 1


def parse(content: bytes, source: str) -> Parsed:
    """Read one file of a user's source. The last day on which the file saw anything is the day of the copy.

    Raises:
        ContractError: no such file, not whole, or without any entity.
    """
    file, tally, parsed = FtmFile(source), Tally(), Parsed()
    maker = Maker(source, parsed, tally)
    seen = _Seen()
    addresses: dict[str, str] = {}
    at: list[tuple[Record, Value]] = []
    for record in _records(file, content, tally, seen):
        parsed.records += 1
        if record.schema == "Address":
            addresses[record.id] = address_text(record)
        else:
            at += [(record, v) for v in record.values if v.prop == "addressEntity"]
            _state(maker, record)
    for record, value in at:
        party = maker.party(record.id)
        if text := addresses.get(value.text, ""):
            maker.say(party, "", "address", text, record.where, max(value.known, record.known))
        else:
            tally.add("no_address", "an address that the file does not hold is kept as its id", record.where)
            maker.say(party, "", "addressEntity", maker.party(value.text), record.where, value.known)
    if not parsed.sightings:
        raise file.refuse("the file holds no entity", "a line for each entity, with id, schema, properties")
    parsed.stated = Interval(seen.last, seen.last)
    parsed.problems = tally.problems()
    return parsed


class _Seen:
    """The last day on which the collector saw anything that the file holds."""

    def __init__(self) -> None:
        self.last = ""

    def note(self, found: dict[str, Any]) -> None:
        self.last = max(self.last, day_of(found.get("last_seen")))


def _records(file: FtmFile, content: bytes, tally: Tally, seen: _Seen) -> Iterator[Record]:
    _, start = next(file.lines(content), (0, b""))
    if not start:
        raise file.refuse("the file is empty", "entities or statements of FollowTheMoney")
    if not start.lstrip().startswith((b"{", b"[")):
        yield from gather(_noting(rows(file, content), seen), tally).values()
        return
    found = _noting(objects(file, content), seen)
    first = next(found)
    if is_statement(first[1]):
        yield from gather(chain([first], found), tally).values()
        return
    for where, entity in chain([first], found):
        if isinstance(inner := entity.get("statements"), list):
            said = [(where, {"canonical_id": entity.get("id")} | s) for s in inner if isinstance(s, dict)]
            yield from gather(_noting(iter(said), seen), tally).values()
        else:
            yield from records(entity, where, tally)


def _noting(found: Iterator[tuple[str, dict[str, Any]]], seen: _Seen) -> Iterator[tuple[str, dict[str, Any]]]:
    for where, one in found:
        seen.note(one)
        yield where, one


def _state(maker: Maker, record: Record) -> None:
    model = record.model
    if model and model.edge:
        state_tie(maker, record, model.edge)
    elif record.schema == "Sanction":
        state_sanction(maker, record)
    elif model and model.is_a("Identification"):
        state_document(maker, record)
    else:
        state_thing(maker, record)
