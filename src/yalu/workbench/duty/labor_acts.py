"""What measures on workers take away, what states pledged, and who pays or sends workers under which rule."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.labor.block import Block
from yalu.labor.criteria import Rule
from yalu.labor.intake import Payer
from yalu.labor.model import Range
from yalu.labor.pledges import Pledge
from yalu.labor.rows import state_name
from yalu.labor.watched import Watched
from yalu.model.statement import Statement
from yalu.workbench.duty.ranges import span
from yalu.workbench.duty.scoped import by, columns, mark, part
from yalu.workbench.frame import Cell, Section
from yalu.workbench.pages.common import Cited, named


def measures(made: Sequence[Block], cited: Cited) -> Section:
    """By measure and year: the share assumed, the workers gone and the revenue that goes with them."""
    rows = []
    for one in made:
        m = one.measure
        hosts = ", ".join(state_name(h) for h in m.hosts)
        what = by(cited, m.name.replace("_", " "), m.statements, note=f"{m.instrument}, {m.date}, {hosts}")
        for y in one.years:
            low, high = y.share
            rows.append(
                (
                    what,
                    str(y.year),
                    f"{low:.0%} to {high:.0%}",
                    _round(y.workers),
                    _round(y.revenue, 1e6) if y.revenue else "not computed: no pay is known",
                    mark(m.verified),
                )
            )
    head = columns(
        *("Measure", "By", "Share gone, assumed", "Workers gone", "Revenue gone, million USD a year"),
        *("Backed",),
        days=["By"],
    )
    said = [f"{b.measure.name.replace('_', ' ').capitalize()}: assumed is that {_assumed(b)}" for b in made]
    return part(
        "measures",
        "What each measure takes away",
        head,
        rows,
        note="intervals of 95 percent; the shares are assumptions",
        text=said,
        empty="No measure was known on this day. Ask a later day.",
    )


def _assumed(one: Block) -> str:
    missing = ", ".join(one.missing)
    more = f" No estimate is known of {missing}, so nothing is taken there." if missing else ""
    return one.measure.assumption.rstrip(".") + "." + more


def _round(one: Range, scale: float = 1) -> str:
    return span(round(one.low / scale), round(one.high / scale), round(one.median / scale))


def reported(made: Sequence[Block], cited: Cited) -> Section:
    """What sources reported of a measure, against what was assumed."""
    rows = [
        (
            by(cited, r.text, r.statements),
            r.window,
            _fewer(r.share),
            b.measure.name.replace("_", " "),
            b.verdict(r),
        )
        for b in made
        for r in b.reported
    ]
    return part(
        "reported",
        "What was reported of them",
        columns("Of what", "When", "Change", "Measure", "Against the assumption"),
        rows,
        empty="Nothing was reported of a measure by this day.",
    )


def _fewer(share: float) -> str:
    if round(share, 2) == 0:
        return "no change"
    return f"{share:.0%} fewer" if share > 0 else f"{-share:.0%} more"


def pledged(found: Sequence[Pledge], cited: Cited) -> Section:
    """Pledges and duties by state, with what became of them."""
    return part(
        "pledges",
        "What states are to do",
        columns("State", "Pledge or duty", "Since", "Due", "Status", "Why", days=["Since", "Due"]),
        [
            (state_name(p.state), p.pledge, p.date, p.due, p.status, by(cited, p.why, p.statements))
            for p in found
        ],
        note="nothing is called kept: returns without a count of who stayed do not show it",
        empty="No pledge was public on this day.",
    )


def payers(found: Sequence[Payer], watched: Sequence[Watched], cited: Cited, on: str) -> Section:
    """Whom sources name as sending, employing or paying workers, with the criterion each meets on the day."""
    behind = {w.id: w.statements for w in watched}
    rows = [
        (
            _payer(p, cited, behind),
            p.role,
            ", ".join(state_name(c) for c in p.country.split(", ")) if p.country else "not stated",
            _lists(p),
            *(_rules(p, verdict) for verdict in ("met", "open", "not in force")),
        )
        for p in found
    ]
    return part(
        "payers",
        "Who sends, employs or pays workers",
        columns("Named in a source", "Role", "Country", "On a list", "Meets", "Open", "Not in force"),
        rows,
        note=f"criteria as they stood on {on}; being named is no finding",
        text=[
            "A criterion is met where a source gives the role that it names; all else is open to a person."
        ],
        empty="No sender or employer of workers was named in a source by this day.",
    )


def _payer(p: Payer, cited: Cited, behind: dict[str, tuple[Statement, ...]]) -> Cell:
    cites = cited.of(*behind.get(p.known_as, ()))
    if p.known_as and not p.known_as.startswith("labor."):
        return named(p.known_as, p.name, "Company", listed=bool(p.lists)).model_copy(update={"cites": cites})
    return Cell(text=p.name, cites=cites)


def _lists(p: Payer) -> Cell:
    return Cell(text=", ".join(p.lists)) if p.lists else Cell(text="on no list held", badge="named")


def _rules(p: Payer, verdict: str) -> str:
    return "; ".join(c.rule.name for c in p.criteria if c.verdict == verdict) or "none"


def criteria(rules: Sequence[Rule], cited: Cited, on: str) -> Section:
    """The criteria themselves: since when, which role meets them, and what a person has to answer."""
    rows = [
        (
            by(cited, r.name, r.statements),
            r.since,
            "in force" if r.since <= on else "not in force",
            ", ".join(sorted(r.met_by)) or "none",
            ", ".join(sorted(r.open_for)) or "none",
            r.question,
            Cell(text="stored text") if r.dated else Cell(text="first day unverified", badge="unverified"),
        )
        for r in rules
    ]
    head = columns(
        *(
            "Criterion",
            "Since",
            "On the day",
            "Role that meets it",
            "Role that is open",
            "Question",
            "Backed",
        ),
        days=["Since"],
    )
    return part(
        "criteria", "The criteria", head, rows, empty="No criterion on payers was public on this day."
    )
