"""One target: its listing, its identities and what else is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yalu.model.vocabulary import QUOTES
from yalu.sources.ch_seco.identity import names, say_particulars
from yalu.sources.ch_seco.modifications import History, history
from yalu.sources.ch_seco.tables import FILE, Tables
from yalu.sources.damage import imo_number
from yalu.sources.entry import Entry
from yalu.sources.markup import Element, attribute, children, name, text
from yalu.sources.quoted import un_record, un_records
from yalu.sources.sighting import Parsed

AUTHORITY = "CH"
_KINDS = {"individual": "Person", "entity": "Organization"}
_OBJECTS = {"vessel": "Vessel", "aircraft": "Airplane"}
_READ = ("identity", "justification", "relation", "other-information")
_NOTED = {"justification": "reason", "other-information": ""}
_OF_TARGET = (
    *_KINDS,
    "object",
    "modification",
    "foreign-identifier",
    "generic-attribute",
    "sanctions-set-id",
)
_SEXES = {"male": "male", "female": "female"}
_IMO = re.compile(r"\bIMO(?: (?:number|no\.?))?\W{0,3}(\d{7})\b", re.IGNORECASE | re.ASCII)


def read_target(element: Element, tables: Tables, copy: str, parsed: Parsed) -> Iterator[str]:
    """Add what the target says; yields the name of each field that is not known."""
    days = history(element)
    subject = next((e for e in element if name(e) in (*_KINDS, "object")), None)
    if subject is None:
        raise FILE.refuse("a target without individual, entity or object", "one of them", element)
    entry = Entry(
        parsed,
        f"ch-{attribute(element, 'ssid')}",
        _kind(subject),
        FILE.where(element),
        listed=days.listed,
        amended=days.amended,
        copy=copy,
    )
    _say_listing(entry, element, tables, days)
    entry.amendable("gender", _SEXES.get(attribute(subject, "sex"), ""))
    for identity in children(subject, "identity"):
        main = attribute(identity, "main") != "false"
        renamed = any(p == "previousName" for p, *_ in names(identity, main=main))
        for prop, value, lang, detail in names(identity, main=main):
            if prop == "name":
                entry.name(value, detail, lang, renamed=renamed)
            else:
                entry.amendable(prop, value, detail, lang)
        say_particulars(entry, identity, tables)
    for field, prop in _NOTED.items():
        for said in children(subject, field):
            if prop:
                entry.amendable(prop, text(said))
            else:
                _say_other(entry, text(said))
    _say_relations(entry, subject, tables)
    yield from _say_rest(entry, element, subject)


def _kind(subject: Element) -> str:
    if name(subject) == "object":
        return _OBJECTS.get(attribute(subject, "object-type"), "LegalEntity")
    return _KINDS[name(subject)]


def _say_listing(entry: Entry, element: Element, tables: Tables, days: History) -> None:
    sets = [attribute(element, "sanctions-set-id"), *map(text, children(element, "sanctions-set-id"))]
    for sanctions_set in dict.fromkeys(filter(None, sets)):
        program, named = tables.programs.get(sanctions_set, ("", ""))
        if not program:
            entry.problem("unknown_program", f"no program of the file has the set {sanctions_set[:40]!r}")
        again = days.listed if days.again else ""  # another listing than the one that ended
        entry.listing(AUTHORITY, {"regime": program, "again": again}, until=days.taken_off)
        entry.amendable("program", named)
    if not any(sets):
        entry.problem("unknown_program", "the target names no set of sanctions")
    for identifier in children(element, "foreign-identifier"):
        if record := un_record(text(identifier)):
            entry.amendable(QUOTES, record, {"field": "foreign-identifier"})
        else:
            entry.note("foreign-identifier", text(identifier))


def _say_other(entry: Entry, said: str) -> None:
    entry.note("other-information", said)
    for record in un_records(said):
        entry.amendable(QUOTES, record, {"field": "other-information"})
    for number in _IMO.findall(said) if entry.kind == "Vessel" else ():
        entry.amendable("imoNumber", number)
        if not imo_number(number):
            entry.problem("imo_check_digit", f"IMO number {number!r} fails its check digit")


def _say_relations(entry: Entry, subject: Element, tables: Tables) -> None:
    for relation in children(subject, "relation"):
        target, kind = attribute(relation, "target-id"), attribute(relation, "relation-type")
        detail = {"role": kind.replace("-", "_") or "related_to", "note": text(relation, "remark")}
        if tables.standing.get(target) == 1 and f"ch-{target}" != entry.party:
            entry.amendable("Family" if kind.startswith("family") else "UnknownLink", f"ch-{target}", detail)
        else:
            entry.problem("link_unresolved", f"a relation to {target[:40]!r}, which is no other target")


def _say_rest(entry: Entry, element: Element, subject: Element) -> Iterator[str]:
    for attributed in (*children(element, "generic-attribute"), *children(subject, "generic-attribute")):
        entry.note(attribute(attributed, "name") or "generic-attribute", text(attributed))
    for parent, known in ((element, _OF_TARGET), (subject, (*_READ, "generic-attribute"))):
        for other in parent:
            if name(other) not in known:
                entry.note(name(other), " ".join(" ".join(map(str, other.itertext())).split()))
                yield f"<{name(other)}>"
