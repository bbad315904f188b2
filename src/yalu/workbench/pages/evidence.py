"""Evidence: one statement, with its clocks, its document and its place in it."""

from __future__ import annotations

from yalu.model.words import grade_words
from yalu.workbench.frame import Ask, Cell, Column, Gone, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row
from yalu.workbench.frame.route import Id
from yalu.workbench.pages.common import Cited, named


class EvidenceParams(Params):
    """The id of the statement."""

    statement_id: Id


def evidence(ask: Ask, params: EvidenceParams) -> Page:
    """The page. Raises Gone where the day shows no such statement."""
    found = ask.view.meeting("id = ?", [params.statement_id])
    if not found:
        raise Gone(f"No statement {params.statement_id[:60]} was known on {ask.as_of}.", "Ask a later day.")
    s = found[0]
    cited = Cited(ask.view)
    rows = (
        row("Party", named(s.party, ask.view.name(s.party), s.kind)),
        row("Says", Cell(text=f"{s.prop}: {s.value}", cites=cited.of(s))),
        row("True from", s.clocks.from_.text() or "not said"),
        row("Public by", s.known_hi),
        row("Grade", grade_words(s.grade)),
        row("Source", s.source),
        row("Place", s.locator),
        row("Document, sha256", s.document),
    )
    columns = (Column(key="what", label="What", head=True), Column(key="value", label="Value"))
    table = Table(id="statement", columns=columns, rows=rows, sortable=False)
    return Page(
        title=f"{ask.view.name(s.party)}: {s.prop}",
        kicker=(Cell(text=f"Evidence / {s.id}"),),
        sections=(Section(id="said", title="Statement", table=table),),
        sources=cited.lines,
    )


ROUTES = (PageRoute("/evidence/{statement_id}", evidence, EvidenceParams, "evidence.html.j2"),)
