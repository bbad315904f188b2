"""Everything known about one party on a day: by property, by source, with its clocks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from yalu.evidence.numbers import NUMBER_PROPS, number_key
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS, OWN_LISTING, PARTY_KINDS


@dataclass(frozen=True, slots=True)
class Match:
    """A party that a query found, and by which of its names or ids."""

    ids: tuple[str, ...]
    name: str
    kind: str
    matched: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """One party. ``ties`` hold both directions; ``leads`` are unverified and decide nothing."""

    ids: tuple[str, ...]
    name: str
    kind: str
    listings: list[Statement]
    own: list[Statement]  # entries of the user's own lists, which are no listings
    names: list[Statement]
    facts: dict[str, list[Statement]]  # property to statements
    ties: list[Statement]
    other_names: dict[str, str]  # ids of parties at the far end of a tie to their names


def find(view: View, query: str) -> list[Match]:
    """Parties whose id, number or name is the query, else those whose name holds all of its words."""
    pointed = _by_id(view, query) or _by_number(view, query)
    if pointed:
        return pointed
    wanted = name_key(query)
    if not wanted:
        return []
    exact: dict[tuple[str, ...], Match] = {}
    partial: dict[tuple[str, ...], Match] = {}
    for s in view.statements(prop=NAME_PROPS, kind=tuple(PARTY_KINDS)):
        found = name_key(s.value)
        if found == wanted:
            _add(exact, _match(view, s.party, s.value, exact=True))
        elif set(wanted) <= set(found):
            _add(partial, _match(view, s.party, s.value, exact=False))
    return sorted((exact or partial).values(), key=lambda m: (m.name, m.ids))


def _by_id(view: View, query: str) -> list[Match]:
    """The party with this id, in whatever case; of ids that differ in case alone, each."""
    matches: dict[tuple[str, ...], Match] = {}
    for party in view.spelled(query):
        known = view.statements(party=tuple(view.ids(party)))
        if known:
            _add(matches, _match(view, known[0].party, party, exact=True))
    return list(matches.values())


def _by_number(view: View, query: str) -> list[Match]:
    """The parties to which a statement gives this number, whatever stands between its digits."""
    key = number_key(query)
    matches: dict[tuple[str, ...], Match] = {}
    for s in view.statements(prop=NUMBER_PROPS) if key else ():
        if number_key(s.value) == key:
            _add(matches, _match(view, s.party, f"{s.prop} {s.value}", exact=True))
    return sorted(matches.values(), key=lambda m: (m.name, m.ids))


def name_key(text: str) -> tuple[str, ...]:
    """The words of a name without case, accents, punctuation and order.

    >>> name_key("RI, Hong-So'p")
    ('hong', 'ri', 'sop')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"['’ʼ`]", "", plain)
    return tuple(sorted(re.findall(r"\w+", plain)))


def dossier(view: View, party: str) -> Dossier:
    """All that the view holds about a party under any of its ids."""
    ids = tuple(view.ids(party))
    facts: dict[str, list[Statement]] = defaultdict(list)
    listings, own, names, ties = [], [], [], []
    for s in view.statements(party=ids):
        if s.prop == LISTING:
            listings.append(s)
        elif s.prop == OWN_LISTING:
            own.append(s)
        elif s.prop in NAME_PROPS:
            names.append(s)
        elif s.prop in EDGE_KINDS:
            ties.append(s)
        else:
            facts[s.prop].append(s)
    ties += [s for s in view.statements(value=ids, prop=tuple(EDGE_KINDS)) if s.party not in ids]
    ends = {s.party for s in ties} | {s.value for s in ties}
    return Dossier(
        ids=ids,
        name=view.name(party),
        kind=_kind(view, ids),
        listings=listings,
        own=own,
        names=names,
        facts=dict(facts),
        ties=ties,
        other_names={end: view.name(end) for end in ends},
    )


def _kind(view: View, ids: tuple[str, ...]) -> str:
    kinds = [s.kind for s in view.statements(party=ids) if s.kind in PARTY_KINDS]
    return max(sorted(set(kinds)), key=kinds.count, default="")


def _match(view: View, party: str, matched: str, *, exact: bool) -> Match:
    ids = tuple(view.ids(party))
    return Match(ids, view.name(party), _kind(view, ids), matched, exact)


def _add(matches: dict[tuple[str, ...], Match], match: Match) -> None:
    matches.setdefault(match.ids, match)
