"""Makes the parts of the page from a brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yalu.evidence.view import View
from yalu.model.section import Figure, Row, Section, Table
from yalu.model.sentence import Sentence
from yalu.model.statement import Statement
from yalu.model.words import STATUSES, grade_words
from yalu.publish.brief import Brief
from yalu.publish.charts import WIDE, figure_svg
from yalu.publish.html import copies, is_link
from yalu.publish.page import unverified
from yalu.workbench.briefs.parts import Drawn, Part, Proof, Said, Shown, Whole
from yalu.workbench.frame import Cell, Column, SourceLine
from yalu.workbench.frame import Table as PageTable
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import named

PROOFS = 3
"""Statements that are shown under a sentence; the source numbers are of all."""
CITES = 8
"""Source numbers that stand beside a sentence or in a row."""
ROWS = 20
"""Rows of a table that the page shows; its CSV has all."""
CHARACTERS = 120


class Maker:
    """Turns a brief into :class:`Whole`; ``view`` is that of its day."""

    def __init__(self, brief: Brief, view: View) -> None:
        self._brief, self._view = brief, view
        self._drawn = 0

    def whole(self) -> Whole:
        """All parts of the page."""
        brief = self._brief
        numbers = {plan.id: plan.recommendation for plan in brief.plan.sections}
        parts = tuple(
            self._part(s, numbers.get(s.id) or str(i)) for i, s in enumerate(brief.sections, start=1)
        )
        counts = Counter(c.status for c in brief.claims)
        return Whole(
            parts=parts,
            claims=self._claims(),
            tally=tuple(f"{sign} {words}: {counts[s]}" for s, (sign, words) in STATUSES.items() if counts[s]),
            later=tuple(c.id for c in brief.claims if not c.text),
            sources=tuple(
                SourceLine(
                    text=": ".join(filter(None, (c.publisher, c.title))) + f" ({grade_words(c.grade)})",
                    date=c.date,
                    href=c.url if is_link(c.url) else "",
                )
                for c in brief.sources
            ),
            uncited=len(brief.uncited()),
            lists=tuple(copies(brief)),
        )

    def _part(self, section: Section, number: str) -> Part:
        return Part(
            id=section.id,
            number=number,
            title=section.title,
            question=section.question,
            findings=self._all(section.findings),
            detail=self._all(section.detail),
            uncertain=self._all(section.uncertain),
            next_steps=self._all(section.next_steps),
            figures=tuple(self._figure(section, f) for f in section.figures),
            tables=tuple(
                Shown(table=self._table(f"{section.id}-{t.id}", t), note=t.note, first=ROWS)
                for t in section.tables
            ),
        )

    def _all(self, sentences: Sequence[Sentence]) -> tuple[Said, ...]:
        return tuple(self._said(s) for s in sentences)

    def _said(self, one: Sentence) -> Said:
        return Said(
            text=one.text,
            cites=self._cites(one.statements),
            statements=len(one.statements),
            proofs=tuple(self._proof(s) for s in one.statements[:PROOFS]),
            unverified=unverified(one),
        )

    def _cites(self, statements: Sequence[Statement]) -> tuple[int, ...]:
        return tuple(self._brief.citations.of(statements)[:CITES])

    def _proof(self, s: Statement) -> Proof:
        value = s.value if len(s.value) <= CHARACTERS else s.value[:CHARACTERS] + "…"
        return Proof(
            party=named(s.party, self._view.name(s.party), s.kind),
            says=Cell(text=f"{s.prop}: {value}", href=addresses.evidence(s.id)),
        )

    def _figure(self, section: Section, figure: Figure) -> Drawn:
        self._drawn += 1
        return Drawn(
            id=f"{section.id}-figure-{figure.id}",
            title=figure.title,
            alt=self._said(figure.alt),
            svg=_quiet(figure_svg(figure, WIDE, f"b{self._drawn}")) if figure.data.rows else "",
            data=self._table(f"{section.id}-figure-{figure.id}-data", figure.data),
        )

    def _table(self, table_id: str, table: Table) -> PageTable:
        return PageTable(
            id=table_id,
            caption=table.title,
            columns=tuple(
                Column(
                    key=f"c{i}",
                    label=name or "–",
                    kind="number" if i in table.numeric else "text",
                    head=i == 0,
                )
                for i, name in enumerate(table.columns)
            ),
            rows=tuple(self._row(r) for r in table.rows),
            empty="No row: the evidence of the day holds nothing of this kind.",
            stack=True,
        )

    def _row(self, given: Row) -> tuple[Cell, ...]:
        """Its sources stand in its last cell; its first leads to the party where it is of one alone."""
        texts = given.texts
        parties = {s.party for s in given.statements}
        cells = [Cell(text=text) for text in texts]
        if len(parties) == 1 and texts[0] and texts[0] == self._view.name(next(iter(parties))):
            cells[0] = Cell(text=texts[0], href=addresses.party(parties.pop()))
        cells[-1] = cells[-1].model_copy(update={"cites": self._cites(given.statements)})
        return tuple(cells)

    def _claims(self) -> PageTable:
        rows = []
        for claim in self._brief.claims:
            if not claim.text:
                continue
            sign, words = STATUSES[claim.status]
            proofs = claim.statements[:1]
            href = addresses.evidence(proofs[0].id) if proofs else ""
            rows.append(
                row(
                    Cell(text=claim.text.text, note=claim.id),
                    Cell(text=f"{sign} {words}"),
                    Cell(text=claim.why.text if claim.why else "", cites=self._cites(claim.statements)),
                    Cell(text="evidence" if href else "", href=href),
                )
            )
        return PageTable(
            id="claims-check",
            caption="Each claim of the memo, the verdict, and the reason",
            columns=(
                Column(key="claim", label="Claim", head=True),
                Column(key="verdict", label="Verdict"),
                Column(key="why", label="Why"),
                Column(key="evidence", label="Evidence"),
            ),
            rows=tuple(rows),
            empty="No claim can be checked on evidence that was public on this day.",
            stack=True,
        )


def _quiet(svg: str) -> str:
    """The drawing without a voice of its own: what it shows is said in words and in its table beside it."""
    return svg.replace("<svg ", '<svg aria-hidden="true" ', 1)
