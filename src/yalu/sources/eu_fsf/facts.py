"""What both editions of the list say of a party, before it is made into sightings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yalu.model.dates import day
from yalu.model.statement import canonical
from yalu.sources.entry import Entry
from yalu.sources.sighting import DAMAGED, Parsed, Problem, Quarantined
from yalu.sources.written_dates import birth

SOURCE = "eu_fsf"
AUTHORITY = "EU"
KINDS = {"P": "Person", "E": "Organization"}
_LOST = re.compile(r"\w\?|\?\w|\?\?")
_REFERENCE = re.compile(r"EU\.(\d+\.\d+)", re.ASCII)


@dataclass(slots=True)
class Fact:
    """One value, with the day on which the act that contains it was published, or ``""``."""

    prop: str
    value: str
    published: str = ""
    lang: str = ""
    detail: dict[str, str | bool] = field(default_factory=dict)


@dataclass(slots=True)
class Subject:
    """One party of the list."""

    reference: str
    kind: str
    locator: str
    programs: dict[str, str] = field(default_factory=dict)  # program -> earliest day of publication
    facts: list[Fact] = field(default_factory=list)
    listed: str = ""  # the day of designation, where the edition gives it
    clash: str = ""  # why it cannot be one party

    def under(self, program: str, published: str) -> None:
        """Add a program, or an earlier act under it."""
        before = self.programs.get(program)
        if before is None or (published and (not before or published < before)):
            self.programs[program] = published


def party_id(reference: str, logical_id: str) -> str:
    """``eu-36.64`` for EU.36.64; by the list's own number where a party has no reference."""
    match = _REFERENCE.fullmatch(reference)
    return f"eu-{match[1]}" if match else f"eu-id-{logical_id}"


def published_day(text: str) -> str:
    """The day, or ``""`` where it is none."""
    try:
        return day(text)
    except ValueError:
        return ""


def say(subject: Subject, copy: str, parsed: Parsed) -> int:
    """Add the sightings of one party; returns how many of its values have lost letters."""
    if subject.clash:
        _quarantine(subject, parsed)
        return 0
    entry = Entry(parsed, subject.reference, subject.kind, subject.locator, listed=subject.listed, copy=copy)
    for program, published in subject.programs.items():
        detail = {"regime": program}
        if subject.listed:
            entry.listing(AUTHORITY, detail)
        else:
            entry.by_instrument("Sanction", AUTHORITY, published, detail)
    lost = 0
    for fact in _once(subject.facts):
        flag = DAMAGED if fact.prop in ("name", "alias") and _LOST.search(fact.value) else ""
        lost += bool(flag)
        if fact.prop == "birthDate":
            _say_birth(entry, fact)
        else:
            entry.by_instrument(fact.prop, fact.value, fact.published, fact.detail, fact.lang, flag)
    return lost


def _quarantine(subject: Subject, parsed: Parsed) -> None:
    row = " | ".join(fact.value for fact in subject.facts) or subject.reference
    parsed.quarantined.append(Quarantined(subject.reference, subject.locator, row, subject.clash))
    parsed.problems.append(Problem("id_on_two_parties", subject.locator, subject.clash, subject.reference))


def _once(facts: list[Fact]) -> list[Fact]:
    """Each value once, with the earliest act that contains it; an alias that is the name is the name."""
    names = {(f.value, f.lang) for f in facts if f.prop == "name"}
    kept: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        same = fact.prop.lower().endswith("alias") and (fact.value, fact.lang) in names
        prop = "name" if same else fact.prop
        key = (prop, fact.value, fact.lang, canonical(dict(fact.detail)))
        first = kept.setdefault(key, Fact(prop, fact.value, fact.published, fact.lang, fact.detail))
        if fact.published and (not first.published or fact.published < first.published):
            first.published = fact.published
    return list(kept.values())


def _say_birth(entry: Entry, fact: Fact) -> None:
    found = birth(fact.value)
    if found:
        entry.by_instrument("birthDate", found[0], fact.published, {**fact.detail, **found[1]})
    else:
        entry.problem(
            "bad_birth_date", f"the birth date {fact.value[:40]!r} is in no known form; kept as a note"
        )
        entry.by_instrument("notes", fact.value, fact.published, {"field": "birth date"})
