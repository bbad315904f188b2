"""What the print's template shows, as plain data: no text of the brief ever becomes markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from yalu.ledger.printed import words
from yalu.model.section import Figure, Section, Table
from yalu.model.sentence import Sentence
from yalu.model.statement import Statement
from yalu.model.words import DISCLAIMERS, MODES, STATUSES, grade_words
from yalu.publish.annex import figure_file, table_file
from yalu.publish.brief import Brief
from yalu.publish.chart_theme import FONT_STACK, INKS
from yalu.publish.charts import figure_svg
from yalu.publish.citations import Citation
from yalu.publish.html import command, copies, is_link
from yalu.publish.methods import PRINTED, methods
from yalu.publish.page import unverified
from yalu.publish.print_columns import SIZES, breakable, columns_for
from yalu.publish.print_text import address_parts, breaks_by_itself, runs

ROWS, SLACK = 25, 3
"""Rows of a table that are printed, and how many more are not worth a cut."""
TOGETHER = 24
"""Lines of a table that is never split between pages."""
TALLEST = 1.05
"""Height of a drawing, in widths of the text."""
IN_TEXT, IN_ROW = 8, 2
"""Runs of source numbers beside a sentence and in a row."""
WHITE = "#ffffff"
"""The ground of a printed page."""
SANS = "Yalu Sans, Yalu Hangul, Yalu Han"

Data = dict[str, Any]


def print_data(brief: Brief) -> Data:
    """Everything that the template shows."""
    numbers = Numbers(brief)
    when = brief.when
    day = when.as_of + (f", of what was true on {when.on}" if when.on != when.as_of else "")
    plans = {plan.id: plan.recommendation for plan in brief.plan.sections}
    return {
        "title": brief.plan.title,
        "subtitle": brief.plan.subtitle,
        "day": [int(part) for part in when.as_of.split("-")],
        "head": f"as known on {when.as_of}",
        "facts": [
            ["As known on", day],
            ["Mode", f"{when.mode}: {MODES[when.mode]}"],
            ["Lists", "; ".join(copies(brief))],
            ["Snapshot", brief.snapshot],
            ["Ledger", words(brief.ledger)],
        ],
        "disclaimers": list(DISCLAIMERS),
        "sections": [
            _section(numbers, s, plans.get(s.id) or str(i)) for i, s in enumerate(brief.sections, start=1)
        ],
        "claims": _claims(numbers, brief),
        "methods": [list(one) for one in (*methods(when.mode), PRINTED)],
        "command": command(brief),
        "sources": [source_data(c) for c in brief.sources],
    }


def source_data(c: Citation) -> Data:
    """A numbered source as the print shows it."""
    return {
        "number": c.number,
        "publisher": c.publisher,
        "title": c.title,
        "date": c.date,
        "url": c.url,
        "parts": _parts(c.url),
        "link": is_link(c.url),
        "grade": grade_words(c.grade),
    }


class Numbers:
    """Source numbers, and the running numbers of tables and figures."""

    def __init__(self, brief: Brief) -> None:
        self._citations = brief.citations
        self.tables = 0
        self.figures = 0

    def of(self, statements: Iterable[Statement], most: int = IN_TEXT) -> Data:
        """Runs of source numbers and how many numbers are left out."""
        shown, more = runs(self._citations.of(statements), most)
        return {"runs": shown, "more": more}

    def said(self, one: Sentence) -> Data:
        """A sentence with its sources."""
        return {"text": one.text, "cites": self.of(one.statements)}


def _section(numbers: Numbers, section: Section, number: str) -> Data:
    findings = [numbers.said(s) for s in section.findings]
    return {
        "id": section.id,
        "number": number,
        "title": section.title,
        "question": section.question,
        "findings": findings,
        "key": findings[:2],
        "figures": [_figure(numbers, section, f) for f in section.figures],
        "detail": [numbers.said(s) for s in section.detail],
        "tables": [_table(numbers, section, t) for t in section.tables],
        "uncertain": [numbers.said(s) for s in section.uncertain],
        "next": [numbers.said(s) | {"unverified": unverified(s)} for s in section.next_steps],
    }


def _figure(numbers: Numbers, section: Section, figure: Figure) -> Data:
    numbers.figures += 1
    drawn = figure_svg(figure) if figure.data.rows else ""
    return {
        "id": f"figure-{section.id}-{figure.id}",
        "number": numbers.figures,
        "title": figure.title,
        "alt": numbers.said(figure.alt),
        "file": f"annex/{figure_file(section, figure)}",
        "svg": drawn.replace(FONT_STACK, SANS).replace(INKS["paper"], WHITE),
        "part": _part(drawn),
    }


def _part(svg: str) -> float:
    """The part of the text's width that a drawing takes, so that a tall one still stands on one page."""
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if not size:
        return 1.0
    width, height = map(float, size.groups())
    return min(1.0, round(TALLEST * width / height, 3))


def _table(numbers: Numbers, section: Section, table: Table) -> Data:
    numbers.tables += 1
    total = len(table.rows)
    kept = table.rows if total <= ROWS + SLACK else table.rows[:ROWS]
    cites = [numbers.of(row.statements, IN_ROW) for row in kept]
    return {
        "id": f"table-{section.id}-{table.id}",
        "number": numbers.tables,
        "title": table.title,
        "note": table.note,
        "file": f"annex/{table_file(section, table)}",
        "total": f"{total:,}",
        "printed": len(kept),
        "cut": len(kept) < total,
        "numeric": [i in table.numeric for i in range(len(table.columns))],
        **grid([*table.columns, "Source"], [row.texts for row in kept], cites, table.numeric),
    }


def grid(header: list[str], rows: list[list[str]], cites: list[Data], numeric: Collection[int] = ()) -> Data:
    """Cells with places to break, and the widths of the columns; the last column is for the sources."""
    shown = [[*row, cites_text(c)] for row, c in zip(rows, cites, strict=True)]
    fitted = columns_for([header, *shown], numeric)
    sizes = list(zip(fitted.widths, header, strict=True))
    return {
        "size": fitted.size,
        "widths": fitted.widths,
        "together": fitted.lines <= TOGETHER,
        "columns": [breakable(name, width, fitted.size) for width, name in sizes],
        "rows": [
            {
                "cells": [
                    breakable(c, w, fitted.size) for c, w in zip(cells, fitted.widths[:-1], strict=True)
                ],
                "cites": cited,
            }
            for cells, cited in zip(rows, cites, strict=True)
        ],
    }


def _parts(address: str) -> list[Data]:
    """The parts of an address; one in a box is never broken, and may end a line."""
    parts = address_parts(address)
    return [
        {"text": part, "boxed": not breaks_by_itself(part, following)}
        for part, following in zip(parts, [*parts[1:], ""], strict=False)
    ]


def cites_text(cites: Data) -> str:
    """Source numbers as they are printed in a row."""
    words = [str(a) if a == b else f"{a}–{b}" for a, b in cites["runs"]]
    return ", ".join(words) + (f" +{cites['more']}" if cites["more"] else "")


def _claims(numbers: Numbers, brief: Brief) -> Data:
    counts = Counter(c.status for c in brief.claims)
    return {
        "counts": [
            {"sign": sign, "words": words, "count": counts[status]}
            for status, (sign, words) in STATUSES.items()
            if counts[status]
        ],
        "size": SIZES[1],
        "rows": [
            {
                "id": c.id,
                "text": c.text.text,
                "sign": STATUSES[c.status][0],
                "status": STATUSES[c.status][1],
                "why": c.why.text if c.why else "",
                "cites": numbers.of(c.statements, IN_ROW),
            }
            for c in brief.claims
            if c.text
        ],
        "later": [c.id for c in brief.claims if not c.text],
    }
