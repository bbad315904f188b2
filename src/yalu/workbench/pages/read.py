"""Read: bring a document, read it with known parties marked, and state what a passage of it says."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from pydantic import Field

from yalu.documents import desk, shelf
from yalu.documents.citing import Request
from yalu.documents.properties import OF_WORD
from yalu.documents.shelf import GRADES
from yalu.errors import UsageError, YaluError
from yalu.model.words import grade_words
from yalu.regimes import load_regime
from yalu.sources.user import DOCUMENTS
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Gone,
    Notice,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.route import Text
from yalu.workbench.pages.common import named
from yalu.workbench.reading import held, leaf, state

MAX_UPLOAD = 32 * 2**20
SHOWN = 200
MOST = 40
Sha = Annotated[str, Field(pattern=r"^[0-9a-f]{6,64}$", max_length=64)]
Partial = Annotated[str, Field(pattern=r"^\s*(\d{4}(-\d{2}){0,2})?\s*$", max_length=20)]
KINDS = ("Person", "Company", "Organization", "PublicBody", "Vessel", "BankAccount")
Kind = Annotated[str, Field(pattern=rf"^({'|'.join(KINDS)})?$", max_length=40)]


class ReadParams(Params):
    """Nothing but the day."""


class LeafParams(Params):
    """A document by its sha256, a page of it, a proposal to fill the form with, a citation just made."""

    sha256: Sha
    page: Annotated[int, Field(ge=1, le=10_000)] = 1
    proposal: Annotated[str, Field(max_length=40)] = ""
    cited: Annotated[str, Field(max_length=40)] = ""


class BringForm(Params):
    """What is said of the document that is uploaded."""

    title: Text = ""
    publisher: Text = ""
    public: Partial = ""
    url: Text = ""
    grade: Annotated[str, Field(max_length=60)] = ""


class CiteForm(Params):
    """What a passage says. ``sentence`` is its number on the page, where ``quote`` is empty."""

    sha256: Sha
    page: Annotated[int, Field(ge=1, le=10_000)]
    quote: Annotated[str, Field(max_length=8_000)] = ""
    sentence: Annotated[int, Field(ge=0, le=100_000)] = 0
    subject: Text = ""
    subject_new: Kind = ""
    says: Annotated[str, Field(max_length=60)] = ""
    value: Annotated[str, Field(max_length=2_000)] = ""
    value_new: Kind = ""
    share: Annotated[str, Field(max_length=40)] = ""
    since: Partial = ""
    until: Partial = ""
    grade: Annotated[str, Field(max_length=60)] = ""
    why: Text = ""
    proposal: Annotated[str, Field(max_length=40)] = ""


class ReadPage(Page):
    """The documents that are held, and the grades that one can have."""

    grades: tuple[tuple[str, str], ...]
    most_bytes: int = MAX_UPLOAD


class Filled(Model):
    """What the form holds before a person fills it: a proposal, or nothing."""

    quote: str = ""
    subject: str = ""
    says: str = ""
    value: str = ""
    proposal: str = ""


class LeafPage(Page):
    """One page of a document."""

    sha256: str
    number: int
    pages: int
    mark: str
    runs: tuple[leaf.Run, ...]
    lines: tuple[leaf.Line, ...]
    filled: Filled
    ties: tuple[str, ...]
    properties: tuple[str, ...]
    kinds: tuple[str, ...] = KINDS
    grades: tuple[tuple[str, str], ...]


def read(ask: Ask, params: ReadParams) -> ReadPage:
    """The page of all documents."""
    found = held.documents(ask)[:SHOWN]
    cited = Counter(c["sha256"] for c in desk.open_journal(ask.workspace).citations.values())
    table = Table(
        id="documents",
        columns=(
            Column(key="title", label="Document", head=True),
            Column(key="publisher", label="Publisher"),
            Column(key="public", label="Public", kind="day"),
            Column(key="brought", label="Brought", kind="day"),
            Column(key="state", label="State"),
            Column(key="cited", label="Citations", kind="number"),
            Column(key="sha256", label="sha256", kind="id"),
        ),
        rows=tuple(
            row(
                Cell(text=d.title or d.file, href=f"/read/{d.sha256}"),
                d.publisher or "not said",
                d.public or "not said",
                d.brought,
                held.state(ask, d),
                cited[d.sha256],
                d.sha256[:12],
            )
            for d in found
        ),
        empty="No document was public by this day. Bring one with the form, or with: yalu read FILE",
        stack=True,
    )
    return ReadPage(
        title="Documents",
        sections=(Section(id="held", title="Held", note=f"{len(found):,}", table=table),),
        grades=_grades(),
    )


def page(ask: Ask, params: LeafParams) -> LeafPage:
    """One page of a document. Raises Gone where the day shows none."""
    document = held.document(ask, params.sha256)
    text = shelf.text_of(ask.workspace, document)
    one = next((p for p in text.pages if p.number == params.page), None)
    if one is None:
        raise Gone(f"The document has no page {params.page}.", f"It has pages 1 to {len(text.pages):,}.")
    found = leaf.found(ask, document.sha256, text, one)
    journal = desk.open_journal(ask.workspace)
    cited = [c for c in journal.citations.values() if c["sha256"] == document.sha256]
    here = [(c["start"], c["end"]) for c in cited if c["page"] == one.number]
    told = f"{document.publisher or 'publisher not said'}, public {document.public or 'since a day not said'}"
    notices = (
        [Notice(text=f"Page {one.number} is {one.mark}: what it says could not be read well.")]
        if one.mark
        else []
    )
    if params.cited:
        notices.insert(0, _done(params.cited, {c["id"]: c for c in cited}))
    return LeafPage(
        title=document.title or document.file,
        kicker=(
            Cell(text="Documents", href="/read"),
            Cell(text=f"/ {document.sha256[:12]} / page {one.number} of {len(text.pages)}"),
        ),
        lead=f"{told}; {grade_words(document.grade)}.",
        notices=tuple(notices),
        sections=(
            _named(ask, found["mentions"]),
            _proposed(ask, document.sha256, one.number, found["proposals"]),
            _citations(ask, cited),
        ),
        sha256=document.sha256,
        number=one.number,
        pages=len(text.pages),
        mark=one.mark,
        runs=leaf.runs(one.text, found["mentions"], here),
        lines=leaf.lines(one.text),
        filled=_filled(found["proposals"], params.proposal),
        ties=tuple(name for name, kind in load_regime().tie_types.items() if not kind.same_party),
        properties=tuple(OF_WORD),
        grades=_grades(),
    )


def _done(cited: str, standing: dict[str, dict[str, Any]]) -> Notice:
    if cited not in standing:
        return Notice(text=f"No citation {cited} stands.")
    subject = standing[cited]["subject"]
    return Notice(
        text=f"Stated: {desk.said(standing[cited])}. It stands in the evidence from the next snapshot on.",
        href=f"/party/{subject}",
        link="The party",
    )


def _grades() -> tuple[tuple[str, str], ...]:
    return tuple((g, grade_words(g)) for g in GRADES)


def _filled(proposals: list[dict[str, Any]], wanted: str) -> Filled:
    p = next((p for p in proposals if p["id"] == wanted), None)
    if p is None:
        return Filled()
    return Filled(
        quote=p["passage"], subject=p["subject"], says=f"tie:{p['tie']}", value=p["object"], proposal=p["id"]
    )


def _named(ask: Ask, mentions: list[dict[str, Any]]) -> Section:
    """Each party that the page names, once, with the other parties that bear the name."""
    best: dict[str, dict[str, Any]] = {}
    for m in sorted(mentions, key=lambda m: -m["score"]):
        best.setdefault(m["parties"][0], m)
    rows = [
        row(
            named(party, ask.view.name(party)),
            " ".join(m["text"].split()),
            Cell(text=f"{m['score']:.2f}", note=m["how"]),
            ", ".join(m["parties"][1:6]),
        )
        for party, m in list(best.items())[:MOST]
    ]
    columns = (
        Column(key="party", label="Party", head=True),
        Column(key="written", label="As written"),
        Column(key="score", label="Alike", kind="number"),
        Column(key="also", label="Others of this name"),
    )
    empty = "No known party is named on this page. Being named would be no finding."
    table = Table(id="named", columns=columns, rows=tuple(rows), empty=empty, stack=True)
    return Section(id="named-part", title="Named on this page", note=f"{len(best):,}", table=table)


def _proposed(ask: Ask, sha256: str, number: int, proposals: list[dict[str, Any]]) -> Section:
    rows = [
        row(
            Cell(text="fill the form", href=f"/read/{sha256}?page={number}&proposal={p['id']}#cite"),
            f"{ask.view.name(p['subject'])} {p['tie'].replace('_', ' ')} {ask.view.name(p['object'])}",
            " ".join(p["passage"].split())[:300],
        )
        for p in proposals[:MOST]
    ]
    columns = (
        Column(key="take", label="Take up", head=True),
        Column(key="tie", label="Tie"),
        Column(key="passage", label="Passage"),
    )
    empty = "No sentence of this page seems to state a tie between two known parties."
    table = Table(id="proposed", columns=columns, rows=tuple(rows), empty=empty, sortable=False, stack=True)
    note = "none stands until a person states it"
    return Section(id="proposed-part", title="Ties that the page may state", note=note, table=table)


def _citations(ask: Ask, cited: list[dict[str, Any]]) -> Section:
    """What was stated from the document; each leads to its statement once a snapshot holds it."""
    ids = _statements(ask, tuple(sorted({c["subject"] for c in cited})))
    rows = [
        row(
            Cell(text=c["id"], href=f"/evidence/{ids[c['id']]}" if c["id"] in ids else ""),
            desk.said(c),
            Cell(text=f"page {c['page']}", href=f"/read/{c['sha256']}?page={c['page']}"),
            " ".join(c["passage"].split())[:200],
            f"{c['who']}, {c['at'][:10]}",
        )
        for c in reversed(cited[-MOST:])
    ]
    columns = (
        Column(key="id", label="Statement", kind="id", head=True),
        Column(key="says", label="Says"),
        Column(key="page", label="Where"),
        Column(key="passage", label="Passage"),
        Column(key="who", label="Stated by"),
    )
    empty = "Nothing was stated from this document yet. Select a passage, or pick a sentence, and state it."
    table = Table(id="citations", columns=columns, rows=tuple(rows), empty=empty, sortable=False, stack=True)
    return Section(
        id="citations-part", title="Stated from this document", note=f"{len(cited):,}", table=table
    )


def _statements(ask: Ask, parties: tuple[str, ...]) -> dict[str, str]:
    """The statements of the snapshot by the citation that they are."""
    if not parties:
        return {}
    found = ask.view.statements(source=DOCUMENTS, party=parties)
    return {str(s.details.get("citation") or s.details.get("tie") or ""): s.id for s in found}


def bring(request: ActionRequest[BringForm]) -> Done:
    """Keep and read an upload."""
    upload = request.files.get("document")
    if upload is None:
        raise UsageError("No file was sent.", expected="a PDF, Word, HTML or text file")
    said = {k: v.strip() for k, v in request.form.model_dump().items() if v.strip()}
    try:
        made = state.bring(request.ask, upload, said)
    except UsageError:
        raise
    except YaluError as error:
        raise UsageError(error.what, expected=error.expected, do=error.do) from error
    return Done(f"/read/{made.sha256}")


def cite(request: ActionRequest[CiteForm]) -> Done:
    """State what a passage says. Raises UsageError where it does not stand in the page, or says nothing."""
    form = request.form
    tie, _, prop = ("", "", form.says) if not form.says.startswith("tie:") else (form.says[4:], "", "")
    quote = form.quote.strip() or _sentence(request.ask, form)
    if not quote:
        raise UsageError("No passage was given.", expected="words of the page, or the number of a sentence")
    if not form.subject.strip() or not form.says or not form.value.strip():
        raise UsageError(
            "A statement needs a party, what is said of it, and a value.", do="Go back and fill them."
        )
    value = _party(form.value, form.value_new) if tie else form.value.strip()
    asked = Request(
        quote=quote,
        page=form.page,
        subject=_party(form.subject, form.subject_new),
        tie=tie,
        object=value if tie else "",
        prop=prop,
        value="" if tie else value,
        share=form.share.strip(),
        from_=form.since.strip(),
        to=form.until.strip(),
        grade=form.grade,
        proposal=form.proposal,
    )
    made, _ = state.cite(
        request.ask, form.sha256, asked, request.who, form.why.strip() or "read in the document"
    )
    return Done(f"/read/{form.sha256}?page={form.page}&cited={made}")


def _sentence(ask: Ask, form: CiteForm) -> str:
    document = held.document(ask, form.sha256)
    text = shelf.text_of(ask.workspace, document)
    found = next((p.text for p in text.pages if p.number == form.page), "")
    return leaf.sentence(found, form.sentence)


def _party(word: str, kind: str) -> str:
    return f"new:{kind}:{word.strip()}" if kind else word.strip()


ROUTES = (
    PageRoute("/read", read, ReadParams, "read.html.j2", nav="Read", order=60, key="r", styles=("dossier",)),
    PageRoute("/read/{sha256}", page, LeafParams, "leaf.html.j2", scripts=("read",), styles=("dossier",)),
    Action("/read/bring", bring, BringForm, max_body=MAX_UPLOAD, files=("document",)),
    Action("/read/cite", cite, CiteForm),
)
