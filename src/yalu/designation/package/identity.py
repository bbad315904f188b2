"""Who the party is: names in all scripts, identifying facts, listings by others."""

from __future__ import annotations

from collections import defaultdict

from yalu.designation.held import Held
from yalu.designation.package.days import span
from yalu.designation.package.model import Known, Listed, Named
from yalu.evidence.dossier import Dossier
from yalu.model.dates import Interval
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS, OWN_LISTING, PARTY_KINDS
from yalu.sources.language import language

KINDS_OF_NAME = {
    "name": "name",
    "alias": "also known as",
    "weakAlias": "weak alias",
    "previousName": "formerly",
}
WORDS = {
    "birthDate": "Born",
    "birthPlace": "Place of birth",
    "nationality": "Nationality",
    "citizenship": "Citizenship",
    "gender": "Gender",
    "title": "Title",
    "position": "Position",
    "country": "Country",
    "jurisdiction": "Jurisdiction",
    "address": "Address",
    "passportNumber": "Passport",
    "idNumber": "Identity document",
    "registrationNumber": "Registration",
    "taxNumber": "Tax number",
    "leiCode": "LEI",
    "dunsCode": "D-U-N-S number",
    "swiftBic": "BIC",
    "cryptoWallet": "Crypto wallet",
    "imoNumber": "IMO number",
    "mmsi": "MMSI",
    "callSign": "Call sign",
    "flag": "Flag",
    "type": "Type of ship",
    "tonnage": "Tonnage",
    "grossRegisteredTonnage": "Gross tonnage",
    "serialNumber": "Serial number",
    "model": "Model",
    "incorporationDate": "Founded",
    "dissolutionDate": "Dissolved",
    "sector": "Sector",
    "website": "Website",
    "email": "Email",
    "phone": "Phone",
}
"""Facts that identify a party, in the order in which they are shown."""

QUIET = frozenset({"as_of_basis", "citation", "country", "tie"})
"""Qualifiers that are not a reader's business, or stand in the value."""


def gathered(held: Held, party: str) -> Dossier:
    """All that the view holds of a party under any of its ids, by what it says."""
    ids = tuple(held.joins.ids(party))
    facts: dict[str, list[Statement]] = defaultdict(list)
    parts: dict[str, list[Statement]] = defaultdict(list)
    about = held.about(party)
    for s in about:
        if s.prop in NAME_PROPS:
            parts["names"].append(s)
        elif s.prop in (LISTING, OWN_LISTING):
            parts[s.prop].append(s)
        elif s.prop in EDGE_KINDS:
            parts["ties"].append(s)
        else:
            facts[s.prop].append(s)
    kinds = [s.kind for s in about if s.kind in PARTY_KINDS]
    return Dossier(
        ids=ids,
        name=held.view.name(ids[0]),
        kind=max(sorted(set(kinds)), key=kinds.count, default=""),
        listings=parts[LISTING],
        own=parts[OWN_LISTING],
        names=parts["names"],
        facts=dict(facts),
        ties=parts["ties"],
        other_names={},
    )


def names(dossier: Dossier) -> tuple[Named, ...]:
    """Each name once for each kind of name: the primary ones first, then by language."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in dossier.names:
        if not s.lead:
            found[s.prop, s.value].append(s)
    rows = [
        Named(
            value,
            next((s.lang for s in rows if s.lang), "") or language(value),
            KINDS_OF_NAME[prop] + (", damaged in its source" if all(s.flag for s in rows) else ""),
            _known(rows),
            tuple(rows),
        )
        for (prop, value), rows in found.items()
    ]
    order = list(KINDS_OF_NAME.values())
    return tuple(sorted(rows, key=lambda n: (order.index(n.kind.split(",")[0]), n.lang, n.known, n.value)))


def known(dossier: Dossier) -> tuple[Known, ...]:
    """The identifying facts that a text backs, each value once."""
    rows = []
    for prop, what in WORDS.items():
        found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in dossier.facts.get(prop, ()):
            if not s.lead:
                found[s.value, _note(s)].append(s)
        rows += [Known(what, value, note, _known(some), tuple(some)) for (value, note), some in found.items()]
    return tuple(rows)


def listed(dossier: Dossier, authority: str) -> tuple[Listed, ...]:
    """The listings by others that a text backs: by authority, since when, on what ground."""
    found: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for s in dossier.listings:
        if not s.lead and s.value != authority:
            details = s.details
            ground = next(
                (str(details[k]) for k in ("authority", "annex", "list", "regime") if details.get(k)), ""
            )
            since = "" if "date" in s.unverified.split(";") else span(Interval(s.from_lo, s.from_hi))
            found[s.value, since, ground].append(s)
    return tuple(Listed(*key, tuple(rows)) for key, rows in sorted(found.items()))


def _known(rows: list[Statement]) -> str:
    """Since when the value was public: by the statement that was public first."""
    return span(min(rows, key=lambda s: (s.known_hi, s.known_lo)).clocks.known)


def _note(s: Statement) -> str:
    said = [f"{k.replace('_', ' ')} {v}" for k, v in s.details.items() if k not in QUIET and v]
    country = s.details.get("country")
    if country and str(country) not in s.value:
        said.insert(0, str(country))
    return ", ".join([*said, *([s.flag] if s.flag else [])]).replace(" True", "")
