"""The sentences on facilitators: who is listed, who is named, who is tied to whom, which banks."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.scope import CASEBOOK, Scope
from yalu.model import figures as f
from yalu.model.figures import counted
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, PARTY_KINDS, Grade
from yalu.network.ties import (
    ACCUSATIONS,
    PROVEN,
    between_named,
    degrees,
    graded,
    groups,
    is_tie,
    number,
)

CRAFT = ("Vessel", "Airplane")

LISTS = 3
"""How many lists the findings describe, the longest first; the table has all."""

BANKS = 40
"""How many banks a sentence names at most."""


def listed(scope: Scope) -> list[Sentence]:
    """How many persons and entities the longest lists hold."""
    by_list = {a: [s for s in scope.listings if s.value == a and s.kind not in CRAFT] for a in AUTHORITIES}
    held = {a: rows for a, rows in by_list.items() if rows}
    longest = sorted(held, key=lambda a: (-len({s.party for s in held[a]}), a))
    return [_on_list(a, held[a], scope.view.when.on) for a in longest[:LISTS]]


def _on_list(authority: str, rows: list[Statement], day: str) -> Sentence:
    chosen = f.on_list(authority)
    return sentence(
        "On {day} the {authority} list held {total} parties of the regime's network: {persons} and"
        " {entities}.",
        rows,
        asked={"day": day},
        authority=f.value(chosen),
        total=f.parties(chosen),
        persons=_counted(f.of_kind(chosen, "Person"), "person", "persons"),
        entities=_counted(f.not_of_kind(chosen, "Person"), "entity", "entities"),
    )


def _counted(chosen: f.Chosen, one: str, many: str) -> SlotFunction:
    return lambda seen: counted(len({s.party for s in seen if chosen(s)}), one, many)


def named(scope: Scope) -> list[Sentence]:
    """Parties with a name and no listing; aggregates are not counted."""
    on_lists = {scope.head(s.party) for s in scope.listings}
    names = [
        s
        for s in scope.view.statements(prop="name", kind=tuple(sorted(PARTY_KINDS)), source=CASEBOOK)
        if scope.head(s.party) not in scope.aggregates
        and scope.head(s.party) not in on_lists
        and s.basis != "own_knowledge"
    ]
    if not names:
        return []
    return [
        sentence(
            "A further {count} parties are named in a source and stand on no list that is held for that day;"
            " being named is no finding of wrongdoing.",
            names,
            count=f.parties(f.having("name")),
        )
    ]


def tied(scope: Scope, ties: list[Statement]) -> list[Sentence]:
    """How many ties were public, how many of them end at nobody with a name, and on what they rest."""
    if not ties:
        return [sentence("No tie between parties was public.", [])]
    ends = degrees(ties)
    marks = [mark for head, mark in scope.aggregates.items() if head in ends]

    def nobodies(seen: Sequence[Statement]) -> set[str]:
        return {s.party for s in seen if f.having("aggregate")(s)}

    def nameless(seen: Sequence[Statement]) -> str:
        without = nobodies(seen)
        count = sum(is_tie(s) and not without.isdisjoint((s.party, s.value)) for s in seen)
        return (
            f", {count:,} of these ties with an end that is not named or stands for several" if count else ""
        )

    return [
        sentence(
            "The public record holds {ties} between {parties} named parties{nameless}; {proven} rest on a"
            " court's finding, a plea or a regulator, {accused} on a charge or complaint, which is an"
            " accusation.",
            [*ties, *marks],
            ties=lambda seen: counted(number(seen), "tie"),
            parties=lambda seen: f"{len(degrees(seen).keys() - nobodies(seen)):,}",
            nameless=nameless,
            proven=lambda seen: f"{graded(seen, *PROVEN):,}",
            accused=lambda seen: f"{graded(seen, *ACCUSATIONS):,}",
        )
    ]


def hub(scope: Scope, ties: list[Statement]) -> list[Sentence]:
    """The largest group that public ties join, and the party with most ties in it."""
    between = between_named(scope, ties)
    if not between:
        return []
    largest = max(groups(between), key=lambda g: (len(g), sorted(g)))
    inside = [s for s in between if s.party in largest]
    degree = degrees(inside)
    name = scope.named(min(degree, key=lambda p: (-degree[p], p)))
    if name is None:
        return []
    return [
        sentence(
            "The largest group that public ties join holds {size} parties and {ties}; the party with"
            " most ties is {hub}, with {degree}.",
            [*inside, name],
            size=lambda seen: f"{len(degrees(seen)):,}",
            ties=lambda seen: counted(number(seen), "tie"),
            hub=f.value(f.of_party(name.party, "name")),
            degree=lambda seen: f"{max(degrees(seen).values()):,}",
        )
    ]


def banks(scope: Scope, ties: list[Statement]) -> list[Sentence]:
    """Which banks stand in public ties, which says nothing about what they did."""
    known = {scope.head(s.party) for s in scope.view.statements(prop="bank")}
    ends = sorted(known & degrees(ties).keys() - scope.aggregates.keys())
    names = [name for party in ends if (name := scope.named(party))]
    if not names:
        return []
    return [
        sentence(
            "{count} in public ties, as owner, owned, or place of an account or of clearing: {names}. That is"
            " no statement about what a bank did.",
            names,
            count=lambda seen: counted(len({s.party for s in seen}), "bank stands", "banks stand"),
            names=f.listed_names(lambda s: s.prop == "name", most=BANKS),
        )
    ]


def uncertain(scope: Scope, ties: list[Statement]) -> list[Sentence]:
    """Leads without a text, charges that failed, and ties whose day is only that of their sources."""
    found = [
        sentence(
            "Lists date their entries and seldom the aliases, addresses and ties within them, so more may"
            " have been public than is shown.",
            [],
        )
    ]
    if scope.leads:
        found.append(
            sentence(
                "{count} on no stored text and are in no number above.",
                scope.leads,
                count=lambda seen: counted(number(seen), "more tie rests", "more ties rest"),
            )
        )
    acquitted = [s for s in ties if s.grade == Grade.ACQUITTED]
    if acquitted:
        found.append(
            sentence(
                "{count} from charges that ended in acquittal.",
                acquitted,
                count=lambda seen: counted(graded(seen, Grade.ACQUITTED), "tie comes", "ties come"),
            )
        )
    by_sources = [s for s in ties if s.known_by == "source_dates"]
    if by_sources:
        found.append(
            sentence(
                "{count} dated by sources alone, and may have been public earlier than shown.",
                by_sources,
                count=lambda seen: counted(number(seen), "tie is", "ties are"),
            )
        )
    return found
