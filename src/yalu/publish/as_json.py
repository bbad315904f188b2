"""The brief as one JSON object."""

from __future__ import annotations

from typing import Any

import orjson

from yalu.model.section import Figure, Section, Table
from yalu.model.sentence import Sentence
from yalu.publish.brief import Brief
from yalu.publish.claims import ClaimCheck

VERSION = 1


def brief_json(brief: Brief) -> bytes:
    """The object of ``brief.json``."""
    answer = {
        "version": VERSION,
        "title": brief.plan.title,
        "as_of": brief.when.as_of,
        "on": brief.when.on,
        "mode": brief.when.mode,
        "snapshot": brief.snapshot,
        "ledger": {
            "seq": brief.ledger.seq if brief.ledger else 0,
            "head": brief.ledger.hash if brief.ledger else "",
        },
        "listed": brief.listed,
        "copies": [{"source": source, "date": day} for source, day in brief.copies],
        "sections": [_section(brief, s) for s in brief.sections],
        "claims": [_claim(brief, c) for c in brief.claims],
        "sources": [_source(c) for c in brief.sources],
        "uncited": len(brief.uncited()),
    }
    return orjson.dumps(answer, option=orjson.OPT_INDENT_2) + b"\n"


def _sentence(brief: Brief, one: Sentence) -> dict[str, Any]:
    return {
        "text": one.text,
        "sources": brief.citations.of(one.statements),
        "statements": [s.id for s in one.statements],
    }


def _section(brief: Brief, section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "question": section.question,
        "findings": [_sentence(brief, s) for s in section.findings],
        "detail": [_sentence(brief, s) for s in section.detail],
        "uncertain": [_sentence(brief, s) for s in section.uncertain],
        "next_steps": [_sentence(brief, s) for s in section.next_steps],
        "figures": [_figure(brief, f) for f in section.figures],
        "tables": [_table(brief, t) for t in section.tables],
    }


def _figure(brief: Brief, figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "title": figure.title,
        "alt": figure.alt.text,
        "data": _table(brief, figure.data),
    }


def _table(brief: Brief, table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.title,
        "note": table.note,
        "columns": list(table.columns),
        "rows": [{"cells": r.texts, "sources": brief.citations.of(r.statements)} for r in table.rows],
    }


def _claim(brief: Brief, claim: ClaimCheck) -> dict[str, Any]:
    row: dict[str, Any] = {"id": claim.id, "status": claim.status}
    if claim.text:
        row["text"] = claim.text.text
    if claim.why:
        row["why"] = claim.why.text
    return row | {"sources": brief.citations.of(claim.statements)}


def _source(citation: Any) -> dict[str, Any]:
    fields = ("number", "id", "publisher", "title", "date", "url", "grade")
    return {name: getattr(citation, name) for name in fields}
