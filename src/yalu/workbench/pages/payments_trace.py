"""Money followed through the messages of a run: the methods side by side, drawn, with the messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from yalu.errors import UsageError
from yalu.payments.trace import METHODS, Flow, Trace, trace
from yalu.payments.trace.as_json import amounts, as_dict
from yalu.payments.trace.following import edges
from yalu.publish.trace_page import TITLES, drawing, largest
from yalu.workbench.frame import Ask, Cell, Column, Notice, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import Model, cell, row
from yalu.workbench.frame.route import Id, Text
from yalu.workbench.payment_runs.following import Together, together
from yalu.workbench.payment_runs.lines import Lines
from yalu.workbench.payment_runs.run import Run, seen

MOST_ROWS = 500
OFFERED = 300
"""Names of accounts that the form offers."""


class TraceParams(Params):
    """From whom, and whether back."""

    job_id: Id
    start: Text = ""
    back: bool = False


class Drawn(Model):
    """One method's drawing of one currency, as SVG that the server made."""

    title: str
    svg: str

    @property
    def markup(self) -> Markup:
        """The drawing as it stands in a page; every text in it was escaped where it was made."""
        return Markup(self.svg)


class Currency(Model):
    """One currency of a trace."""

    code: str
    lead: str
    drawings: tuple[Drawn, ...]
    sections: tuple[Section, ...]


class TracePage(Page):
    """A trace, or the question for one."""

    job_id: str
    start: str = ""
    back: bool = False
    offered: tuple[str, ...] = ()
    currencies: tuple[Currency, ...] = ()
    whole: str = ""
    """The drawing of the first method, for the file."""

    def tables(self) -> dict[str, Table]:
        """All tables of all currencies."""
        found = (s.table for one in self.currencies for s in one.sections if s.table)
        return {table.id: table for table in found}


def follow(ask: Ask, params: TraceParams) -> TracePage:
    """The page. Raises Gone, UsageError."""
    run, results = seen(ask, params.job_id)
    held = together(run, ask.as_of)
    head: dict[str, Any] = {
        "kicker": (
            Cell(text="Payments", href="/payments"),
            Cell(text=f"/ {run.name}", href=f"/payments/runs/{run.job.id}"),
            Cell(text="/ trace"),
        ),
        "job_id": run.job.id,
        "start": params.start.strip(),
        "back": params.back,
        "offered": _offered(held),
    }
    if not held.book.moved:
        return TracePage(
            title="Follow money",
            lead=f"No message of this run moves money that can be followed until {ask.as_of}.",
            notices=_notes(held.book.findings, held.rejects),
            **head,
        )
    if not params.start.strip():
        lead = "Name who pays, or an account’s number: where its money went, or came from, by four methods."
        return TracePage(title="Follow money", lead=lead, **head)
    try:
        found = trace(held.book, params.start, back=params.back)
    except UsageError as error:
        said = Notice(text=" ".join(filter(None, (error.what, error.do))), kind="error")
        return TracePage(title="Follow money", notices=(said,), **head)
    return _traced(ask, run, results, held, found, head)


def _traced(
    ask: Ask, run: Run, results: Lines, held: Together, found: Trace, head: dict[str, Any]
) -> TracePage:
    answer = as_dict(found, ask.as_of, opening_given=False)
    way = "came from" if found.back else "went"
    lead = (
        f"Until {ask.as_of}. The method changes the answer: none of them proves who meant what. Opening"
        " balances are not known and taken as zero."
    )
    if not found.flows:
        lead = "No payment " + ("reaches it" if found.back else "leaves it") + f" until {ask.as_of}."
    return TracePage(
        title=f"Where the money of {found.who} {way}",
        lead=lead,
        notices=_notes(found.findings, held.rejects),
        currencies=tuple(
            _currency(found, flow, told, run, results)
            for flow, told in zip(found.flows, answer["currencies"], strict=True)
        ),
        whole=largest(found),
        **head,
    )


def _offered(held: Together) -> tuple[str, ...]:
    """Who pays most often, by name, else by account."""
    counted: dict[str, int] = {}
    for one in held.book.moved:
        account = held.book.accounts[one.payer]
        counted[account.name or account.number] = counted.get(account.name or account.number, 0) + 1
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:OFFERED])


def _notes(findings: Any, rejects: int) -> tuple[Notice, ...]:
    said = [f"{n.count:,} {n.text}" for n in findings]
    said += [f"{rejects:,} files or messages could not be read"] if rejects else []
    return (Notice(text=f"{'; '.join(said)}."),) if said else ()


def _currency(found: Trace, flow: Flow, told: dict[str, Any], run: Run, results: Lines) -> Currency:
    code = flow.currency or "no currency"
    lead = f"{flow.money(flow.total):,} {code} {'reached it' if found.back else 'left it'}."
    if flow.topped_payments:
        lead += (
            f" {flow.topped_payments:,} payments needed {flow.money(flow.topped):,} more than their payers"
            " are known to have: taken as clean."
        )
    shown = [m for m in found.methods if any(step.parts[m] for step in flow.steps)]
    none = [m for m in found.methods if m not in shown]
    if none:
        lead += f" Nothing is found by {', '.join(none)}."
    return Currency(
        code=code,
        lead=lead,
        drawings=tuple(Drawn(title=TITLES[m], svg=drawing(found, flow, m)) for m in shown),
        sections=tuple(_sections(found, flow, told, run, results)),
    )


def _sections(found: Trace, flow: Flow, told: dict[str, Any], run: Run, results: Lines) -> Iterator[Section]:
    code = (flow.currency or "none").casefold()
    hops = [row(Cell(text="through banks of the United States"), *_sums(told["through_us"]))]
    hops += [row(f"hop {hop['hop']}", *_sums(hop)) for hop in told["hops"]]
    yield _section(f"hops-{code}", "By hop", ("Money",), hops, "A dollar counts at each hop that it passes.")
    arrows = [
        row(hop, found.accounts[a].told, found.accounts[b].told, *_sums(amounts(flow, parts)))
        for (hop, a, b), parts in sorted(edges(flow.steps, found.back).items())
    ]
    ends = ("To, going back", "From") if found.back else ("From", "To")
    yield _section(f"drawn-{code}", "As drawn", ("Hop", *ends), arrows)
    accounts = [
        row(a["hop"], _who(a), *_sums(a["reached"]), "; ".join(f"{m} {s}" for m, s in a["stayed"].items()))
        for a in told["accounts"]
    ]
    yield _section(f"accounts-{code}", "Accounts", ("Hop", "Account"), accounts, last="Stayed there")
    banks = [
        row(
            Cell(text=b["bic"] or b["name"], note=b["name"] if b["bic"] else ""),
            "United States: correspondent" if b["us"] else b["country"],
            ", ".join(b["roles"]),
            b["payments"],
            *_sums(b["passed"]),
        )
        for b in told["banks"]
    ]
    heads: tuple[str, ...] = ("Bank", "Country", "As", "Payments")
    yield _section(f"banks-{code}", "Banks that it passed", heads, banks, "Not to be added up.")
    paid = [
        row(
            p["hop"], p["day"], _grouped(p["amount"]), _who(p["payer"]), _who(p["payee"]),
            *_sums(p["parts"]), _from(p, run, results),
        )
        for p in told["payments"]
    ]  # fmt: skip
    heads = ("Hop", "Day", "Amount", "Payer", "Payee")
    yield _section(f"payments-{code}", "Messages", heads, paid, "The evidence.", last="Message")


def _section(
    name: str, title: str, heads: tuple[str, ...], rows: list[Any], note: str = "", last: str = ""
) -> Section:
    numbers = ("Hop", "Payments", "Amount", *METHODS)
    labels = (*heads, *METHODS, *((last,) if last else ()))
    head = next(n for n, label in enumerate(heads) if label not in ("Hop", "Day", "Amount"))
    columns = tuple(
        Column(
            key=label.casefold(),
            label=label,
            kind="number" if label in numbers else "day" if label == "Day" else "text",
            head=n == head,
        )
        for n, label in enumerate(labels)
    )
    if len(rows) > MOST_ROWS:
        note = f"{note} The first {MOST_ROWS} of {len(rows):,}.".strip()
    table = Table(id=name, columns=columns, rows=tuple(rows[:MOST_ROWS]), caption="")
    return Section(id=f"s-{name}", title=title, note=note, table=table)


def _sums(parts: dict[str, Any]) -> list[Cell]:
    return [cell(_grouped(parts[m]), sort=parts[m]) for m in METHODS]


def _grouped(text: str) -> str:
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}"


def _who(account: dict[str, str]) -> str:
    where = " at ".join(filter(None, (account["account"], account["bank"])))
    return f"{account['name']} ({where})" if account["name"] and where else account["name"] or where


def _from(paid: dict[str, Any], run: Run, results: Lines) -> Cell:
    """The message as a link, where the run has a line for it."""
    shown = " ".join(filter(None, (run.shown(paid["file"]), paid["place"])))
    place, _, _ = paid["place"].partition("payment ")
    number = results.number.get((paid["file"], place.strip()))
    href = f"/payments/runs/{run.job.id}/{number + 1}" if number is not None else ""
    return Cell(text=f"{paid['type']} {paid['reference'] or paid['uetr']}".strip(), href=href, note=shown)


ROUTES = (
    PageRoute(
        "/payments/runs/{job_id}/trace",
        follow,
        TraceParams,
        "payments_trace.html.j2",
        styles=("judge", "charts", "payments"),
        exports={".svg": ("image/svg+xml", lambda ask, page: page.whole.encode("utf-8", "replace"))},
    ),
)
