"""What every entry shares: the files, what stands in which field, and what the layout has no place for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from yalu.designation.package.subject import Number, Subject, Value, iso_country
from yalu.model.countries import state
from yalu.model.statement import Statement

NAME: Final = "name"
BIRTH: Final = "birth date"
NUMBER: Final = "number"


@dataclass(frozen=True, slots=True)
class Assigned:
    """What only the authority gives: the entry's number or reference, and the day of listing (ISO)."""

    number: str = ""
    day: str = ""


NONE_YET = Assigned()
"""In a package the number and the day stay empty: nobody has given them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the layout and what stands in it."""

    name: str
    value: str
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Entry:
    """An entry. ``files`` is empty where the list has no place for such a party; ``why`` then says so."""

    layout: str
    title: str
    files: dict[str, bytes]
    fields: tuple[Field, ...] = ()
    assigned: tuple[str, ...] = ()
    """Fields that only the authority can fill."""
    left_out: tuple[str, ...] = ()
    """What is known of the party and has no place in the layout."""
    carried: frozenset[tuple[str, str]] = frozenset()
    """Names, birth dates and numbers that must be read back from the files."""
    why: str = ""
    given: Assigned = Assigned()
    """The provisional number and day that stand in the files until the authority gives its own."""

    def as_json(self) -> dict[str, Any]:
        """The entry as JSON shows it."""
        return {
            "layout": self.layout,
            "title": self.title,
            "files": sorted(self.files),
            "fields": [
                {"field": f.name, "value": f.value, "statements": [s.id for s in f.statements]}
                for f in self.fields
            ],
            "left_to_the_authority": list(self.assigned),
            "provisional": {"number": self.given.number, "day": self.given.day} if self.files else None,
            "left_out": list(self.left_out),
            "none_because": self.why,
        }


@dataclass
class Draft:
    """Gathers the fields of an entry while it is written."""

    fields: list[Field] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    carried: set[tuple[str, str]] = field(default_factory=set)

    def fill(
        self, name: str, value: str, statements: tuple[Statement, ...] = (), what: str = "", key: str = ""
    ) -> str:
        """Put a value into a field; ``what`` says that it must be read back, as ``key``."""
        if value:
            self.fields.append(Field(name, value, statements))
            if what:
                self.carried.add((what, key or value))
        return value

    def leave(self, what: str, found: Value, why: str) -> None:
        """Say that a value has no place."""
        self.left_out.append(f"{what} {found.value}: {why}")


def country_name(text: str, north: str, south: str) -> str:
    """A country in words; the two Koreas as the list writes them, others by the name of their code."""
    code = iso_country(text)
    if code == "KP":
        return north
    if code == "KR":
        return south
    return plain_state(code) if code and len(text) == 2 else text


def plain_state(code: str) -> str:
    """The name of a state without its article, as lists write it."""
    return state(code).removeprefix("the ")


def address_parts(found: Value) -> tuple[str, str]:
    """An address without its country, and the country as the source has it."""
    country = found.of("country")
    text = found.value
    if country and text.endswith(f", {country}"):
        text = text.removesuffix(f", {country}")
    return text, country


def places(subject: Subject) -> list[tuple[str, str, Value]]:
    """Where the party is: each address with its country, then countries that no address names."""
    found = [(*address_parts(v), v) for v in subject.all("address")]
    named = {iso_country(country) or country for _, country, _ in found}
    found += [
        ("", v.value, v) for v in subject.all("country") if (iso_country(v.value) or v.value) not in named
    ]
    return found


LABELS = {
    "passportNumber": "Passport",
    "idNumber": "Identification Number",
    "registrationNumber": "Registration Number",
    "taxNumber": "Tax ID No.",
    "leiCode": "Legal Entity Number",
    "dunsCode": "D-U-N-S Number",
    "swiftBic": "SWIFT/BIC",
    "imoNumber": "IMO number",
    "mmsi": "MMSI",
    "callSign": "Call sign",
    "serialNumber": "Serial number",
}
"""Numbers in the words that lists use for them."""


def labeled(number: Number) -> str:
    """``Registration Number 123 (China)``: a number as a remark says it."""
    country = number.of("country")
    return f"{LABELS[number.prop]} {number.value}" + (f" ({country})" if country else "")
