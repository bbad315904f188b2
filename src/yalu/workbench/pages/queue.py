"""Queue: pairs of records on which a person must decide, side by side, with what was decided and its undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from pydantic import Field

from yalu.errors import UsageError
from yalu.ledger.judgement import Judgement
from yalu.ledger.standing import conflicts
from yalu.ledger.store import Ledger
from yalu.resolve import Grouped
from yalu.resolve.queue import Doubt
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Column,
    Done,
    Notice,
    Page,
    PageRoute,
    Params,
    Table,
)
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.route import Id, Text
from yalu.workbench.pages.queue_records import Group, SideBySide, side_by_side

PAIRS = 10
"""Pairs on a page."""
DECIDED = 12


class Decided(Model):
    """A judgement in force."""

    id: str
    a: str
    b: str
    a_name: str
    b_name: str
    verdict: str
    who: str
    day: str
    why: str


class QueueParams(Params):
    """Which pairs: by words in a name or id, by kind, from a score up."""

    q: Text = ""
    kind: Group | None = None
    low: Annotated[float, Field(ge=0, le=1)] = 0.0
    page: Annotated[int, Field(ge=1, le=10**6)] = 1


class QueuePage(Page):
    """Some pairs, what was decided last, and how far the work is."""

    q: str
    kind: str
    low: float
    page: int
    pages: int
    waiting: int
    fitting: int
    decided: int
    pairs: tuple[SideBySide, ...]
    last: tuple[Decided, ...]
    resolved: bool

    def tables(self) -> dict[str, Table]:
        """The pairs shown, and the judgements."""
        pair = Table(
            id="pairs",
            columns=(
                Column(key="a", label="Record", head=True),
                Column(key="b", label="Record"),
                Column(key="score", label="Score", kind="number"),
                Column(key="why", label="Why"),
                Column(key="reasons", label="For and against"),
            ),
            rows=tuple(row(p.a, p.b, p.score, p.why, "; ".join(p.reasons)) for p in self.pairs),
        )
        keys = ("id", "a", "b", "verdict", "who", "day", "why")
        said = Table(
            id="decided",
            columns=tuple(Column(key=k, label=k) for k in keys),
            rows=tuple(row(*(getattr(one, k) for k in keys)) for one in self.last),
        )
        return {"pairs": pair, "decided": said}


def queue(ask: Ask, params: QueueParams) -> QueuePage:
    """The page."""
    grouped = ask.evidence.grouping
    found = (
        ask.kept("queue", lambda: grouped.queue(ask.as_of, ask.mode)) if isinstance(grouped, Grouped) else []
    )
    fitting = [d for d in found if _fits(ask, d, params)]
    pages = max(1, -(-len(fitting) // PAIRS))
    page = min(params.page, pages)
    standing = list(Ledger(ask.jobs.place).standing().values())
    return QueuePage(
        title="Resolution queue",
        notices=_notices(ask, standing, resolved=grouped is not None),
        q=params.q,
        kind=params.kind or "",
        low=params.low,
        page=page,
        pages=pages,
        waiting=len(found),
        fitting=len(fitting),
        decided=len(standing),
        pairs=tuple(side_by_side(ask, d) for d in fitting[(page - 1) * PAIRS : page * PAIRS]),
        last=_last(ask, standing),
        resolved=grouped is not None,
    )


def _fits(ask: Ask, doubt: Doubt, params: QueueParams) -> bool:
    if doubt.score < params.low:
        return False
    grouped = ask.evidence.grouping
    records = grouped.resolution.records if isinstance(grouped, Grouped) else {}
    held = [records[i] for i in (doubt.a, doubt.b) if i in records]
    if params.kind and not any(r.group == params.kind for r in held):
        return False
    text = " ".join((doubt.a, doubt.b, *(n.text for r in held for n in r.names[:1]))).casefold()
    return all(word in text for word in params.q.casefold().split())


def _notices(ask: Ask, standing: Sequence[Judgement], *, resolved: bool) -> tuple[Notice, ...]:
    found = []
    if not resolved:
        said = "The records of this snapshot are not resolved yet: no pair was looked for. Resolve records."
        found.append(Notice(text=said, kind="stale"))
    for one in conflicts(standing):
        found.append(Notice(text=f"Judgements contradict each other: {one}", kind="error"))
    return tuple(found)


def _last(ask: Ask, standing: Sequence[Judgement]) -> tuple[Decided, ...]:
    newest = sorted(standing, key=lambda j: (j.at, j.id), reverse=True)[:DECIDED]
    return tuple(
        Decided(
            id=j.id,
            a=j.a,
            b=j.b,
            a_name=ask.view.name(j.a),
            b_name=ask.view.name(j.b),
            verdict=j.verdict.value,
            who=j.who,
            day=j.at[:16].replace("T", " "),
            why=j.why,
        )
        for j in newest
    )


class DecideForm(QueueParams):
    """A judgement on two records, with the choice of the page that it came from."""

    a: Id
    b: Id
    verdict: Annotated[str, Field(pattern="^(same|different|unsure)$")]
    why: Text


class UndoForm(QueueParams):
    """The judgement to revoke."""

    judgement: Id
    why: Text = "taken back in the queue"


def decide(request: ActionRequest[DecideForm]) -> Done:
    """Keep a judgement. Raises UsageError where a record is not loaded."""
    form, ask = request.form, request.ask
    a, b = form.a.strip(), form.b.strip()
    known = {
        r for (r,) in ask.evidence.query("SELECT DISTINCT party FROM statement WHERE party IN (?, ?)", [a, b])
    }
    for one in (a, b):
        if one not in known:
            raise UsageError(f"No record {one[:60]} is loaded.", expected="ids such as ofac-9345")
    Ledger(ask.jobs.place).decide(a, b, form.verdict, who=request.who, why=form.why)
    return Done(_back(form))


def undo(request: ActionRequest[UndoForm]) -> Done:
    """Revoke a judgement. Raises UsageError."""
    form = request.form
    Ledger(request.ask.jobs.place).undo([form.judgement], who=request.who, why=form.why)
    return Done(_back(form))


def resolve(request: ActionRequest[QueueParams]) -> Done:
    """Queue a run of resolution."""
    job = request.ask.jobs.submit("resolve", {}, who=request.who)
    return Done(f"/jobs/{job.id}")


def _back(form: QueueParams) -> str:
    said = {
        "q": form.q,
        "kind": form.kind or "",
        "low": form.low or "",
        "page": form.page if form.page > 1 else "",
    }
    query = urlencode({k: v for k, v in said.items() if v})
    return f"/queue{'?' if query else ''}{query}"


ROUTES = (
    PageRoute(
        "/queue",
        queue,
        QueueParams,
        "queue.html.j2",
        nav="Queue",
        order=55,
        key="q",
        scripts=("judge",),
        styles=("judge",),
    ),
    Action("/queue/resolve", resolve, QueueParams),
    Action("/queue/decide", decide, DecideForm),
    Action("/queue/undo", undo, UndoForm),
)
