"""A party of a file, or another thing that ties may lead to: its values as statements."""

from __future__ import annotations

from yalu.model.ftm import PREFIX, known_names
from yalu.model.vocabulary import NAME_PROPS, PARTY_KINDS
from yalu.sources.ftm.ids import quoted
from yalu.sources.ftm.maker import Maker
from yalu.sources.ftm.record import Record, Value, date_of

DATASET = "dataset"
"""The property that names the data set, within the file, that holds a party."""

QUOTED = "quotedId"
"""The property of an id under which a list or a collector knows the party: for a later decision, no merge."""


def state_thing(maker: Maker, record: Record) -> None:
    """Say what the file says of an entity that is neither a tie nor a listing."""
    if record.schema not in known_names():
        maker.tally.add("unknown_schema", f"schema {record.schema[:60]!r} is kept as it is", record.where)
    party = maker.party(record.id)
    kind = record.schema if record.schema in PARTY_KINDS else PREFIX + record.schema
    for dataset, first in record.datasets.items():
        maker.say(party, kind, DATASET, dataset, record.where, first or record.known)
    for referent in dict.fromkeys((record.id, *record.referents)):
        detail = {"as": referent} if quoted(referent) != referent else None
        maker.say(party, kind, QUOTED, quoted(referent), record.where, record.known, detail=detail)
    for value in record.values:
        if value.prop != "addressEntity":  # said as a text once the whole file is read
            _state_value(maker, record, party, kind, value)


def _state_value(maker: Maker, record: Record, party: str, kind: str, value: Value) -> None:
    prop, text = value.prop, value.text
    known = record.model.properties if record.model else {}
    what = known.get(prop)
    if what is None:
        if record.model:
            told = f"{record.schema} has no property {prop[:60]!r}; it is kept as {PREFIX}{prop[:60]}"
            maker.tally.add("unknown_property", told, record.where)
        prop = PREFIX + prop if prop not in NAME_PROPS else prop
    elif what == "country" and len(text) == 2 and text.isascii():
        text = text.upper()
    elif what == "date":
        if date_of(text) is None:
            maker.tally.add(
                "bad_date", f"a value of {prop} is no date; it is kept as {PREFIX}{prop}", record.where
            )
            prop = PREFIX + prop
        else:
            text = text[:10]
    elif what == "entity":
        text = maker.party(text)
    maker.say(party, kind, prop, text, record.where, value.known, lang=value.lang)
