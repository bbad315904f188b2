"""What the page's template shows: sections, tables and figures with their numbers, links and citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from yalu.model.section import Figure, Section, Table
from yalu.model.sentence import Sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import Grade
from yalu.publish.annex import figure_file, table_file
from yalu.publish.brief import Brief
from yalu.publish.charts import NARROW, WIDE, figure_svg
from yalu.publish.typeset import GLUE, cell, is_day, typeset

INLINE = 6
"""Source numbers beside a sentence; the others are folded."""
IN_ROW = 3
"""Source numbers in a row of a table; the annex has all."""
SHOWN, SLACK = 24, 4
"""Rows of a table that stand open, and how many more are not worth folding."""
COMPACT, SHORT = 75, 10
"""Characters in a row that needs no full width; rows that are kept on one sheet of paper."""
BRIEF = 260
"""Characters of key findings of one section on the first screen, unless the first alone is longer."""


@dataclass(frozen=True)
class PageTable:
    """A table ready to print: ``shown`` and ``folded`` rows, with a class for each column.

    Columns that hold nothing on the day are named in the note instead.
    """

    id: str
    number: int
    title: str
    note: str
    form: str
    """Classes: ``compact`` where the rows need little width, ``short`` where they belong on one sheet."""
    file: str
    columns: list[tuple[Markup, str]]
    shown: list[tuple[list[Markup], Markup]]
    folded: list[tuple[list[Markup], Markup]]


@dataclass(frozen=True)
class PageFigure:
    """A figure drawn for a page and for a phone. Without rows there is no drawing."""

    id: str
    number: int
    title: str
    alt: Markup
    file: str
    wide: Markup
    narrow: Markup


@dataclass(frozen=True)
class PageSection:
    """A section with its sentences as HTML."""

    id: str
    number: str
    title: str
    question: str
    key: list[Markup]
    findings: list[Markup]
    detail: list[Markup]
    uncertain: list[Markup]
    next_steps: list[tuple[Markup, bool]]
    """Each step with whether it rests on unverified statements alone."""
    figures: list[PageFigure]
    tables: list[PageTable]


@dataclass
class Page:
    """Turns the objects of a brief into parts of its page, and counts tables and figures."""

    brief: Brief
    tables: int = field(default=0)
    figures: int = field(default=0)

    def section(self, section: Section, number: str) -> PageSection:
        """One section."""
        return PageSection(
            id=section.id,
            number=number,
            title=section.title,
            question=section.question,
            key=[self.said(s) for s in key_findings(section.findings)],
            findings=[self.said(s) for s in section.findings],
            detail=[self.said(s) for s in section.detail],
            uncertain=[self.said(s) for s in section.uncertain],
            next_steps=[(self.said(s), unverified(s)) for s in section.next_steps],
            figures=[self.figure(section, f) for f in section.figures],
            tables=[self.table(section, t) for t in section.tables],
        )

    def said(self, one: Sentence) -> Markup:
        """A sentence with the numbers of its sources."""
        return typeset(one.text) + self.cite(one.statements)

    def cite(self, statements: Iterable[Statement]) -> Markup:
        """Source numbers as links; more than a few are folded behind their count."""
        numbers = self.brief.citations.of(statements)
        shown, more = numbers[:INLINE], numbers[INLINE:]
        made = Markup("").join(map(_link, shown))
        if more:
            made += Markup(
                '<details class="more"><summary title="{0} more sources">+{0}</summary>{1}</details>'
            ).format(len(more), Markup("").join(map(_link, more)))
        return Markup('{}<span class="cites">{}</span>').format(GLUE, made) if made else made

    def figure(self, section: Section, figure: Figure) -> PageFigure:
        """A figure, drawn twice."""
        self.figures += 1
        name = f"{section.id}-figure-{figure.id}"
        drawn = [
            Markup(figure_svg(figure, width, f"f{self.figures}{letter}")) if figure.data.rows else Markup("")
            for letter, width in (("w", WIDE), ("n", NARROW))
        ]
        return PageFigure(
            id=name,
            number=self.figures,
            title=figure.title,
            alt=self.said(figure.alt),
            file=figure_file(section, figure),
            wide=drawn[0],
            narrow=drawn[1],
        )

    def table(self, section: Section, table: Table) -> PageTable:
        """A table: the first rows, and the others apart."""
        self.tables += 1
        file = table_file(section, table)
        texts = [row.texts for row in table.rows]
        kept = [i for i in range(len(table.columns)) if i == 0 or any(cells[i].strip() for cells in texts)]
        rows = [
            ([cell(cells[i]) for i in kept], self._row_sources(row.statements, file))
            for cells, row in zip(texts, table.rows, strict=True)
        ]
        cut = len(rows) if len(rows) <= SHOWN + SLACK else SHOWN
        return PageTable(
            id=f"{section.id}-{table.id}",
            number=self.tables,
            title=table.title,
            note=" ".join(filter(None, [table.note, empty_columns(table, kept if rows else [])])),
            form=form(table, texts, kept),
            file=file,
            columns=[(typeset(table.columns[i]), _class(i, table, texts)) for i in kept],
            shown=rows[:cut],
            folded=rows[cut:],
        )

    def _row_sources(self, statements: Sequence[Statement], file: str) -> Markup:
        numbers = self.brief.citations.of(statements)
        made = Markup("").join(map(_link, numbers[:IN_ROW]))
        if len(numbers) > IN_ROW:
            made += Markup(' <a class="plus" href="annex/{}" title="all sources: annex/{}">+{}</a>').format(
                file, file, len(numbers) - IN_ROW
            )
        return made or cell("")


def sections(page: Page) -> list[PageSection]:
    """All sections of the brief, numbered as the plan has them."""
    numbers = {plan.id: plan.recommendation for plan in page.brief.plan.sections}
    return [page.section(s, numbers.get(s.id) or str(i)) for i, s in enumerate(page.brief.sections, start=1)]


def key_findings(findings: Sequence[Sentence]) -> list[Sentence]:
    """The first finding, and the second where both are short."""
    first = list(findings[:2])
    if sum(len(s.text) for s in first) > BRIEF:
        first = first[:1]
    return first


def empty_columns(table: Table, kept: Sequence[int]) -> str:
    """Which columns are left out since they hold nothing on the day."""
    left = [name for i, name in enumerate(table.columns) if i not in kept] if kept else []
    return f"Without an entry on that day: {', '.join(left)}." if left else ""


def form(table: Table, texts: Sequence[Sequence[str]], kept: Sequence[int]) -> str:
    """The classes of a table, from how wide and how long it is."""
    widths = [max([len(table.columns[i]), *(len(cells[i]) for cells in texts)]) for i in kept]
    names = [("compact", sum(widths) <= COMPACT), ("short", len(texts) <= SHORT)]
    return " ".join(name for name, holds in names if holds)


def unverified(one: Sentence) -> bool:
    """Whether a sentence rests on what nobody has checked against a text."""
    return bool(one.statements) and all(
        s.grade == Grade.UNVERIFIED or s.basis == "own_knowledge" for s in one.statements
    )


def _link(number: int) -> Markup:
    return Markup('<a class="cite" href="#s{0}" aria-label="Source {0}">{0}</a>').format(number)


def _class(index: int, table: Table, texts: list[list[str]]) -> str:
    if index in table.numeric:
        return "n"
    return "d" if texts and all(is_day(cells[index]) for cells in texts) else ""
