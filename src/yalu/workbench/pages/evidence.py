"""Evidence: one statement, its place in the archived document, its clocks, and what rests on it."""

from __future__ import annotations

from yalu.evidence.registered import all_sources
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING
from yalu.model.words import grade_words
from yalu.workbench.dossier import criteria, verdicts
from yalu.workbench.dossier.words import prop_words, the, tie_words
from yalu.workbench.frame import (
    Ask,
    Cell,
    Column,
    Gone,
    Notice,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import row
from yalu.workbench.frame.route import Id
from yalu.workbench.pages.common import Cited, named
from yalu.workbench.proof import clocks, rests
from yalu.workbench.proof.excerpt import Excerpt, excerpt


class EvidenceParams(Params):
    """The id of the statement; ``full`` looks for verdicts and criteria too, which takes long at first."""

    statement_id: Id
    full: bool = False


class EvidencePage(Page):
    """One statement with the excerpt of its document."""

    statement: str
    excerpt: Excerpt
    document: str
    journal: str
    """The archived document of the statement itself, where the excerpt is of another."""
    pending: bool

    def tables(self) -> dict[str, Table]:
        """The tables of the sections, and the row of the list."""
        rows = tuple(row(head, "".join(p.text for p in found)) for head, found in self.excerpt.cells)
        columns = (Column(key="column", label="Column", head=True), Column(key="says", label="Says"))
        raw = {"row": Table(id="row", columns=columns, rows=rows)} if rows else {}
        return super().tables() | raw


def evidence(ask: Ask, params: EvidenceParams) -> EvidencePage:
    """The page. Raises Gone where the day shows no such statement."""
    found = ask.kept(
        ("statement", params.statement_id), lambda: ask.view.meeting("id = ?", [params.statement_id])
    )
    if not found:
        raise Gone(
            f"No statement {params.statement_id[:60]} was known on {ask.as_of}.",
            "Ask a later day, or find its party by name: each fact there leads to its statement.",
        )
    s = found[0]
    cited = Cited(ask.view)
    place = ask.kept(("excerpt", s.id), lambda: excerpt(ask.workspace, s, ask.as_of))
    full = params.full or (verdicts.ready(ask) and criteria.ready(ask))
    notices = (
        [Notice(text="Unverified: it is shown as a lead and decides nothing.", kind="sample")]
        if s.lead
        else []
    )
    if s.flag:
        notices.append(Notice(text=f"The source is damaged here: {s.flag.replace('_', ' ')}."))
    return EvidencePage(
        title=_title(ask, s),
        kicker=(
            Cell(text="Evidence"),
            Cell(text="/"),
            named(s.party, ask.view.name(s.party), s.kind),
            Cell(text=f"/ {s.id}"),
        ),
        lead=_lead(s),
        notices=tuple(notices),
        sections=(
            Section(id="said-part", title="Statement", table=_said(ask, s, cited)),
            Section(id="clocks-part", title="Clocks", table=clocks.clocks(s)),
            Section(
                id="verified-part", title="Verification", note="field by field", table=clocks.verification(s)
            ),
            Section(id="rests-part", title="What rests on it", table=rests.table(ask, s, full=full)),
        ),
        sources=cited.lines,
        statement=s.id,
        excerpt=place,
        document=place.sha256 if place.kind != "none" else "",
        journal=s.document if place.sha256 not in ("", s.document) else "",
        pending=not full,
    )


def _title(ask: Ask, s: Statement) -> str:
    name = ask.view.name(s.party)
    if s.prop in EDGE_KINDS:
        return f"{name} {tie_words(s, (s.party,))} {ask.view.name(s.value)}"
    if s.prop == LISTING:
        return f"{name}: on the list of {the(s.value)}"
    return f"{name}: {prop_words(s.prop)}"


def _lead(s: Statement) -> str:
    grade = grade_words(s.grade)
    return f"{grade[0].upper()}{grade[1:]}, public by {s.known_hi}. Source: {s.source}."


def _said(ask: Ask, s: Statement, cited: Cited) -> Table:
    value = named(s.value, ask.view.name(s.value)) if s.prop in EDGE_KINDS else Cell(text=s.value)
    source = all_sources(ask.workspace).get(s.source)
    rows = [
        row("Party", named(s.party, ask.view.name(s.party), s.kind)),
        row("Property", prop_words(s.prop)),
        row("Value", value.model_copy(update={"cites": cited.of(s)})),
        row("Source", Cell(text=source.title if source else s.source, href=f"/sources/{s.source}")),
        row("Publisher", source.publisher if source else ""),
        row("Grade", grade_words(s.grade)),
        row("Place", s.locator),
        row("Document, sha256", s.document),
    ]
    columns = (Column(key="what", label="What", head=True), Column(key="value", label="Value"))
    return Table(id="fields", columns=columns, rows=tuple(rows), sortable=False, stack=True)


ROUTES = (
    PageRoute("/evidence/{statement_id}", evidence, EvidenceParams, "evidence.html.j2", styles=("dossier",)),
)
