"""A package as JSON: everything that the pages show, and what they cut."""

from __future__ import annotations

from typing import Any

import orjson

from yalu.designation.package.model import End, Line, Package
from yalu.model.statement import COLUMNS, Statement
from yalu.publish.package.blocks import Document
from yalu.publish.package.lists import read_back

VERSION = 1


def package_json(package: Package, document: Document) -> bytes:
    """The object of ``package.json``. Statements stand once, by id, under ``statements``."""
    answer = {
        "version": VERSION,
        "id": package.party,
        "ids": list(package.ids),
        "name": package.name,
        "kind": package.kind,
        "authority": package.authority,
        "as_of": package.when.as_of,
        "on": package.when.on,
        "mode": package.when.mode,
        "snapshot": package.snapshot,
        "verdict": package.verdict.value,
        "title": f"{document.title}. {document.subtitle}",
        "notice": document.notice,
        "names": [
            {"value": x.value, "lang": x.lang, "kind": x.kind, "known": x.known, **_by(x.statements)}
            for x in package.names
        ],
        "identifiers": [
            {"fact": x.what, "value": x.value, "note": x.note, "known": x.known, **_by(x.statements)}
            for x in package.known
        ],
        "listed": [
            {"authority": x.authority, "since": x.since, "ground": x.ground, **_by(x.statements)}
            for x in package.listed
        ],
        "criteria": [a.as_json() for a in package.assessments],
        "network": {
            "words": package.network.words,
            "drawn": [t.statement.id for t in package.network.drawn],
            "ties": [
                {
                    "from": _end(t.begin),
                    "tie": t.role,
                    "to": _end(t.end),
                    "step": t.step,
                    "share": t.share,
                    "held": t.held,
                    "known": t.known,
                    "grade": t.statement.grade,
                    "accusation": t.accusation,
                    **_by((t.statement,)),
                }
                for t in package.network.ties
            ],
        },
        "ownership": [
            {
                "owner": _end(h.owner),
                "owned": _end(h.owned),
                "share": h.share,
                "held": h.held,
                **_by(h.statements),
            }
            for h in package.holdings
        ],
        "reached": [_line(x) for x in package.reached],
        "entries": [
            {
                **e.as_json(),
                "read_back": read_back(e, package.differences.get(e.layout, [])) if e.files else "",
                "differences": package.differences.get(e.layout, []),
            }
            for e in package.entries
        ],
        "contrary": [_line(x) for x in package.contrary],
        "unknown": [_line(x) for x in package.unknown],
        "unverified": [_line(x) for x in package.leads],
        "flags": [
            {"flag": x.topic, "text": x.text, "ask": x.check, **_by(x.statements)} for x in package.flags
        ],
        "delisting": [
            {
                "instrument": x.instrument,
                "since": x.since,
                "body": x.body,
                "who": x.who,
                "how": x.how,
                "court": x.court,
                "term": x.term,
                "unverified": list(x.unverified),
                **_by(x.statements),
            }
            for x in package.routes
        ],
        "statements": {s.id: _statement(s) for s in sorted(set(package.statements()), key=lambda s: s.id)},
        "sources": [
            {
                "number": c.number,
                "id": c.id,
                "publisher": c.publisher,
                "title": c.title,
                "date": c.date,
                "url": c.url,
                "grade": c.grade,
            }
            for c in document.sources
        ],
        "disclaimers": list(document.disclaimers),
    }
    return orjson.dumps(answer, option=orjson.OPT_INDENT_2) + b"\n"


def _by(statements: tuple[Statement, ...]) -> dict[str, list[str]]:
    return {"statements": [s.id for s in statements]}


def _line(one: Line) -> dict[str, Any]:
    return {"text": one.text, "works": list(one.works), **_by(one.statements)}


def _end(end: End) -> dict[str, Any]:
    return {"id": end.id, "name": end.name, "kind": end.kind, "lists": list(end.lists)}


def _statement(s: Statement) -> dict[str, Any]:
    """A statement without its empty fields; its qualifiers as an object."""
    row: dict[str, Any] = {c: getattr(s, c) for c in COLUMNS if getattr(s, c)}
    return row | ({"detail": s.details} if s.detail else {})
