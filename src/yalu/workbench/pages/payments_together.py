"""Red flags that several payments of a run show together, each with its payments."""

from __future__ import annotations

from typing import Any

from yalu.payments.flags.batch import Group
from yalu.payments.flags.raised import RAISED
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, SourceLine, Table
from yalu.workbench.frame.page import row
from yalu.workbench.frame.route import Id
from yalu.workbench.payment_runs.following import together
from yalu.workbench.payment_runs.lines import Lines
from yalu.workbench.payment_runs.run import Run, seen

MOST = 50
"""Groups that a page shows."""


class TogetherParams(Params):
    """Which run."""

    job_id: Id


def flags(ask: Ask, params: TogetherParams) -> Page:
    """The page. Raises Gone, UsageError."""
    run, results = seen(ask, params.job_id)
    found = together(run, ask.as_of)
    raised = [group for group in found.groups if group.flag.says == RAISED]
    silent = [group.flag for group in found.groups if group.flag.says != RAISED]
    sources: list[SourceLine] = []
    sections = [_group(n, one, run, results, sources) for n, one in enumerate(raised[:MOST], 1)]
    if not raised:
        said = Cell(text=f"No rule over several payments is raised until {ask.as_of}. That is no clearance.")
        sections.append(Section(id="none", title="Groups", text=(said,)))
    if silent:
        cells = tuple(Cell(text=f"{flag.title}: {flag.evidence}.") for flag in silent)
        sections.append(Section(id="silent", title="What cannot be told", text=cells))
    more = f" The first {MOST} of {len(raised):,} groups are shown." if len(raised) > MOST else ""
    return Page(
        title="Flags of several payments",
        kicker=(
            Cell(text="Payments", href="/payments"),
            Cell(text=f"/ {run.name}", href=f"/payments/runs/{run.job.id}"),
            Cell(text="/ flags"),
        ),
        lead="One flag alone proves nothing: ordinary trade looks like this too." + more,
        sections=tuple(sections),
        sources=tuple(sources),
    )


def _group(number: int, one: Group, run: Run, results: Lines, sources: list[SourceLine]) -> Section:
    flag = one.flag
    cites = []
    for said in flag.as_dict()["sources"]:
        line = SourceLine(text=f"{said['citation']} ({said['basis']})", date=flag.rule.known.isoformat())
        if line not in sources:
            sources.append(line)
        cites.append(sources.index(line) + 1)
    hindsight = ", in hindsight: not public on the last payment’s day" if flag.hindsight else ""
    columns = (
        Column(key="day", label="Day", kind="day", head=True),
        Column(key="amount", label="Amount", kind="number"),
        Column(key="currency", label="Currency"),
        Column(key="message", label="Message"),
    )
    return Section(
        id=f"group-{number}",
        title=f"{number}. {flag.title}",
        note=f"{flag.grade} ({flag.rule.weight:.2f}){hindsight}",
        text=(
            Cell(text=f"{flag.evidence}.", cites=tuple(dict.fromkeys(cites))),
            Cell(text=f"From {one.payer or 'nobody named'} to {one.payee or 'nobody named'}."),
        ),
        table=Table(
            id=f"payments-{number}",
            columns=columns,
            rows=tuple(_row(p, run, results) for p in one.payments),
            stack=True,
        ),
    )


def _row(payment: dict[str, Any], run: Run, results: Lines) -> tuple[Cell, ...]:
    number = results.number.get((payment["file"], payment["place"] or ""))
    href = f"/payments/runs/{run.job.id}/{number + 1}" if number is not None else ""
    name = f"{payment['type']} {payment['reference'] or payment['uetr'] or ''}".strip()
    where = " ".join(filter(None, (run.shown(payment["file"]), payment["place"])))
    return row(
        payment["date"] or "",
        payment["amount"] or "",
        payment["currency"] or "",
        Cell(text=name, href=href, note=where),
    )


ROUTES = (PageRoute("/payments/runs/{job_id}/together", flags, TogetherParams, styles=("payments",)),)
