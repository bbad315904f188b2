"""Who takes workers, who sends them, and which of these stand on a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item
from yalu.labor.rows import rows_of
from yalu.model import figures as f
from yalu.model.sentence import MUTATION, Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING

_OF_WORKERS = re.compile(r"\bworkers\b")
FAIR = "being named is no finding of wrongdoing"


def worker_ties(scope: Scope) -> list[Statement]:
    """The ties by which somebody supplied workers to another, where the day shows the names of both."""
    return [
        s
        for s in scope.ties
        if s.details.get("role") == "supplied"
        and _OF_WORKERS.search(str(s.details.get("note", "")))
        and scope.named(s.party)
        and scope.named(s.value)
    ]


def takers(scope: Scope) -> list[Sentence]:
    """Who is named as taking workers, from whom, and who of them is listed."""
    ties = worker_ties(scope)
    if not ties:
        return [sentence("No source that names who took workers from whom was public.", [])]
    middle = {scope.head(s.value) for s in ties} & {scope.head(s.party) for s in ties}
    way = " by way of {middle}," if middle else ""
    slots = {"ties": _count, "first": _ends(scope, "party"), "last": _ends(scope, "value")}
    if middle:
        slots["middle"] = _middle(scope)
    trace = sentence(
        "{ties} public ties trace workers from {first}," + way + " to {last}; who took them is where to look"
        f" for who pays, and {FAIR}.",
        [*ties, *names_of(scope, ties)],
        fill=slots,
    )
    return [trace, *_listed(scope, ties)]


def readable_tie(s: Statement) -> bool:
    """Whether a statement is a tie whose far end can be read."""
    return s.prop in EDGE_KINDS and not s.value.startswith(MUTATION)


def names_of(scope: Scope, ties: list[Statement]) -> list[Statement]:
    """One name for each party of some ties."""
    heads = dict.fromkeys(scope.head(p) for s in ties for p in (s.party, s.value))
    return [name for head in heads if (name := scope.named(head))]


def _count(seen: Sequence[Statement]) -> str:
    return str(sum(map(readable_tie, seen)))


def named(scope: Scope, seen: Sequence[Statement], wanted: Sequence[str]) -> str:
    """The names of parties, each once."""
    names = {scope.head(s.party): s.value for s in seen if s.prop == "name"}
    return f.joined([names[head] for head in dict.fromkeys(wanted)])


def heads(scope: Scope, seen: Sequence[Statement], end: str) -> list[str]:
    """The parties at one end of the ties, by the id under which each is counted."""
    return [scope.head(getattr(s, end)) for s in seen if readable_tie(s)]


def _ends(scope: Scope, end: str) -> SlotFunction:
    """The names at one end of the ties that are not at the other end of another tie."""
    far = "value" if end == "party" else "party"

    def names_at_end(seen: Sequence[Statement]) -> str:
        others = set(heads(scope, seen, far))
        return named(scope, seen, [h for h in heads(scope, seen, end) if h not in others])

    return names_at_end


def _middle(scope: Scope) -> SlotFunction:
    def names_between(seen: Sequence[Statement]) -> str:
        senders = set(heads(scope, seen, "party"))
        return named(scope, seen, [h for h in heads(scope, seen, "value") if h in senders])

    return names_between


def _listed(scope: Scope, ties: list[Statement]) -> list[Sentence]:
    names = names_of(scope, ties)
    listings = listings_of(scope, [s.party for s in names])
    if not listings:
        return [sentence("None of them stood on a list that is held for that day.", [])]
    heads = {scope.head(s.party) for s in listings}
    some = sentence(
        "Of these, on a list on {day}: {listed}.",
        [*listings, *(s for s in names if scope.head(s.party) in heads)],
        asked={"day": scope.view.when.on},
        listed=_with_lists(scope),
    )
    if len(heads) == len(names):
        return [some]
    return [some, sentence("The others stood on no list that is held for that day.", [])]


def listings_of(scope: Scope, parties: Sequence[str]) -> list[Statement]:
    """The listings of some parties on the day, whatever id of theirs is listed."""
    heads = {scope.head(p) for p in parties}
    return [s for s in scope.listings if scope.head(s.party) in heads]


def _with_lists(scope: Scope) -> SlotFunction:
    def names_with_lists(seen: Sequence[Statement]) -> str:
        lists: dict[str, list[str]] = {}
        for s in seen:
            if s.prop == LISTING:
                lists.setdefault(scope.head(s.party), []).append(s.value)
        names = {scope.head(s.party): s.value for s in seen if s.prop == "name"}
        return f.joined([f"{names[head]} ({', '.join(codes)})" for head, codes in lists.items()])

    return names_with_lists


def employers(scope: Scope) -> list[Sentence]:
    """How many employers and dispatchers are named, and of how many a party is listed."""
    found = rows_of(scope, "Employer")
    if not found:
        return [
            sentence("No employer or dispatcher of such workers was named in a source that was public.", [])
        ]
    pairs = [pair for item in found if (pair := _listed_party(scope, item))]
    statements = [s for item in found for s in item.all("name")] + [s for pair in pairs for s in pair]
    slots: dict[str, SlotFunction] = {"names": f.listed_names(lambda s: s.prop == "name", most=4)}
    template = "Sources name a sender or employer of workers, {names}"
    if len(found) > 1:
        slots["count"] = f.parties(f.having("name"))
        template = "Sources name {count} senders or employers of workers, some as groups: {names}"
    if pairs:
        slots["listed"] = _count_listed(scope)
        template += "; a party of {listed} of them is on a list on {day}."
    else:
        template += "; no party of theirs is known to be on a list on {day}."
    return [sentence(template, statements, {"day": scope.view.when.on}, fill=slots)]


def _listed_party(scope: Scope, item: Item) -> tuple[Statement, Statement] | None:
    """The first id of an employer that is on a list, with its earliest listing."""
    for party in item.all("ids"):
        listings = listings_of(scope, [party.value])
        if listings:
            return party, min(listings, key=lambda s: (s.from_hi or "9999", s.value))
    return None


def _count_listed(scope: Scope) -> SlotFunction:
    def count(seen: Sequence[Statement]) -> str:
        heads = {scope.head(s.party) for s in seen if s.prop == LISTING and not s.value.startswith(MUTATION)}
        return str(len({s.party for s in seen if s.prop == "ids" and scope.head(s.value) in heads}))

    return count


def untraced(scope: Scope) -> list[Sentence]:
    """That the ties do not reach the money."""
    ties = worker_ties(scope)
    if not ties or any("amount" in s.details for s in ties):
        return []
    return [
        sentence(
            "None of the {ties} ties between those who sent and those who took workers records a sum.",
            ties,
            ties=_count,
        )
    ]
