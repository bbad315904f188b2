"""Of which day the copies are on which the lists of a day rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from yalu.evidence.scope import Scope
from yalu.model.dates import partial
from yalu.model.figures import joined
from yalu.model.sentence import MUTATION, Sentence, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, LISTING, OWN_KNOWLEDGE

MANY = 0.2
"""The part of a list's entries that cites a work, from which on the work is taken for a copy of the list."""


class Newest(NamedTuple):
    """The newest copy of a list by the day asked, and a listing that it shows."""

    listing: Statement
    day: str  # as the text gives it: a day, a month or a year


def newest(scope: Scope) -> list[Newest]:
    """For each list the copy on which its listings rest, where it is of the day asked or earlier.

    That is the newest copy that was taken in, or else the newest work that many of the casebook's listings
    cite: some also cite a page of the press, which tells nothing of the other entries. A work of a later day
    states the days of its listings, so it reaches over the day asked, and such a list is left out.
    """
    found = []
    for authority in _lists(scope):
        listings = [s for s in _listings(scope) if s.value == authority]
        texts = [Newest(s, s.seen_last) for s in listings if s.seen_last]
        main = _main_work(scope, listings)
        if main and partial(main.day).hi <= scope.view.when.as_of:
            texts.append(main)
        if texts:
            found.append(max(texts, key=lambda t: (partial(t.day).hi, t.listing.id)))
    return found


def _main_work(scope: Scope, listings: Sequence[Statement]) -> Newest | None:
    """The newest of the dated works that many of the listings cite, and the first listing that does."""
    works = scope.view.evidence.citations
    counts = Counter(w for s in listings for w in s.cited if works.get(w, {}).get("date"))
    if not counts:
        return None
    many = [w for w in counts if counts[w] >= MANY * len(listings)] or [counts.most_common(1)[0][0]]
    name = max(many, key=lambda w: (partial(works[w]["date"]).hi, w))
    return Newest(next(s for s in listings if name in s.cited), works[name]["date"])


def age_of_lists(scope: Scope) -> list[Sentence]:
    """That the counts rest on copies older than the day asked, and of which day the newest ones are."""
    asked = scope.view.when.on
    old = [one for one in newest(scope) if partial(one.day).hi < asked]
    if not old:
        return []
    days = {one.listing.id: one.day for one in old}

    def lists(seen: Sequence[Statement]) -> str:
        told = [s for s in seen if s.prop == LISTING and not s.value.startswith(MUTATION)]
        return joined([f"{days[s.id]} for the {s.value} list" for s in told])

    return [
        sentence(
            "What is counted as listed on {day} rests on older copies, and what changed on a list after its"
            " newest copy may be missing. That copy is of {lists}.",
            [one.listing for one in old],
            asked={"day": asked},
            lists=lists,
        )
    ]


def _lists(scope: Scope) -> list[str]:
    known = {s.value for s in scope.listings}
    return [*(a for a in AUTHORITIES if a in known), *sorted(known - set(AUTHORITIES))]


def _listings(scope: Scope) -> list[Statement]:
    """Every listing of a party of the regime, whatever its source: each may have a newer text."""
    shown = scope.view.statements(prop=LISTING)
    return [s for s in shown if s.party in scope.parties and s.basis != OWN_KNOWLEDGE]
