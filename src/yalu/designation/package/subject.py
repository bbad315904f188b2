"""What is known of a party in the form in which lists ask for it: verified values, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from yalu.evidence.dossier import Dossier
from yalu.model.statement import Statement
from yalu.model.vocabulary import NAME_PROPS
from yalu.names.text import scripts
from yalu.screening import countries

DOCUMENTS = ("passportNumber", "idNumber", "registrationNumber", "taxNumber", "leiCode", "dunsCode")
CODES = ("swiftBic", "imoNumber", "mmsi", "callSign", "serialNumber")
SHIPS, AIRCRAFT = "Vessel", "Airplane"


@dataclass(frozen=True)
class Value:
    """One value with the statements that say so; ``detail`` is that of the first."""

    value: str
    statements: tuple[Statement, ...] = ()
    lang: str = ""
    detail: dict[str, Any] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """A qualifier as text, or ``""``."""
        found = self.detail.get(name, "")
        return "" if found is True else str(found)


@dataclass(frozen=True)
class Number(Value):
    """A number of a document or register, with its property."""

    prop: str = ""


@dataclass(frozen=True)
class Subject:
    """The party as the layouts of the lists take it. ``name`` is a name in Latin letters, if there is one."""

    kind: str
    name: Value | None
    original: tuple[Value, ...]  # names in other scripts
    aliases: tuple[Value, ...]
    weak: tuple[Value, ...]
    former: tuple[Value, ...]
    facts: dict[str, tuple[Value, ...]]
    numbers: tuple[Number, ...]
    un_reference: str = ""

    def all(self, *props: str) -> tuple[Value, ...]:
        """The values of some properties."""
        return tuple(v for prop in props for v in self.facts.get(prop, ()))

    def number(self, prop: str) -> tuple[Number, ...]:
        """The numbers of a property."""
        return tuple(n for n in self.numbers if n.prop == prop)

    @property
    def person(self) -> bool:
        """Whether it is a natural person."""
        return self.kind == "Person"


def subject(dossier: Dossier) -> Subject:
    """Take the verified values out of a dossier. Damaged and unverified ones are left out."""
    names = [s for s in dossier.names if stands(s)]
    plain = sorted(
        (s for s in names if latin(s.value)), key=lambda s: (NAME_PROPS.index(s.prop), s.known_hi, s.id)
    )
    first = plain[0].value if plain else ""
    rest = [s for s in plain if s.value != first]
    facts = {p: values(filter(stands, rows)) for p, rows in sorted(dossier.facts.items())}
    return Subject(
        kind=dossier.kind,
        name=next(iter(values(s for s in plain if s.value == first)), None),
        original=values(s for s in names if not latin(s.value)),
        aliases=values(s for s in rest if s.prop in ("name", "alias")),
        weak=values(s for s in rest if s.prop == "weakAlias"),
        former=values(s for s in rest if s.prop == "previousName"),
        facts={p: found for p, found in facts.items() if found},
        numbers=tuple(
            Number(v.value, v.statements, v.lang, v.detail, prop)
            for prop in (*DOCUMENTS, *CODES)
            for v in facts.get(prop, ())
        ),
        un_reference=next((i.removeprefix("un-") for i in dossier.ids if i.startswith("un-")), ""),
    )


def latin(text: str) -> bool:
    """Whether a name is written in Latin letters alone."""
    return scripts(text) <= {"latin"}


def stands(s: Statement) -> bool:
    """Whether a statement may fill a field of a list: a text backs it, and it is whole."""
    return not s.lead and not s.flag and s.prop not in s.unverified.split(";")


def values(statements: Iterable[Statement]) -> tuple[Value, ...]:
    """Each value once, in the order of first mention, with all statements that say so; blanks are single."""
    found: dict[str, list[Statement]] = {}
    for s in statements:
        found.setdefault(" ".join(s.value.split()), []).append(s)
    return tuple(
        Value(
            value,
            tuple(rows),
            next((s.lang for s in rows if s.lang), ""),
            {k: v for s in reversed(rows) for k, v in s.details.items()},
        )
        for value, rows in found.items()
    )


def iso_country(text: str) -> str:
    """The ISO code of a country or nationality, or ``""`` where the text is none that is known."""
    code = countries.code(text)
    return code if countries.known(code) else ""
