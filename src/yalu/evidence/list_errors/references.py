"""References between lists that cannot be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yalu.evidence.joins import Refused
from yalu.evidence.list_errors.error import ListError, about, place
from yalu.evidence.list_errors.records import Records
from yalu.evidence.quotes import OFAC_NUMBER, Quote


def wrong(records: Records) -> Iterator[ListError]:
    """A quoted reference whose record is of another kind, was born in another year, or has no such name."""
    for refused in records.joins.refused:
        yield _wrong(refused, records)


def _wrong(refused: Refused, records: Records) -> ListError:
    quote, why = refused.quote, refused.why
    named = f"{records.name(quote.party)} quotes {quote.reference}, which is {records.name(quote.target)}"
    differs = {
        "kind": f"{why.mine} here, {why.theirs} there",
        "birth": f"born {why.mine} here, {why.theirs} there",
        "name": "no name of the one fits the other",
    }[why.code]
    meant = f"; {records.name(why.other)} is {why.other}" if why.other else ""
    places = dict.fromkeys(place(s) for s in (quote.statement, *why.statements))
    return ListError(
        "wrong_reference",
        sources=tuple(dict.fromkeys(s.source for s in (quote.statement, *why.statements))),
        parties=(quote.party, quote.target),
        values=(why.mine, why.theirs),
        places=tuple(places),
        what=f"{named}: {differs}{meant}",
    )


def unknown(records: Records) -> Iterator[ListError]:
    """A reference of the UN's list that the list does not have, where a copy of it is held."""
    if not any(s.source == "un_sc" for rows in records.names.values() for s in rows):
        return
    for quote in records.joins.unresolved:
        if quote.statement.prop != OFAC_NUMBER:
            yield about(
                "unknown_reference",
                [quote.statement],
                f"{records.name(quote.party)} quotes {quote.reference}, which no record has",
                values=(quote.reference,),
            )


def twice(records: Records) -> Iterator[ListError]:
    """One reference on two records of one list that nothing keeps apart."""
    refused = {(r.quote.party, r.quote.target) for r in records.joins.refused}
    found: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in records.joins.quotes:
        if quote.target and (quote.party, quote.target) not in refused:
            found[quote.statement.source, quote.target].append(quote)
    for (_, target), quoting in sorted(found.items()):
        if len(quoting) > 1:
            called = " and ".join(f"{records.name(q.party)} ({q.party})" for q in quoting)
            yield about(
                "reference_twice",
                [q.statement for q in quoting],
                f"{called} quote {quoting[0].reference}",
                values=(target,),
            )
