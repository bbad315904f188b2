"""Turns a journal into sightings: each citation that stands is one value, with page and passage."""

from __future__ import annotations

from typing import Any

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval, latest, partial
from yalu.model.statement import statement_id
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS, OWN_LISTING, PARTY_KINDS, Grade
from yalu.sources.documents.journal import Journal, read, refuse
from yalu.sources.sighting import Parsed, Sighting, sighting

PARSER_VERSION = 1

SHOWN = 300
"""Letters of a passage that a citation shows; the locator has all of it."""

NEVER = frozenset({LISTING, OWN_LISTING, "sameAs", "quotes"})
"""What no passage states here: listings come from lists, and who is one with whom is a judgement."""


def parse(content: bytes, source: str) -> Parsed:
    """Read one edition of the journal.

    Raises:
        ContractError: not a journal, a line that is not whole, or an empty one.
    """
    journal = read(content, source)
    if not journal.entries:
        raise ContractError(source, "the journal is empty", expected="a journal as yalu cite writes it")
    parsed = Parsed(records=len(journal.entries))
    last = max(str(e["at"])[:10] for e in journal.entries)
    for number, entry in enumerate(journal.entries, start=1):
        try:
            if entry["type"] == "citation" and journal.citations.get(entry["id"]) is entry:
                parsed.sightings.append(_sighting(journal, entry))
                parsed.citations[work_id(entry)] = _work(journal, entry)
        except (ValueError, KeyError, TypeError) as error:
            raise refuse(source, f"{entry['id'][:40]}: {error}", number) from error
    try:
        parsed.stated = Interval(partial(last).hi, partial(last).hi)
    except ValueError as error:
        raise refuse(source, str(error), len(journal.entries)) from error
    return parsed


def known(document: dict[str, Any]) -> tuple[Interval, KnownBy]:
    """When a document's text could be known: on its public date, else at the latest when it was brought."""
    if document["public"]:
        return partial(document["public"]), KnownBy.PUBLIC
    return Interval("", partial(document["brought"]).hi), KnownBy.COLLECTOR


def work_id(citation: dict[str, Any]) -> str:
    """The id of the cited passage among the works: by document, page and place."""
    place = (citation["sha256"], str(citation["page"]), str(citation["start"]), str(citation["end"]))
    return f"doc-{statement_id(*place)[:10]}"


def _sighting(journal: Journal, c: dict[str, Any]) -> Sighting:
    prop, value = c["prop"], c["value"].strip()
    if c["kind"] not in PARTY_KINDS:
        raise ValueError(f"{c['kind'][:40]!r} is no kind of party")
    if not prop or prop in NEVER or not value or not c["subject"]:
        raise ValueError(f"{prop[:40]!r} cannot be cited")
    when, by = known(journal.documents[c["sha256"]])
    from_ = partial(c["from"]) if c.get("from") else OPEN
    to = partial(c["to"]) if c.get("to") else OPEN
    ended = Interval(latest(when.lo, to.lo), latest(when.hi, to.hi)) if to else OPEN
    detail: dict[str, Any] = {**c.get("detail", {}), "note": c.get("note", "")}
    if prop in EDGE_KINDS:
        detail["tie"] = c["id"]
    elif prop not in NAME_PROPS:
        detail["citation"] = c["id"]
    return sighting(
        c["subject"],
        c["kind"],
        prop,
        value,
        detail=detail,
        known=when,
        known_by=by,
        from_=from_,
        to=to,
        ended_known=ended,
        lang=c.get("lang", ""),
        locator=locator(c),
        cites=work_id(c),
        grade=Grade(c["grade"]),
        unverified=prop if c["grade"] == Grade.UNVERIFIED else "",
    )


def locator(citation: dict[str, Any]) -> str:
    """Where the passage stands: ``sha256 ab12..., page 3, characters 120 to 180: "passage"``."""
    c = citation
    return (
        f"sha256 {c['sha256']}, page {c['page']}, characters {c['start']} to {c['end']}"
        f' ({c.get("reader", "")}): "{c["passage"]}"'
    )


def _work(journal: Journal, c: dict[str, Any]) -> dict[str, str]:
    """The passage as a work: its title says the document, the page and what stands there."""
    document = journal.documents[c["sha256"]]
    passage = " ".join(c["passage"].split())
    shown = passage if len(passage) <= SHOWN else passage[: SHOWN - 3] + "..."
    named = document["title"] or document.get("file", "") or c["sha256"][:12]
    work = {
        "title": f"{named}, page {c['page']}: “{shown}”",
        "document": named,
        "page": str(c["page"]),
        "passage": passage,
        "sha256": c["sha256"],
        "basis": "stored",
    }
    for name in ("publisher", "url"):
        if document.get(name):
            work[name] = document[name]
    if document["public"]:
        work["date"] = document["public"]
    else:
        work["known"] = document["brought"]
        work["title"] += " (public since an unknown day)"
    return work
