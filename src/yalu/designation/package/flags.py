"""Humanitarian and safety flags, and the ways off the list: by the regime's data and by the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yalu.designation.held import Held
from yalu.designation.package.model import Flag, Route
from yalu.evidence.dossier import Dossier
from yalu.evidence.view import Item, View, items
from yalu.model.dates import partial
from yalu.model.statement import Statement
from yalu.names.text import clean
from yalu.network.ties import ACCUSATIONS

DOCUMENTS = "documents"
OF_AGE = 18
IDENTIFYING = frozenset(
    {
        "birthDate",
        "passportNumber",
        "idNumber",
        "registrationNumber",
        "taxNumber",
        "leiCode",
        "imoNumber",
        "swiftBic",
    }
)
"""Facts that tell a party from another of its name."""


def safeguards(view: View, dossier: Dossier, authority: str) -> Iterator[Flag]:
    """The safeguards of the regime that concern such a party, as far as they were public on the day."""
    text = " ".join(s.value for rows in (dossier.names, *dossier.facts.values()) for s in rows if not s.lead)
    for item in items(view, "Safeguard"):
        kinds = {s.value for s in item.all("kinds")}
        places = {s.value for s in item.all("jurisdictions")}
        words = [s.value for s in item.all("words")]
        if (kinds and dossier.kind not in kinds) or (places and authority not in places):
            continue
        met = [w for w in words if re.search(rf"\b{re.escape(w)}", text, re.IGNORECASE)]
        if words and not met:
            continue
        said = item.text("text")
        if met:
            said += f" What is known of the party mentions: {', '.join(met)}."
        yield Flag(item.text("instrument"), said, item.text("check"), tuple(item.all("text", "check")))


def from_evidence(
    held: Held,
    dossier: Dossier,
    authority: str,
    met: list[Statement],
    may_be: list[str],
    relatives: list[Statement],
) -> Iterator[Flag]:
    """What the evidence itself shows: a minor, a namesake, nothing to tell apart by, accusations alone.

    ``met`` are the statements that meet a criterion; ``may_be`` says under which entry it may stand;
    ``relatives`` are family ties that the package shows.
    """
    on = held.view.when.on
    minor = [s for s in dossier.facts.get("birthDate", ()) if not s.lead and _minor(s, on)]
    if minor:
        yield Flag(
            "A minor",
            f"By a birth date the party is under {OF_AGE} on {on}.",
            "Is the birth date right?",
            tuple(minor),
        )
    for s in dossier.facts.get("specialMeasure", ()):
        if s.value == authority and not s.lead:
            ground = s.details.get("authority", "a special measure")
            since = s.clocks.from_.text() or s.details.get("date", "a day that is not known")
            yield Flag(
                "In force already",
                f"{authority} applies {ground} since {since}.",
                "What would a listing add?",
                (s,),
            )
    for words in may_be:
        yield Flag("Perhaps listed already", words[0].upper() + words[1:] + ".", "Is it the same party?")
    if not any(not s.lead for p in IDENTIFYING for s in dossier.facts.get(p, ())):
        yield Flag(
            "Namesakes",
            "The evidence holds no birth date, document or register number that tells the party from others"
            " of its name: a listing by name alone stops them too.",
            "Which number or date can be had before anything is published?",
        )
    if same := _namesakes(held, dossier):
        shown = ", ".join(f"{held.view.name(p)} ({p})" for p in sorted(same)[:5])
        yield Flag(
            "Namesakes", f"Other parties bear one of its names: {shown}.", "Is each of them told apart?"
        )
    if met and all(s.grade in ACCUSATIONS for s in met):
        yield Flag(
            "Accusations alone",
            "All evidence for the criteria is charge or complaint, which is an accusation and no finding.",
            "Has a court found anything since?",
            tuple(met),
        )
    if relatives:
        yield Flag(
            "Relatives",
            "Family ties are shown because a source states them; to be somebody's relative is no conduct.",
            "Is each relative needed in what is shared?",
            tuple(relatives),
        )
    brought = [s for s in met if s.source == DOCUMENTS]
    if brought:
        yield Flag(
            "Persons at risk",
            "Passages come from documents that were brought: a passage may lead to the person who gave it.",
            "Can somebody be harmed if the package is shared?",
            tuple(brought),
        )


def routes(view: View, authority: str) -> tuple[Route, ...]:
    """The ways off the list of the authority that were in force on the day."""
    return tuple(
        _route(item) for item in items(view, "DelistingRoute") if item.text("jurisdiction") == authority
    )


def _route(item: Item) -> Route:
    rows = item.all("instrument", "body", "who", "how", "court", "term")
    unverified = {f for s in rows for f in s.unverified.split(";") if f}
    return Route(
        instrument=item.text("instrument"),
        since=item.text("since"),
        body=item.text("body"),
        who=item.text("who"),
        how=item.text("how"),
        court=item.text("court"),
        term=item.text("term"),
        unverified=tuple(sorted(unverified)),
        statements=tuple(rows),
    )


def _minor(birth: Statement, on: str) -> bool:
    """Whether even the earliest day that the date allows is less than eighteen years before."""
    earliest = partial(birth.value).lo
    return f"{int(earliest[:4]) + OF_AGE:04d}{earliest[4:]}" > on


def _namesakes(held: Held, dossier: Dossier) -> set[str]:
    """Parties of which a name is the same letter for letter, capitals apart."""
    mine = {clean(s.value).casefold() for s in dossier.names if not s.lead and s.prop in ("name", "alias")}
    own = set(dossier.ids)
    return {
        held.joins.head(party)
        for party, name in held.view.names.items()
        if party not in own and clean(name).casefold() in mine
    }
