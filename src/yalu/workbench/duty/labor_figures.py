"""The estimates of workers and revenue: drawings, who disagrees, what moves the result, every row apart."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.evidence.scope import Scope
from yalu.labor.estimates import COUNT, COUNT_FIELDS
from yalu.labor.model import ASSUMPTIONS, Estimate, Range
from yalu.labor.pool import Figure
from yalu.labor.rows import WORLD, rows_of, state_name
from yalu.workbench.duty.ranges import Bar, Kind, Ranges, ranges, span
from yalu.workbench.duty.scoped import by, columns, mark, part
from yalu.workbench.frame import Cell, Section
from yalu.workbench.pages.common import Cited

MILLION = 1e6
MOVERS = {
    "workers": "how many workers there are",
    "pay": "what a worker is paid",
    "taken": "the share that is taken",
}


def hosts(scope: Scope) -> dict[str, str]:
    """The hosts with an estimate that the day shows, by code; the world first."""
    rows = (i for i in rows_of(scope, COUNT) if all(map(i.one, COUNT_FIELDS)))
    codes = sorted({i.text("host") for i in rows} - {WORLD}, key=state_name)
    return {WORLD: "the world"} | {code: state_name(code) for code in codes}


def drawings(made: Estimate, cited: Cited) -> tuple[Ranges, ...]:
    """Workers, and revenue in millions of US dollars a year: intervals, the memo's range, every figure."""
    memo = {name: m for m in made.memo for name in m.inside}
    people = [] if made.alone else [_interval("interval of 95 percent", made.workers, 1)]
    band = memo.get("workers")
    if band:
        people.append(_memo(band.low, band.high, cited.of(*band.statements)))
    workers = made.pools["workers"]
    people += [_bar(f, cited, "counted") for f in workers.figures]
    people += [_bar(f, cited, "apart", why) for f, why in workers.left_out]
    title = f"Workers in {state_name(made.host)}"
    limits = (band.low, band.high) if band else None
    found = [ranges("workers", title, "people", people, limits)]
    money = [
        _interval(label, one, MILLION)
        for label, one in (
            ("computed: workers x 12 x pay x share", made.revenue),
            ("drawn from stated sums", made.stated),
        )
        if one
    ]
    stated = memo.get("stated")
    if stated:
        low, high = stated.low / MILLION, stated.high / MILLION
        money.append(_memo(low, high, cited.of(*stated.statements)))
    money += [_bar(f, cited, "counted") for f in made.pools["stated"].figures]
    money += [_bar(f, cited, "apart", why) for f, why in made.pools["stated"].left_out]
    if money:
        limits = (low, high) if stated else None
        found.append(ranges("revenue", "Revenue in a year", "million US dollars", money, limits))
    return tuple(found)


def _interval(label: str, one: Range, scale: float) -> Bar:
    low, middle, high = one.low / scale, one.median / scale, one.high / scale
    said = span(round(low), round(high), round(middle))
    return Bar(label=Cell(text=label), said=said, kind="drawn", low=low, high=high, middle=middle)


def _memo(low: float, high: float, cites: tuple[int, ...]) -> Bar:
    label = Cell(text="what the memo says", cites=cites)
    return Bar(label=label, said=span(low, high), kind="stated", low=low, high=high)


def _bar(one: Figure, cited: Cited, kind: Kind, why: str = "") -> Bar:
    year = f", {one.year}" if one.year and str(one.year) not in one.who else ""
    note = "; ".join(filter(None, (why, "" if one.verified else "unverified")))
    label = by(cited, f"{one.who}{year}", one.statements, note=note)
    return Bar(label=label, said=span(one.low, one.high), kind=kind, low=one.low, high=one.high)


def disagree(made: Estimate, cited: Cited) -> Section:
    """Whose figures lie outside of what the memo says, or that there is nothing to compare."""
    rows = [
        (
            by(cited, f.who, f.statements),
            str(f.year or "not stated"),
            span(f.low, f.high),
            m.text,
            mark(f.verified),
        )
        for m in made.memo
        for f in m.differ
    ]
    said = [_inside(made, m.text, m.inside) for m in made.memo]
    return part(
        "disagree",
        "Which sources disagree",
        columns("Source", "Year", "Says", "The memo says", "Backed", days=["Year"]),
        rows,
        text=said,
        empty="No figure that counts lies outside of what the memo says, or it says nothing of this host.",
    )


def _inside(made: Estimate, text: str, inside: dict[str, bool]) -> str:
    if made.alone and "workers" in inside:
        return f"{text}: figures of one root alone count, so no interval is drawn to compare it with."
    names = {"workers": "workers", "revenue": "computed revenue", "stated": "stated sums"}
    where = ", ".join(f"{'inside' if ok else 'outside'} of {names[n]}" for n, ok in inside.items())
    return f"{text}: {where}."


def moves(made: Estimate) -> Section:
    """The share of the variance of the revenue that each input has, the greatest first."""
    rows = [(MOVERS[name], f"{share:.0%}") for name, share in made.movers.items()]
    return part(
        "moves",
        "What moves the revenue most",
        columns("Input", "Share of variance", numbers=["Share of variance"]),
        rows,
        note="total effect; shares overlap, so they may add up to more than the whole",
        text=ASSUMPTIONS,
        empty="No pay was public on this day, so the revenue is not computed.",
    )


def switched(made: Estimate, other: Estimate) -> Section:
    """What changes where unverified rows are left out."""
    kept = {f.id for f in _figures(made)}
    dropped = [f for f in _figures(other) if f.id not in kept]
    rows = [
        (name, _said(getattr(made, field), scale), _said(getattr(other, field), scale))
        for name, field, scale in (
            ("Workers", "workers", 1.0),
            ("Revenue, computed, million USD", "revenue", MILLION),
            ("Revenue, as stated, million USD", "stated", MILLION),
        )
    ]
    names = "; ".join(f"{f.who} ({span(f.low, f.high)})" for f in dropped)
    return part(
        "switched",
        "What the switch changes",
        columns("Result", "Verified rows only", "With unverified rows"),
        rows,
        text=[f"Left out: {names}." if names else "No unverified row counts here: nothing is left out."],
        empty="",
    )


def _said(one: Range | None, scale: float) -> str:
    if one is None:
        return "not computed"
    return span(round(one.low / scale), round(one.high / scale), round(one.median / scale))


def _figures(made: Estimate) -> Iterable[Figure]:
    return (f for pool in made.pools.values() for f in pool.figures)


def every(scope: Scope, cited: Cited, host: str) -> Section:
    """Each row of the day, by host, sector, year and source; none is added to another."""
    rows = [i for i in rows_of(scope, COUNT) if all(map(i.one, COUNT_FIELDS))]
    rows = [i for i in rows if host in (WORLD, i.text("host"))]
    rows.sort(key=lambda i: (i.text("host") != WORLD, state_name(i.text("host")), i.text("as_of"), i.id))
    head = columns(
        *("Host", "Sectors", "As of", "Low", "High", "Source", "Root", "Remark", "Backed"),
        numbers=["Low", "High"],
        days=["As of"],
    )
    return part(
        "estimates",
        "Every estimate, apart",
        head,
        [
            (
                state_name(i.text("host")),
                ", ".join(s.value for s in i.all("sectors")) or "not stated",
                i.text("as_of"),
                int(i.text("low")),
                int(i.text("high")),
                by(cited, i.text("estimator"), i.all(*COUNT_FIELDS)),
                i.text("lineage") or "not stated",
                "; ".join(filter(None, (_repeats(i.text("repeats")), i.text("no_total"), i.text("note"))))
                or "none",
                mark(i.verified),
            )
            for i in rows
        ],
        note="figures of one root count once",
        empty="No estimate was public on this day.",
    )


def _repeats(row: str) -> str:
    return f"repeats {row}" if row else ""
