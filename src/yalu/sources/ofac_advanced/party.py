"""One party of the advanced edition: its entries in lists, names, documents and relations."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.sources.damage import imo_number, spreadsheet_made
from yalu.sources.entry import Entry
from yalu.sources.markup import Element, attribute, children, text
from yalu.sources.ofac_advanced.features import read_feature
from yalu.sources.ofac_advanced.names import names_of
from yalu.sources.ofac_advanced.relations import tie
from yalu.sources.ofac_advanced.tables import FILE, Document, Listed, Tables
from yalu.sources.ofac_sdn.remarks import NOTES, read_piece
from yalu.sources.sighting import DAMAGED, Parsed

AUTHORITY = "US"
_KINDS = {"Individual": "Person", "Entity": "Organization", "Vessel": "Vessel", "Aircraft": "Airplane"}
_LISTS = {"SDN List": "SDN"}
_PROGRAM = "Program"
_DAYS = {"Issue Date": "issued", "Expiration Date": "expires"}


def read_party(element: Element, tables: Tables, parsed: Parsed) -> Iterator[str]:
    """Add what the party says; yields the name of each field that no form fits."""
    party, where = f"ofac-{attribute(element, 'FixedRef')}", FILE.where(element)
    profiles = list(children(element, "Profile"))
    entries = [e for p in profiles for e in tables.entries.get(attribute(p, "ID"), [])]
    listed = min((day for e in entries if (day := _listed(e))), default="")
    kind = _kind(profiles, tables)
    entry = Entry(parsed, party, kind or "LegalEntity", where, listed=listed, copy=tables.stated)
    if not kind:
        entry.problem("unknown_kind", "its PartySubType says neither person, entity, ship nor aircraft")
    _say_entries(entry, entries)
    entry.say(NOTES, text(element, "Comment"))
    for profile in profiles:
        for identity in children(profile, "Identity"):
            _say_names(entry, identity, tables)
            for document in tables.documents.get(attribute(identity, "ID"), []):
                yield from _say_document(entry, document)
        for feature in children(profile, "Feature"):
            yield from read_feature(entry, feature, tables)
        _say_relations(entry, attribute(profile, "ID"), tables)


def _kind(profiles: list[Element], tables: Tables) -> str:
    for profile in profiles:
        sub_type = attribute(profile, "PartySubTypeID")
        of_sub_type = tables.value("PartySubType", sub_type)
        of_type = tables.value("PartyType", tables.types.get(sub_type, ""))
        if kind := _KINDS.get(of_sub_type) or _KINDS.get(of_type):
            return kind
    return ""


def _listed(listed: Listed) -> str:
    """The day of the entry's first event that has a whole day."""
    return min((day for day, _ in listed.events if len(day) == 10), default="")


def _say_entries(entry: Entry, entries: list[Listed]) -> None:
    if not entries:
        entry.problem("no_listing", "no list of the file has an entry for it")
    for listed in entries:
        entry.listing(AUTHORITY, {"list": _LISTS.get(listed.of, listed.of)}, _listed(listed))
        for day, basis in listed.events:
            if len(day) == 10:
                entry.since(day, "legalBasis", basis)
            else:
                entry.say("legalBasis", basis)
        for kind, comment in listed.measures:
            if kind == _PROGRAM:
                entry.say("program", comment)
            else:
                entry.say("measure", ": ".join(filter(None, (kind, comment))))


def _say_names(entry: Entry, identity: Element, tables: Tables) -> None:
    names = list(names_of(identity, tables))
    renamed = any(n.prop == "previousName" for n in names)
    main = attribute(identity, "Primary") != "false"
    for prop, value, lang, detail in names:
        if not value:
            entry.problem("no_name", f"no {prop}")
        elif spreadsheet_made(value):
            entry.say(prop, value, detail, lang, DAMAGED)
            entry.problem(
                "spreadsheet_date", f"{prop} {value!r} was made by a spreadsheet; it is no renaming"
            )
        elif prop == "name" and main and not renamed:
            entry.name(value, detail, lang)
        else:
            entry.say(prop if main or prop != "name" else "alias", value, detail, lang)


def _say_document(entry: Entry, document: Document) -> Iterator[str]:
    """A document in the words of the CSV edition's remarks, which one reader then reads."""
    country = f"({document.country})" if document.number and document.country else document.country
    remark = " ".join(filter(None, (document.type, document.number, country)))
    prop, value, detail = read_piece(remark, entry.kind)
    days: dict[str, str] = {_DAYS.get(what, what): day for what, day in document.days.items()}
    entry.locator, before = document.line, entry.locator
    entry.say(prop, value, {**detail, **days})
    if prop == "imoNumber" and not imo_number(value):
        entry.problem("imo_check_digit", f"IMO number {value!r} fails its check digit")
    entry.locator = before
    if prop == NOTES:
        yield document.type or "a document without a type"


def _say_relations(entry: Entry, profile: str, tables: Tables) -> None:
    for relation in tables.relations.get(profile, []):
        other = tables.parties.get(relation.to)
        if other is None or tables.standing[other] > 1:
            entry.problem(
                "link_unresolved", f"{relation.type or 'a relation'} to profile {relation.to[:40]!r}"
            )
        elif f"ofac-{other}" != entry.party:
            prop, role = tie(relation.type)
            detail = {"role": role, "former": relation.former or None, "note": relation.note}
            entry.say(prop, f"ofac-{other}", detail)
