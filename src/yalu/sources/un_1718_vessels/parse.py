"""Read the 1718 Committee's list of designated vessels, as a web page.

A ship's id is its IMO number, so the same hull is the same party in every source; a number of a radio
station (MMSI) stands on two hulls here and joins nothing. The list and the first name bear the day of
designation, each measure the day of its own; everything else is dated by the copies.
"""

from __future__ import annotations

import re
from collections import Counter

from yalu.errors import ContractError
from yalu.model.dates import OPEN, Interval
from yalu.sources.damage import imo_number
from yalu.sources.entry import Entry
from yalu.sources.sighting import Parsed, Problem, Quarantined
from yalu.sources.un_1718_vessels.document import FILE, SOURCE, read_rows
from yalu.sources.un_1718_vessels.ships import Ship, gather

AUTHORITY = "UN"
LIST = "1718 vessels"
_NUMBERED = re.compile(r"(?<!\S)(\d)[:.] ?")
_REFERENCE = re.compile(r"\(K(P[ei]\.\d{3})\)", re.IGNORECASE)
_MMSI = re.compile(r"(?:(\d): ?)?\b(\d{9})\b", re.ASCII)
_LABELS = {"Flag": "flag", "Call Sign": "callSign"}


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``.

    Raises:
        ContractError: the page is not the list, not whole, or has another layout.
    """
    if part != "list":
        raise ContractError(SOURCE, f"there is no part {part!r}", expected="the part 'list'")
    rows, day = read_rows(content)
    ships = gather(rows)
    parsed = Parsed(stated=Interval(day, day) if day else OPEN, records=len(ships))
    standing = Counter(_party(ship) for ship in ships)
    if [ship.number for ship in ships] != [str(n) for n in range(1, len(ships) + 1)]:
        numbers = ", ".join(ship.number or "?" for ship in ships)
        parsed.problems.append(Problem("numbering", FILE, f"the ships are not numbered on: {numbers}"[:300]))
    for ship in ships:
        if standing[_party(ship)] > 1:
            _quarantine(ship, parsed)
        else:
            _read_ship(ship, day, parsed)
    return parsed


def numbered(text: str) -> list[tuple[str, str]]:
    """The values of a cell with their numbers; the whole as number 1 where there are none.

    >>> numbered("1: Petrel 1 2: Thae Pyong San"), numbered("1. Cambodia 2. DPRK")
    ([('1', 'Petrel 1'), ('2', 'Thae Pyong San')], [('1', 'Cambodia'), ('2', 'DPRK')])
    """
    found: list[tuple[str, int, int]] = []
    for match in _NUMBERED.finditer(text):
        if int(match[1]) == len(found) + 1:
            found.append((match[1], match.start(), match.end()))
    if not found or found[0][1] != 0:
        return [("1", text)] if text else []
    ends = [start for _, start, _ in found[1:]] + [len(text)]
    return [(n, text[begin:end].strip()) for (n, _, begin), end in zip(found, ends, strict=True)]


def _party(ship: Ship) -> str:
    number = ship.numbers[0] if ship.numbers else ""
    if re.fullmatch(r"\d{7}", number, re.ASCII):
        return f"imo-{number}"
    name = numbered(ship.names)[0][1].lower()
    return f"name-{re.sub(r'[^a-z0-9]+', '-', name).strip('-')}"


def _where(ship: Ship) -> str:
    return f"{FILE} no. {ship.number}" if ship.number else f"{FILE} {ship.names}"


def _quarantine(ship: Ship, parsed: Parsed) -> None:
    party, why = _party(ship), f"{_party(ship)} stands on more than one ship"
    row = " | ".join([ship.names, *ship.numbers, *(f"{label}: {text}" for label, text in ship.texts)])
    parsed.quarantined.append(Quarantined(party, _where(ship), row, why))
    parsed.problems.append(Problem("id_on_two_parties", _where(ship), f"{why}: {ship.names}", party))


def _read_ship(ship: Ship, copy: str, parsed: Parsed) -> None:
    party = _party(ship)
    listed = min(day for day, _ in ship.designations)
    entry = Entry(parsed, party, "Vessel", _where(ship), listed=listed, copy=copy)
    entry.listing(AUTHORITY, {"list": LIST})
    names = numbered(ship.names)
    entry.name(names[0][1])
    for n, name in names[1:]:
        entry.say("alias", name, {"numbered": n})
    for day, measures in ship.designations:
        for measure in measures:
            entry.since(day, "program", measure)
            if reference := _REFERENCE.search(measure):
                _tie(entry, reference[1], measure)
    _read_numbers(entry, ship)
    for label, text in ship.texts:
        _read_text(entry, label, text)


def _tie(entry: Entry, reference: str, as_listed: str) -> None:
    """A tie to the entity of the UN's consolidated list whose reference the list quotes."""
    kind, number = reference[1].lower(), reference[-3:]
    target = f"un-KP{kind}.{number}"
    entry.say("UnknownLink", target, {"role": "economic_resource_of", "as_listed": as_listed})


def _read_numbers(entry: Entry, ship: Ship) -> None:
    first, *rest = ship.numbers or ("",)
    if not re.fullmatch(r"\d{7}", first, re.ASCII):
        entry.problem("no_imo", f"the IMO number is {first!r}; kept as a note")
        entry.say("notes", first, {"field": "IMO number"})
    else:
        entry.say("imoNumber", first)
        if not imo_number(first):
            entry.problem("imo_check_digit", f"IMO number {first!r} fails its check digit")
    text = " ".join(rest)
    for n, number in _MMSI.findall(text):
        entry.say("mmsi", number, {"numbered": n})
    left = _MMSI.sub("", text).replace("MMSI:", "").strip()
    entry.say("notes", left, {"field": "IMO number"})


def _read_text(entry: Entry, label: str, text: str) -> None:
    if text == "na":
        return
    if label in _LABELS:
        for n, value in numbered(text):
            entry.say(_LABELS[label], value, {"numbered": n})
    elif label == "Type":
        entry.say("type", text)
    elif label.startswith("Designated as economic resource"):
        entry.say("notes", text, {"field": label})
        if reference := _REFERENCE.search(text):
            _tie(entry, reference[1], text)
    elif label == "Picture link":
        entry.say("picture", text.replace(" ", ""))
    else:
        entry.say("notes", text, {"field": label})
