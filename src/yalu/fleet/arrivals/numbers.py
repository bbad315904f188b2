"""What a ship's numbers themselves show: check digits, radio digits, flags."""

from __future__ import annotations

import re
from collections.abc import Collection

from yalu.fleet import radio
from yalu.fleet.arrivals.reason import IDENTITY, LAW, Reason
from yalu.fleet.identity import check_digit_holds
from yalu.model import countries
from yalu.screening.countries import code as country_code

_MARKS = re.compile(r"^\s*(imo|mmsi)?[\s.:#-]*", re.IGNORECASE)


def digits(text: str) -> str:
    """A number without its label and the signs between its digits; other letters stay, and make it odd."""
    return re.sub(r"[\s.\-/]", "", _MARKS.sub("", text))


def imo_reasons(text: str, hulls: Collection[str]) -> list[Reason]:
    """What is wrong with an IMO number, and the hulls on the register that one slip makes of it."""
    number = digits(text)
    if not number:
        return []
    if not re.fullmatch(r"\d{7}", number, re.ASCII):
        return [Reason("imo_form", IDENTITY, f"IMO {text[:30]!r} is no number of seven digits")]
    if check_digit_holds(number):
        return []
    near = sorted(slips(number) & set(hulls))
    hint = f"; one slip away stand on the register: {', '.join(near)}" if near else ""
    return [Reason("imo_check_digit", IDENTITY, f"IMO {number} fails its check digit{hint}", tuple(near))]


def slips(number: str) -> set[str]:
    """The valid IMO numbers that one wrong digit, or two neighbors exchanged, make of a number."""
    found = {number[:i] + d + number[i + 1 :] for i in range(7) for d in "0123456789"}
    found |= {number[:i] + number[i + 1] + number[i] + number[i + 2 :] for i in range(6)}
    return {n for n in found if n != number and check_digit_holds(n)}


def mmsi_reasons(text: str, flag: str) -> list[Reason]:
    """What is odd about a radio number: its form, or its state's digits against the flag."""
    number = digits(text)
    if not number:
        return []
    if not radio.ship_number(number):
        return [
            Reason(
                "mmsi_form", IDENTITY, f"MMSI {text[:30]!r} can be no ship's: nine digits, the first 2 to 7"
            )
        ]
    state = radio.state_of(number)
    if not state:
        return [Reason("mmsi_state", IDENTITY, f"MMSI {number}: the digits {number[:3]} belong to no state")]
    claimed = country_code(flag) if flag else ""
    if claimed in countries.codes() and state != claimed:
        owner, flown = countries.state(state), countries.state(claimed)
        return [
            Reason("mmsi_flag", IDENTITY, f"MMSI {number} has the digits of {owner}, the flag is {flown}")
        ]
    return []


def flag_reasons(flag: str, country: str) -> list[Reason]:
    """Whether the ship flies the flag of the country under sanctions."""
    if not flag or country_code(flag) != country:
        return []
    return [
        Reason("flag", LAW, f"flies the flag of {countries.state(country)}: its cargo is inspected in port")
    ]
