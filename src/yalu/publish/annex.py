"""The annexes of a brief: every table, figure, claim, source and cited statement as CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from yalu.evidence.view import When
from yalu.model.section import Figure, Section, Table
from yalu.model.statement import Statement
from yalu.model.words import grade_words
from yalu.publish.brief import Brief

_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠|%")

STATEMENT_COLUMNS = (
    *("place", "sentence", "sources", "statement", "party", "kind", "prop", "value", "lang", "detail"),
    *("source", "document", "locator", "grade", "basis", "unverified"),
    *("known_lo", "known_hi", "known_by", "from_lo", "from_hi", "to_lo", "to_hi"),
    *("ended_known_lo", "ended_known_hi", "seen_first", "seen_last"),
)


def write_annexes(brief: Brief, folder: Path) -> list[Path]:
    """Write the CSV files into a folder, made if it is missing; return their paths.

    They are UTF-8 without a byte-order mark. A cell that a spreadsheet would run as a formula begins with
    an apostrophe.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [
        _write(folder / name, (*table.columns, "sources"), _table_rows(brief, table))
        for name, table in _tables(brief)
    ]
    claims = ("id", "status", "claim", "why", "sources")
    written.append(_write(folder / "claims.csv", claims, _claim_rows(brief)))
    sources = ("number", "id", "publisher", "title", "date", "url", "grade")
    written.append(_write(folder / "sources.csv", sources, _source_rows(brief)))
    written.append(_write(folder / "statements.csv", STATEMENT_COLUMNS, _statement_rows(brief)))
    return written


def table_file(section: Section, table: Table) -> str:
    """The name of a table's annex."""
    return f"{_slug(section.id)}-{_slug(table.id)}.csv"


def figure_file(section: Section, figure: Figure) -> str:
    """The name of the annex with a figure's data."""
    taken = {table_file(section, t) for t in section.tables}
    name = f"{_slug(section.id)}-{_slug(figure.id)}.csv"
    return name if name not in taken else f"{_slug(section.id)}-figure-{_slug(figure.id)}.csv"


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; a plain number stays a number."""
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def clocks(s: Statement, when: When) -> list[str]:
    """The clocks of a statement as far as they could be read on the day: a later end or copy stays blank."""
    ended = bool(s.ended_known_hi) and s.ended_known_hi <= when.as_of
    ends = [s.to_lo, s.to_hi, s.ended_known_lo, s.ended_known_hi] if ended else [""] * 4
    known = _until([s.known_lo, s.known_hi], when.as_of)
    starts = _until([s.from_lo, s.from_hi], max(when.as_of, when.on))
    return [*known, s.known_by, *starts, *ends, *_until([s.seen_first, s.seen_last], when.as_of)]


def _until(days: Iterable[str], last: str) -> list[str]:
    return [d if d <= last else "" for d in days]


def _tables(brief: Brief) -> Iterator[tuple[str, Table]]:
    for section in brief.sections:
        for table in section.tables:
            yield table_file(section, table), table
        for figure in section.figures:
            yield figure_file(section, figure), figure.data


def _table_rows(brief: Brief, table: Table) -> Iterator[list[str]]:
    for row in table.rows:
        yield [*row.texts, _numbers(brief, row.statements)]


def _claim_rows(brief: Brief) -> Iterator[list[str]]:
    for claim in brief.claims:
        texts = [one.text if one else "" for one in (claim.text, claim.why)]
        yield [claim.id, claim.status, *texts, _numbers(brief, claim.statements)]


def _source_rows(brief: Brief) -> Iterator[list[str]]:
    for c in brief.sources:
        yield [str(c.number), c.id, c.publisher, c.title, c.date, c.url, grade_words(c.grade)]


def _statement_rows(brief: Brief) -> Iterator[list[str]]:
    for place, one in brief.sentences():
        text = one.text
        for s in one.statements:
            what = [s.id, s.party, s.kind, s.prop, s.value, s.lang, s.detail]
            proof = [s.source, s.document, s.locator, s.grade, s.basis, s.unverified]
            yield [place, text, _numbers(brief, [s]), *what, *proof, *clocks(s, brief.when)]


def _numbers(brief: Brief, statements: Iterable[Statement]) -> str:
    return " ".join(map(str, brief.citations.of(statements)))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(map(safe, columns))
        writer.writerows([safe(cell) for cell in row] for row in rows)
    return path
