"""What each bank carried of a run's messages: a report made as a job, by bank, with its payments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

import orjson
from pydantic import Field

from yalu.errors import UsageError
from yalu.jobs.folder import folder_of, plain_name, result
from yalu.jobs.kinds.payments_banks import KIND
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
from yalu.workbench.frame.page import cell, row
from yalu.workbench.frame.route import Id, Text
from yalu.workbench.pages.jobs import REFRESH, Standing, standing
from yalu.workbench.payment_runs.run import Run, run_of, seen

MOST_BYTES = 8 * 2**20
MOST_ROWS = 500
REPORT = "report.json"
UNKNOWN = "not known"


class AskedParams(Params):
    """Which run."""

    job_id: Id


class AskedPage(Page):
    """The question for a report, and the reports made of a run."""

    job_id: str
    runs: Table

    def tables(self) -> dict[str, Table]:
        """The reports."""
        return {"reports": self.runs}


def asked(ask: Ask, params: AskedParams) -> AskedPage:
    """The page from which a report is asked for. Raises Gone."""
    run, _ = seen(ask, params.job_id)
    made = [j for j in ask.jobs.newest() if j.kind == KIND.name and j.params.get("run") == run.job.id]
    rows = tuple(
        row(
            Cell(text=str(j.params.get("period") or "all days"), href=f"/payments/banks/{j.id}"),
            str(j.params.get("alerts") or "not given"),
            str(j.params.get("as_of", "")),
            j.state.value,
        )
        for j in made
    )
    columns = (
        Column(key="period", label="Period", head=True),
        Column(key="alerts", label="Alerts of banks"),
        Column(key="known", label="As known on", kind="day"),
        Column(key="state", label="State"),
    )
    return AskedPage(
        title="What banks carried",
        kicker=(
            Cell(text="Payments", href="/payments"),
            Cell(text=f"/ {run.name}", href=f"/payments/runs/{run.job.id}"),
            Cell(text="/ banks"),
        ),
        lead="Each payment is held against lists and ownership as public on its own day, bank by bank. What"
        " became known later is hindsight and is never counted against a bank.",
        job_id=run.job.id,
        runs=Table(id="reports", columns=columns, rows=rows, empty="No report was made yet.", stack=True),
    )


class ReportForm(Params):
    """Which run, which days; the banks' own alerts come as ``alerts``, of one bank if ``bank`` names it."""

    job_id: Id
    first: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    last: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    bank: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{0,20}$")] = ""


def make(request: ActionRequest[ReportForm]) -> Done:
    """Queue a report. Raises Gone, UsageError."""
    from yalu.payments.banks import Period

    form, ask, upload = request.form, request.ask, request.files.get("alerts")
    run, _ = seen(ask, form.job_id)
    period = f"{form.first}/{form.last}" if form.first or form.last else ""
    Period.read(period)
    files: dict[str, bytes] = {}
    if upload is not None:
        files[plain_name(upload.name, "alerts.csv")] = upload.content
    elif form.bank:
        raise UsageError("A bank is named, but no file of its alerts was sent.")
    held = {name: str(run.job.params.get(name, "")) for name in ("file", "held", "columns")}
    params = held | {
        "run": run.job.id,
        "period": period,
        "alerts": next(iter(files), ""),
        "bank": form.bank.upper(),
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
    }
    return Done(f"/payments/banks/{ask.jobs.submit(KIND.name, params, who=request.who, files=files).id}")


class ReportParams(Params):
    """Which report, and of which bank the payments."""

    job_id: Id
    bank: Text = ""


class ReportPage(Page):
    """A report: where its job stands, and what it says."""

    job: Standing
    files: tuple[str, ...] = ()
    bank: str = ""
    known: str = ""
    early: bool = False


def report(ask: Ask, params: ReportParams) -> ReportPage:
    """The page. Raises Gone."""
    try:
        folder = folder_of(ask.workspace, params.job_id)
        job = ask.jobs.get(params.job_id)
    except UsageError:
        job = None
    if job is None or job.kind != KIND.name:
        raise Gone(f"There is no report on banks {params.job_id[:40]}.", "Make one from a run of payments.")
    known, run = str(job.params.get("as_of", "")), f"/payments/runs/{job.params['run']}"
    head: dict[str, Any] = {
        "title": "What banks carried",
        "kicker": (
            Cell(text="Payments", href="/payments"),
            Cell(text=f"/ {job.params.get('file') or job.params.get('held')}", href=run),
            Cell(text="/ banks", href=f"{run}/banks"),
        ),
        "known": known,
        "job": standing(job),
    }
    path = result(folder, REPORT) if job.state.final else None
    if path is None:
        return ReportPage(**head, refresh=0 if job.state.final else REFRESH)
    if ask.as_of < known:
        return ReportPage(**head, early=True)
    said = _read(path, path.stat().st_mtime_ns)
    left = tuple(Notice(text=f"Left out: {n['count']:,} {n['what']}.") for n in said["left_out"])
    shown = said["by_bank"]
    if params.bank:
        shown = [bank for bank in shown if bank["bank"] == params.bank]
        if not shown:
            raise Gone(f"No bank {params.bank[:40]} carried a payment of this report.", "See all banks.")
    first, last = (day or "…" for day in said["period"])
    days = "all days" if (first, last) == ("…", "…") else f"{first} to {last}"
    note = f"{said['payments']:,} payments, {days}, known by {known}"
    not_shown = tuple(Cell(text=text) for text in said["not_shown"])
    return ReportPage(
        **head,
        lead=said["notice"],
        notices=(*_alerts_given(said), *left),
        files=job.files,
        bank=params.bank,
        sections=(
            _banks(note, shown, job.id),
            _cases(shown[0], run_of(ask, str(job.params["run"])))
            if params.bank
            else _grounds(said["grounds"]),
            Section(id="not-shown", title="What is not shown", text=not_shown),
        ),
    )


def _alerts_given(said: Mapping[str, Any]) -> tuple[Notice, ...]:
    if said["alerts_given"]:
        return ()
    text = "No bank’s own alerts were given: what it alerted on and missed is not known, which is no zero."
    return (Notice(text=text),)


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(path.read_bytes())
    return found


def _columns(*named: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(
        Column(key=key, label=label, kind=kind, head=not n)  # type: ignore[arg-type]  # one of a few words
        for n, (key, label, kind) in enumerate(named)
    )


def _banks(note: str, banks: list[dict[str, Any]], job_id: str) -> Section:
    numbers = ("processed", "alertable", "alerted", "refused", "missed", "possible", "hindsight")
    columns = _columns(
        ("bank", "Bank", "text"),
        ("country", "Country", "text"),
        *((name, name.capitalize(), "number") for name in numbers),
        ("carried", "Carried", "text"),
    )
    rows = tuple(
        row(
            Cell(
                text=b["bank"],
                href=f"/payments/banks/{job_id}?{urlencode({'bank': b['bank']})}",
                note="; ".join(b["names"]),
            ),
            b["country"],
            b["processed"],
            b["alertable"],
            _known(b["alerted"]),
            b["refused_without_alert"],
            _known(b["missed"]),
            b["possible"],
            b["hindsight"],
            "; ".join(f"{value} {currency}" for currency, value in b["amounts"].items()),
        )
        for b in banks[:MOST_ROWS]
    )
    table = Table(id="banks", columns=columns, rows=rows, empty="No bank is named in a payment.", stack=True)
    return Section(id="by-bank", title="By bank", note=note, table=table)


def _known(value: int | None) -> Cell:
    return Cell(text=UNKNOWN) if value is None else cell(value)


def _cases(bank: Mapping[str, Any], run: Run) -> Section:
    columns = _columns(
        ("message", "Message", "text"),
        ("date", "Day", "day"),
        ("amount", "Amount", "number"),
        ("role", "As", "text"),
        ("says", "Shown by", "text"),
        ("alerted", "Alerted", "text"),
        ("why", "Why", "text"),
    )
    rows = tuple(
        row(
            _message(c, run),
            c["date"],
            f"{c['amount'] or ''} {c['currency']}".strip(),
            c["role"],
            c["says"],
            _alerted(c),
            c["why"],
        )
        for c in bank["cases"][:MOST_ROWS]
    )
    empty = "No list and no ownership of any day meets a payment of this bank."
    more = len(bank["cases"]) - MOST_ROWS
    return Section(
        id="cases",
        title=f"Payments of {bank['bank']}",
        note=f"{more:,} more stand in the files" if more > 0 else "",
        table=Table(id="payments", columns=columns, rows=rows, empty=empty, stack=True),
    )


def _message(case: Mapping[str, Any], run: Run) -> Cell:
    """The message as a link, where the run still has a line for it."""
    lines = run.results
    number = lines.number.get((case["file"], case["place"])) if lines else None
    href = f"/payments/runs/{run.job.id}/{number + 1}" if number is not None else ""
    return Cell(text=f"{case['type']} {case['uetr'] or case['reference']}", href=href, note=case["place"])


def _alerted(case: Mapping[str, Any]) -> str:
    if case["alerted"] is None:
        return "refused" if case["refused"] else UNKNOWN
    return "yes" if case["alerted"] else "refused" if case["refused"] else "no"


def _grounds(grounds: list[dict[str, Any]]) -> Section:
    columns = _columns(
        ("title", "Measure", "text"),
        ("instrument", "Instrument", "text"),
        ("since", "In force since", "day"),
        ("asks", "Asks", "text"),
        ("payments", "Payments", "number"),
        ("missed", "Missed", "number"),
        ("open", "Open", "text"),
    )
    rows = tuple(
        row(
            g["title"],
            f"{g['instrument']}, {g['provision']}",
            g["since"],
            g["asks"],
            g["payments"],
            g["missed"],
            " ".join(filter(None, (g["open"], g["unverified"] and f"Unverified: {g['unverified']}"))),
        )
        for g in grounds
    )
    said = "Laws with their days and what each asks; whether the facts meet it is for the authority."
    table = Table(id="grounds", columns=columns, rows=rows, empty="No law was in force.", stack=True)
    return Section(id="rest-on", title="What a measure could rest on", text=(Cell(text=said),), table=table)


ROUTES = (
    PageRoute(
        "/payments/runs/{job_id}/banks",
        asked,
        AskedParams,
        "payments_banks.html.j2",
        styles=("judge", "payments"),
    ),
    PageRoute(
        "/payments/banks/{job_id}",
        report,
        ReportParams,
        "payments_report.html.j2",
        styles=("payments",),
    ),
    Action("/payments/banks/make", make, ReportForm, max_body=MOST_BYTES, files=("alerts",)),
)
