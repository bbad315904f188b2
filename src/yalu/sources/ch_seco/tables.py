"""The programs and places of the file, to which its targets refer."""

from __future__ import annotations

from dataclasses import dataclass, field

from yalu.sources.markup import Element, XmlFile, attribute, children, text

FILE = XmlFile("ch_seco", "swiss-sanctions-list.xml", "swiss-sanctions-list")
PROGRAM, TARGET, PLACE = "sanctions-program", "target", "place"
TAGS = (PROGRAM, TARGET, PLACE)
_ENGLISH = "eng"


@dataclass(slots=True)
class Place:
    """A place: what is written of it, and its country."""

    text: str
    country: str


@dataclass(slots=True)
class Tables:
    """Programs by the id of their set of sanctions, places by id, and how often an id stands on a target."""

    programs: dict[str, tuple[str, str]] = field(default_factory=dict)  # set -> program, set's name
    places: dict[str, Place] = field(default_factory=dict)
    standing: dict[str, int] = field(default_factory=dict)


def read_tables(content: bytes) -> Tables:
    """Read programs and places, and the ids of the targets.

    Raises:
        ContractError: the file is not the list, or breaks off.
    """
    tables = Tables()
    for tag, element in FILE.stream(content, TAGS):
        ssid = attribute(element, "ssid")
        if not (ssid.isascii() and ssid.isdecimal()):
            raise FILE.refuse(f"ssid of a {tag} is {ssid[:40]!r}", "a number", element)
        if tag == PROGRAM:
            program = _english(element, "program-key") or _english(element, "program-name")
            for sanctions_set in children(element, "sanctions-set"):
                tables.programs.setdefault(attribute(sanctions_set, "ssid"), (program, ""))
            for key, named in _sets(element).items():
                tables.programs[key] = (program, named)
        elif tag == PLACE:
            tables.places[ssid] = _place(element)
        else:
            tables.standing[ssid] = tables.standing.get(ssid, 0) + 1
    return tables


def _english(element: Element, tag: str) -> str:
    """The text of a field in English, else in the first language."""
    found = list(children(element, tag))
    english = [f for f in found if attribute(f, "lang") == _ENGLISH]
    return text((english or found)[0]) if found else ""


def _sets(program: Element) -> dict[str, str]:
    found = [s for s in children(program, "sanctions-set") if attribute(s, "lang") in ("", _ENGLISH)]
    return {attribute(s, "ssid"): text(s) for s in found}


def _place(element: Element) -> Place:
    country = next(children(element, "country"), None)
    named = text(country) if country is not None else ""
    pieces = (text(element, "location"), text(element, "area"))
    return Place(", ".join(filter(None, (*pieces, named))), named)
