"""Each entry is read again by Yalu's own reader of that list: the same names, dates and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
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

NUMBERS: Final = {"OFAC": "99999", "UN": "KPx.999", "EU": "99999", "UK": "99999"}
"""Provisional numbers: no true entry has them, and a list's reader takes no entry without one."""

_OF_PROP = (
    dict.fromkeys(NAME_PROPS, NAME) | {"birthDate": BIRTH} | dict.fromkeys((*DOCUMENTS, *CODES), NUMBER)
)


def provisional(layout: str, day: str) -> Assigned:
    """Number and day of a draft entry: a number that no entry has, and the day of the package."""
    return Assigned(NUMBERS[layout], day)


def entries(subject: Subject, marks: dict[str, str], day: str) -> list[Entry]:
    """The entry on each list. ``marks`` gives the regime's name on those of the UN, the EU and the UK."""
    found = []
    for layout, writer in _writers(marks).items():
        given = provisional(layout, day)
        found.append(replace(writer(subject, given), given=given))
    return found


def differences(found: Iterable[Entry]) -> dict[str, list[str]]:
    """For each entry with files, what is read back otherwise than written; empty lists are good."""
    return {entry.layout: _compared(entry) for entry in found if entry.files}


def read(entry: Entry) -> list[Sighting]:
    """What the reader of the list takes from the files of an entry."""
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
