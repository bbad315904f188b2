"""Each entry is read again by Yalu's own reader of that list: the same names, dates and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from yalu.designation.package.entries import eu, ofac, uk, un
from yalu.designation.package.entries.entry import BIRTH, NAME, NUMBER, Assigned, Entry
from yalu.designation.package.subject import CODES, DOCUMENTS, Subject
from yalu.errors import ContractError
from yalu.model.vocabulary import NAME_PROPS
from yalu.sources.eu_fsf import parse as eu_fsf
from yalu.sources.ofac_sdn import parse as ofac_sdn
from yalu.sources.sighting import Sighting
from yalu.sources.uk_ofsi import parse as uk_ofsi
from yalu.sources.un_sc import parse as un_sc

STAND_IN: Final = {
    "OFAC": Assigned("99999", ""),
    "UN": Assigned("KPx.999", "2000-01-01"),
    "EU": Assigned("99999", "2000-01-01"),
    "UK": Assigned("99999", "2000-01-01"),
}
"""What stands in for number and day while an entry is read back, and nowhere else."""

_OF_PROP = (
    dict.fromkeys(NAME_PROPS, NAME) | {"birthDate": BIRTH} | dict.fromkeys((*DOCUMENTS, *CODES), NUMBER)
)


def entries(subject: Subject, marks: dict[str, str]) -> list[Entry]:
    """The entry on each list. ``marks`` gives the regime's name on those of the UN, the EU and the UK."""
    return [writer(subject, Assigned()) for writer in _writers(marks).values()]


def differences(subject: Subject, marks: dict[str, str]) -> dict[str, list[str]]:
    """For each layout with an entry, what is read back otherwise than written; empty lists are good."""
    found = {}
    for layout, writer in _writers(marks).items():
        entry = writer(subject, STAND_IN[layout])
        if entry.files:
            found[layout] = _compared(entry)
    return found


def read(entry: Entry) -> list[Sighting]:
    """What the reader of the list takes from the files of an entry that has its number and day."""
    parsers = {
        "sdn.csv": (ofac_sdn.parse, "sdn"),
        "alt.csv": (ofac_sdn.parse, "alt"),
        "add.csv": (ofac_sdn.parse, "add"),
        "un_consolidated.xml": (un_sc.parse, "list"),
        "eu_fsf.xml": (eu_fsf.parse, "list"),
        "uk_conlist.csv": (uk_ofsi.parse, "list"),
    }
    found: list[Sighting] = []
    for name, content in entry.files.items():
        parse, part = parsers[name]
        found += parse(content, part).sightings
    return found


def _writers(marks: dict[str, str]) -> dict[str, Callable[[Subject, Assigned], Entry]]:
    return {
        "OFAC": ofac.write,
        "UN": lambda s, a: un.write(s, marks.get("UN", ""), a),
        "EU": lambda s, a: eu.write(s, marks.get("EU", ""), a),
        "UK": lambda s, a: uk.write(s, marks.get("UK", ""), a),
    }


def _compared(entry: Entry) -> list[str]:
    try:
        back = {(what, s.value) for s in read(entry) if (what := _OF_PROP.get(s.prop))}
    except ContractError as error:
        return [str(error)]
    lost = [f"the {what} {value!r} is not read back" for what, value in sorted(entry.carried - back)]
    new = [
        f"the {what} {value!r} is read, and was not written" for what, value in sorted(back - entry.carried)
    ]
    return lost + new
