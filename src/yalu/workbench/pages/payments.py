"""Payments: messages sent or chosen, screened as a job, and what to look at in a run, the worst first."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from yalu.errors import UsageError
from yalu.jobs.folder import given_file, plain_name
from yalu.jobs.kinds.screen_payments import FOLDER, KIND, source
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Notice,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import Badge, row
from yalu.workbench.frame.route import Id, Text
from yalu.workbench.pages.jobs import REFRESH, Standing, standing
from yalu.workbench.payment_runs.lines import MOST, SHOWS, Lines
from yalu.workbench.payment_runs.run import Run, run_of

MOST_BYTES = 32 * 2**20
MOST_HELD = 200
"""Files and folders of the workspace that are offered."""
RUNS = 20
ROWS = 25
"""Messages on a page."""
SAID = 4
"""Reasons of a message that its row shows."""
SIGNS: dict[str, Badge] = {
    "stop": "listed",
    "review": "unverified",
    "release": "off",
    "not screened": "unknown",
}


class PaymentsParams(Params):
    """Nothing."""


class PaymentsPage(Page):
    """What can be chosen, and the runs before."""

    held: tuple[str, ...] = ()
    runs: Table

    def tables(self) -> dict[str, Table]:
        """The runs."""
        return {"runs": self.runs}


def payments(ask: Ask, params: PaymentsParams) -> PaymentsPage:
    """The page from which messages are sent."""
    return PaymentsPage(
        title="Payments",
        lead="Every party, bank, address and text of a message is screened at the payment’s own day, never as"
        f" known later than {ask.as_of}.",
        notices=_lists_held(ask),
        held=_held(ask),
        runs=_runs(ask),
    )


def _lists_held(ask: Ask) -> tuple[Notice, ...]:
    if ask.lens.screener.lists:
        return ()
    said = "No list is loaded: only the casebook, which is no list of any state, is screened."
    return (Notice(text=said, kind="stale", href="/sources", link="Load lists"),)


def _held(ask: Ask) -> tuple[str, ...]:
    """What lies in the workspace's folder of payments; links are not offered, as they are not followed."""
    place = ask.workspace.root / FOLDER
    if not place.is_dir():
        return ()
    found = (p.name for p in place.iterdir() if not p.is_symlink() and not p.name.startswith("."))
    return tuple(sorted(name for name in found if name.isprintable())[:MOST_HELD])


def _runs(ask: Ask) -> Table:
    found = [job for job in ask.jobs.newest() if job.kind == KIND.name][:RUNS]
    rows = tuple(
        row(
            Cell(text=str(job.params.get("file") or job.params.get("held")), href=f"/payments/runs/{job.id}"),
            job.state.value,
            str(job.params.get("as_of", "")),
            job.created[:16].replace("T", " "),
            job.who,
        )
        for job in found
    )
    columns = (
        Column(key="file", label="Messages", head=True),
        Column(key="state", label="State"),
        Column(key="known", label="As known on", kind="day"),
        Column(key="queued", label="Sent", kind="day"),
        Column(key="who", label="By"),
    )
    empty = (
        "No payment was screened here yet. The folder examples/payments of Yalu’s source has some to send:"
        " transfers.csv of Dandong Hongxiang, or mingzheng.csv with the public sums of that case."
    )
    return Table(id="runs", columns=columns, rows=rows, empty=empty, stack=True)


class PaymentsForm(Params):
    """What is screened: the file comes as ``messages``, or ``held`` names one of the workspace."""

    held: Annotated[str, Field(max_length=255)] = ""
    columns: Annotated[str, Field(max_length=1000)] = ""


def send(request: ActionRequest[PaymentsForm]) -> Done:
    """Queue the screening of what was sent, or of what lies in the workspace. Raises UsageError."""
    form, ask, upload = request.form, request.ask, request.files.get("messages")
    if upload is not None and upload.content:
        name = plain_name(upload.name, "messages")
        return _queued(request, {"file": name}, {name: upload.content}, form.columns)
    if not form.held:
        raise UsageError(
            "No file was sent, or it is empty.",
            expected="ISO 20022, SWIFT FIN, CSV or Parquet",
            do="Choose a file, or one of the workspace.",
        )
    if form.held not in _held(ask):
        raise UsageError(f"There is no {form.held[:80]!r} in the folder {FOLDER} of the workspace.")
    return _queued(request, {"held": form.held}, {}, form.columns)


class AgainForm(Params):
    """Which run is screened again, as known on the day asked."""

    job_id: Id


def again(request: ActionRequest[AgainForm]) -> Done:
    """Screen the messages of a run as known on another day. Raises Gone, UsageError."""
    run = run_of(request.ask, request.form.job_id)
    params = run.job.params
    columns, held = str(params.get("columns", "")), str(params.get("held", ""))
    if held:
        source(run.folder, "", held)
        return _queued(request, {"held": held}, {}, columns)
    name = str(params["file"])
    return _queued(request, {"file": name}, {name: given_file(run.folder, name).read_bytes()}, columns)


def _queued(request: ActionRequest[Any], what: dict[str, str], files: dict[str, bytes], columns: str) -> Done:
    ask = request.ask
    params = what | {
        "columns": columns.strip(),
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
    }
    job = ask.jobs.submit(KIND.name, params, who=request.who, files=files)
    return Done(f"/payments/runs/{job.id}")


class RunParams(Params):
    """Which run, and which of its messages."""

    job_id: Id
    show: Annotated[str, Field(pattern=f"^({'|'.join(SHOWS)}|)$")] = ""
    flag: Annotated[str, Field(pattern=r"^[a-z-]{0,60}$")] = ""
    q: Text = ""
    page: Annotated[int, Field(ge=1, le=10**6)] = 1


class RunPage(Page):
    """A run: where it stands, how it decided, and some of its messages."""

    job: Standing
    files: tuple[str, ...] = ()
    known: str = ""
    early: bool = False
    """Whether the day asked comes before what the run knew, so that nothing of it is shown."""
    counts: dict[str, int] = {}
    shows: dict[str, str] = SHOWS
    show: str = ""
    flags: dict[str, str] = {}
    flag: str = ""
    q: str = ""
    fitting: int = 0
    page: int = 1
    pages: int = 1


def run(ask: Ask, params: RunParams) -> RunPage:
    """The page of a run. Raises Gone."""
    found = run_of(ask, params.job_id)
    job = found.job
    head: dict[str, Any] = {
        "title": f"Payments of {found.name}",
        "kicker": (Cell(text="Payments", href="/payments"), Cell(text=f"/ {job.id}")),
        "known": found.known,
        "job": standing(job),
    }
    results = found.results
    if results is None:
        return RunPage(**head, refresh=0 if job.state.final else REFRESH)
    if ask.as_of < found.known:
        return RunPage(**head, early=True)
    return _decided(found, results, params, head)


def _decided(found: Run, results: Lines, params: RunParams, head: dict[str, Any]) -> RunPage:
    counts = results.counts()
    show = params.show or ("look" if counts["look"] else "all")
    numbers = results.chosen(show, params.flag, params.q.strip())
    pages = max(1, -(-len(numbers) // ROWS))
    page = min(params.page, pages)
    shown = numbers[(page - 1) * ROWS : page * ROWS]
    rows = tuple(_row(found, n, line) for n, line in zip(shown, results.read(shown), strict=True))
    cut = f"{results.cut:,} more lines stand in the files alone; pages look through {MOST:,}."
    return RunPage(
        **head,
        lead=f"Screened each at its own day, as known on {found.known} at the latest"
        f" ({found.job.params.get('mode')}). “Stop” is no finding against anybody: a person must look.",
        notices=(Notice(text=cut, kind="stale"),) if results.cut else (),
        files=found.job.files,
        counts=counts,
        show=show,
        flags=dict(sorted(results.titles.items(), key=lambda pair: pair[1])),
        flag=params.flag,
        q=params.q,
        fitting=len(numbers),
        page=page,
        pages=pages,
        sections=(Section(id="messages", title="Messages", table=_table(rows)),),
    )


def _table(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (
        Column(key="decision", label="Decision"),
        Column(key="message", label="Message", head=True),
        Column(key="why", label="Why"),
        Column(key="flags", label="Red flags"),
        Column(key="priority", label="Priority", kind="number"),
        Column(key="payments", label="Payments", kind="number"),
    )
    return Table(id="messages", columns=columns, rows=rows, empty="No message fits.", stack=True)


def _row(found: Run, number: int, line: dict[str, Any]) -> tuple[Cell, ...]:
    where = " ".join(filter(None, (found.shown(line["file"]), line["place"])))
    decision = Cell(text=line["decision"], badge=SIGNS[line["decision"]])
    if "reason" in line:
        said = Cell(text=where, note=line["type"])
        return row(decision, said, f"{line['kind']}: {line['reason']}", "", "", "")
    name = f"{line['type']} {line['uetr'] or line['id']}".strip()
    message = Cell(text=name, href=f"/payments/runs/{found.job.id}/{number + 1}", note=where)
    reasons = line["reasons"]
    more = f"; and {len(reasons) - SAID} more" if len(reasons) > SAID else ""
    return row(
        decision,
        message,
        "; ".join(reasons[:SAID]) + more,
        "; ".join(flag_words(flag) for flag in line["flags"]),
        f"{line['priority']:.2f}" if line["priority"] else "",
        line["payments"],
    )


def flag_words(flag: dict[str, Any]) -> str:
    """A flag in one line: its title, how heavy it is, and whether it could be known."""
    if flag["says"] != "raised":
        return f"{flag['title']} (cannot tell)"
    return f"{flag['title']} ({flag['grade']}{', in hindsight' if flag['in_hindsight'] else ''})"


ROUTES = (
    PageRoute(
        "/payments",
        payments,
        PaymentsParams,
        "payments.html.j2",
        nav="Payments",
        order=55,
        key="m",
        styles=("judge", "payments"),
    ),
    PageRoute(
        "/payments/runs/{job_id}", run, RunParams, "payments_run.html.j2", styles=("judge", "payments")
    ),
    Action("/payments/send", send, PaymentsForm, max_body=MOST_BYTES, files=("messages",)),
    Action("/payments/again", again, AgainForm),
)
