"""What levers take from each stream: drawings, ranking with law and partners beside, streams, assumptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from yalu.model.statement import Statement
from yalu.pressure.answer import Pressure, Ranked
from yalu.pressure.assumptions import Assumption
from yalu.pressure.grounds import Status
from yalu.pressure.model import Cut
from yalu.pressure.model import span as middle
from yalu.pressure.streams import Flow
from yalu.workbench.duty.ranges import Bar, Kind, Ranges, plain, ranges, span
from yalu.workbench.duty.scoped import by, columns, mark, part
from yalu.workbench.frame import Cell, Section
from yalu.workbench.pages.common import Cited

MILLION = 1e6
LEVERS = {
    "facilitators": "Facilitators: list brokers and banks",
    "labor": "Labor: list payers of workers abroad",
    "travel": "Travel: restrict tourist travel",
    "ships": "Ships: deny port, flag and insurance",
    "iran": "Iran: answer both programs",
    "partners": "Partners: build what others lack",
}
WORDS: dict[Kind, str] = {
    "counted": "comes in a year",
    "drawn": "still taken after adaptation",
    "apart": "all together, after theft makes up a part",
}


def words(name: str) -> str:
    """A stream or an assumption as it is read."""
    said = name.replace("_", " ").replace(".", ", ").replace("labour", "labor")
    return said.replace("it workers", "IT workers")


def amount(one: Mapping[str, int], unit: str) -> str:
    """A range in its unit; dollars in millions."""
    scale = MILLION if unit == "USD" else 1
    low, high, mid = (_round(one[end] / scale) for end in ("low", "high", "median"))
    return span(low, high, mid)


def _round(value: float) -> float:
    return round(value) if abs(value) >= 10 else round(value, 1)


def unit_of(unit: str) -> str:
    """The unit as the page names it."""
    return "million USD" if unit == "USD" else unit


def drawings(made: Pressure, cited: Cited) -> tuple[Ranges, ...]:
    """Levers by effect under all revenue together, and each revenue stream with what is taken of it."""
    rows = _rows(made)
    levers = [
        _bar(Cell(text="all revenue that has a range"), "counted", middle(made.total("base"))),
        _bar(Cell(text="these levers together"), "drawn", middle(made.total("net"))),
        _bar(Cell(text="these levers together, theft against it"), "apart", middle(made.after_theft)),
        *(_bar(Cell(text=LEVERS[one.lever]), "drawn", middle(one.net)) for one in made.ranked),
    ]
    streams = []
    for cut in sorted(made.together, key=lambda c: -middle(c.base)["median"]):
        if cut.revenue and middle(cut.base)["high"]:
            name = f"{words(cut.stream)}, {cut.year}"
            streams.append(_bar(by(cited, name, rows(cut)), "counted", middle(cut.base)))
            if cut.reached:
                streams.append(_bar(Cell(text="of it taken"), "drawn", middle(cut.net)))
    unit = "million US dollars a year, 95 percent"
    return (
        ranges("effect", "What the levers take, alone and together", unit, levers, words=WORDS),
        ranges("by-stream", "From which stream", unit, streams, words=WORDS),
    )


def _rows(made: Pressure) -> Callable[[Cut], list[Statement]]:
    known = {f.id: f for f in made.flows}
    return lambda cut: [s for row in cut.rows for s in known[row].statements]


def _bar(label: Cell, kind: Kind, one: Mapping[str, int]) -> Bar:
    low, high, mid = (one[end] / MILLION for end in ("low", "high", "median"))
    return Bar(label=label, kind=kind, low=low, high=high, middle=mid, said=amount(one, "USD"))


def ranking(made: Pressure) -> Section:
    """By effect; law and partners stand beside it, and are no part of it."""
    rows = [
        (
            LEVERS[one.lever],
            amount(middle(one.net), "USD"),
            _law(one),
            one.partners.text,
            ", ".join(words(c.stream) for c in one.cuts) or "none with a range",
        )
        for one in made.ranked
    ]
    head = columns("Lever", "Takes, million USD", "Legal readiness", "Through other states", "From")
    return part(
        "ranking",
        "Levers by effect",
        head,
        rows,
        note="each alone, a year, after adaptation; law and partners are beside it, not in it",
        empty="No lever was chosen.",
    )


def _law(one: Ranked) -> str:
    counts = {status: [words(r.stream) for r in one.law if r.status == status] for status in Status}
    return "; ".join(f"{status.value}: {', '.join(some)}" for status, some in counts.items() if some)


def law(made: Pressure, cited: Cited) -> Section:
    """The authorities behind the readiness, lever by lever and stream by stream."""
    rows = [
        (
            LEVERS[one.lever].partition(":")[0],
            words(r.stream),
            r.status.value,
            Cell(
                text="; ".join(f"{g.by} {g.text}" for g in r.grounds) or "none held as in force",
                cites=cited.of(*(s for g in r.grounds for s in g.statements)),
            ),
        )
        for one in made.ranked
        for r in one.law
    ]
    head = columns("Lever", "Stream", "Readiness", "Authorities that stand on the day")
    return part("law", "The law that each lever has", head, rows, empty="No lever reaches a stream.")


def streams(made: Pressure, cited: Cited) -> Section:
    """Each stream: known, taken, still taken, by whom; those that no lever reaches too."""
    rows_of = _rows(made)
    rows = [
        (
            by(cited, words(c.stream), rows_of(c)),
            unit_of(c.unit),
            str(c.year),
            amount(middle(c.base), c.unit),
            amount(middle(c.taken), c.unit) if c.reached else "nothing",
            amount(middle(c.net), c.unit) if c.reached else "nothing",
            ", ".join(sorted({n.partition(".")[0] for n in c.by} & set(LEVERS))) or "none of these levers",
            mark(not c.unverified),
        )
        for c in sorted(made.together, key=_reached_first)
    ]
    head = columns(
        *("Stream", "Unit", "Year", "Known", "Taken together", "Still taken after adaptation", "Levers"),
        *("Backed",),
        days=["Year"],
    )
    total = {f: amount(middle(made.total(f)), "USD") for f in ("base", "taken", "net")}
    said = [
        f"Revenue in all, million USD a year: {total['base']}. Taken: {total['taken']}; still taken"
        f" after adaptation: {total['net']}; once theft makes up a part:"
        f" {amount(middle(made.after_theft), 'USD')}.",
        "Overlaps count once and no total exceeds the streams that it cuts. Imports and what is not in"
        " dollars stand in no total.",
    ]
    return part("streams", "Streams and what is taken", head, rows, text=said, empty="No stream is bounded.")


def _reached_first(one: Cut) -> tuple[bool, bool, str]:
    return (not one.reached, not one.revenue, one.stream)


def flows(known: Sequence[Flow], cited: Cited) -> Section:
    """Every row of the day, by stream and year."""
    rows = [
        (
            by(cited, words(f.stream), f.statements),
            str(f.year),
            "not stated" if f.low is None else plain(f.low),
            "not stated" if f.high is None else plain(f.high),
            f.unit,
            f.kind or "not stated",
            words(f.status),
            f.partner or "not stated",
            mark(f.verified),
        )
        for f in known
    ]
    head = columns(
        *("Stream", "Year", "Low", "High", "Unit", "What it is", "Status", "Through whom", "Backed"),
        numbers=["Low", "High"],
        days=["Year"],
    )
    empty = "No row of a stream was public on this day. Ask a later day."
    return part("flows", "Streams by year and source", head, rows, empty=empty)


def assumptions(made: Pressure, cited: Cited) -> Section:
    """What is assumed, each with its range, whose it is, and why."""
    rows = [
        (
            words(n),
            f"{a.low:.3g} to {a.high:.3g}",
            a.basis,
            by(cited, a.why, a.statements),
            ", ".join(made.bearing.get(n, ())) or "none",
        )
        for n, a in ((n, made.assumed[n]) for n in made.used)
    ]
    head = columns("Assumption", "Share", "Whose", "Why", "Rows that tell of it without a share")
    return part(
        "assumptions",
        "Assumptions",
        head,
        rows,
        note="shares between 0 and 1; rerouting, ship to ship and cyber are adaptation",
        empty="",
    )


def default(one: Assumption) -> tuple[str, str]:
    """The ends of a share as a field shows them."""
    return f"{one.low:.3g}", f"{one.high:.3g}"
