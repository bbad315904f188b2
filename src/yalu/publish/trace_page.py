"""A trace as a page of its own, a drawing, or a table of its payments; each whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from yalu.payments.trace.as_json import amounts
from yalu.payments.trace.following import Flow, Trace, edges
from yalu.publish.chart_theme import FONT_STACK
from yalu.publish.sankey_svg import Band, sankey_svg
from yalu.screening.results import neutral

MOST = 40
"""Bands of a drawing; smaller ones are one band, and each stands in the table."""
STYLE = (
    "body{font:15px/1.5 %s;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c1c1a;background:#fffefb}"
    "table{border-collapse:collapse;font-size:13px}td,th{padding:.2rem .6rem;border-bottom:1px solid #d8d4c8;"
    "text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}"
)
HEAD = (
    '<!doctype html><html lang="en"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)
TITLES = {
    "fifo": "FIFO: first in, first out",
    "haircut": "Haircut: in proportion to the balance",
    "poison": "Poison: all that was touched (no sum of money)",
    "lib": "Lowest intermediate balance: clean money goes first",
}


def drawing(found: Trace, flow: Flow, method: str) -> str:
    """The Sankey diagram of one currency by one method, as SVG."""
    rows = [
        (parts[method], hop, _name(found, a), _name(found, b))
        for (hop, a, b), parts in edges(flow.steps, found.back).items()
        if parts[method] > 0
    ]
    rows.sort(key=lambda row: (-row[0], row[1:]))
    bands = [
        Band(hop - 1, a, b, float(minor), f"{flow.money(minor):,} {flow.currency}")
        for minor, hop, a, b in rows[:MOST]
    ]
    rest: dict[tuple[int, str], list[int]] = {}
    for minor, hop, a, _ in rows[MOST:]:
        rest.setdefault((hop, a), []).append(minor)
    for (hop, a), parts in sorted(rest.items()):
        told = f"{flow.money(sum(parts)):,} {flow.currency}"
        bands.append(Band(hop - 1, a, f"{len(parts)} smaller, in the table", float(sum(parts)), told))
    headings = ["start", *(f"hop {n}" for n in range(1, 1 + max((b.column + 1 for b in bands), default=0)))]
    return sankey_svg(bands, f"{TITLES[method]}, {flow.currency}", headings)


def largest(found: Trace) -> str:
    """The drawing of the currency with the most payments, by the first method asked; empty without any."""
    if not found.flows:
        return sankey_svg([], "no payment", ["start"])
    return drawing(found, max(found.flows, key=lambda flow: len(flow.steps)), found.methods[0])


def page(found: Trace, answer: dict[str, Any]) -> str:
    """All of a trace as HTML without script: drawings, the table equal to them, banks, payments, findings."""
    way = "back from" if found.back else "forward from"
    parts = [
        HEAD,
        f"<title>Money traced {way} {escape(found.who)}</title><style>{STYLE % FONT_STACK}</style>",
        f"<h1>Money traced {way} {escape(found.who)}</h1><p>Until {answer['until']}. Opening balances:"
        f" {escape(answer['opening_balances'])}. The method changes the answer; none of them proves who"
        " meant what, and nobody is accused by standing here.</p>",
    ]
    for flow, told in zip(found.flows, answer["currencies"], strict=True):
        parts.append(f"<h2>{escape(flow.currency or 'no currency')}</h2>")
        for method in found.methods:
            parts.append(
                f"<h3>{escape(TITLES[method])}</h3><div class=wide>{drawing(found, flow, method)}</div>"
            )
        parts.append("<h3>The same as a table</h3>" + _table(*_edge_rows(found, flow)))
        heads = ("bank", "country", "as", "payments", *found.methods)
        banks = (
            [b["name"] or b["bic"], b["country"], ", ".join(b["roles"]), b["payments"], *b["passed"].values()]
            for b in told["banks"]
        )
        parts.append("<h3>Banks that it passed (not to be added up)</h3>" + _table(heads, banks))
        parts.append(
            "<h3>Payments</h3>" + _table(HEADINGS, _payment_rows(told, found.methods), found.methods)
        )
    notes = [f"{n['count']:,} {n['text']} ({'; '.join(n['examples'])})" for n in answer["findings"]]
    parts.append("<h2>Findings</h2><ul>" + "".join(f"<li>{escape(note)}</li>" for note in notes) + "</ul>")
    return "".join(parts)


HEADINGS = (
    "currency", "hop", "day", "amount", "payer", "payer account", "payee", "payee account", "banks", "type",
    "uetr", "reference", "file", "place",
)  # fmt: skip


def table(found: Trace, answer: dict[str, Any]) -> str:
    """The payments as CSV; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*HEADINGS, *found.methods])
    for told in answer["currencies"]:
        writer.writerows([neutral(cell) for cell in row] for row in _payment_rows(told, found.methods))
    return out.getvalue()


def _payment_rows(told: dict[str, Any], methods: Sequence[str]) -> Iterable[list[object]]:
    for p in told["payments"]:
        banks = "; ".join(f"{b['role']}: {b['bic'] or b['name']}" for b in p["banks"])
        yield [
            told["currency"], p["hop"], p["day"], p["amount"], p["payer"]["name"], p["payer"]["account"],
            p["payee"]["name"], p["payee"]["account"], banks, p["type"], p["uetr"], p["reference"], p["file"],
            p["place"], *(p["parts"][method] for method in methods),
        ]  # fmt: skip


def _edge_rows(found: Trace, flow: Flow) -> tuple[list[str], list[list[object]]]:
    rows: list[list[object]] = [
        [hop, _name(found, a), _name(found, b), *amounts(flow, parts).values()]
        for (hop, a, b), parts in sorted(edges(flow.steps, found.back).items())
    ]
    return [
        "hop",
        "to, going back" if found.back else "from",
        "from" if found.back else "to",
        *found.methods,
    ], rows


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]], more: Sequence[str] = ()) -> str:
    head = "".join(f"<th>{escape(text)}" for text in (*heads, *more))
    body = "".join("<tr>" + "".join(map(_cell, row)) for row in rows)
    return f"<div class=wide><table><tr>{head}{body}</table></div>"


def _cell(value: object) -> str:
    text = str(value)
    number = text.replace(".", "", 1).replace("-", "", 1).isdigit()
    return f"<td class=n>{text}" if number else f"<td>{escape(text)}"


def _name(found: Trace, index: int) -> str:
    return found.accounts[index].told
