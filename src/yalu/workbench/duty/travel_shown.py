"""The verdict on a journey, the risk of detention, who was held, and the restriction beside the statute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yalu.model.countries import state
from yalu.travel.detentions import FIELDS, Detention
from yalu.travel.passport import Advice
from yalu.travel.risk import ASSUMPTIONS, Risk
from yalu.travel.statute import ASPECTS, Instrument, Record
from yalu.travel.verdict import LIMITS, Reason, Verdict
from yalu.workbench.duty.ranges import Bar, Kind, Ranges, ranges, span
from yalu.workbench.duty.scoped import by, columns, mark, part
from yalu.workbench.frame import Cell, Section
from yalu.workbench.frame.page import Model
from yalu.workbench.pages.common import Cited

SAYS = {
    "allowed": ("✓", "Allowed", "No rule that is held restricts this journey."),
    "needs_validation": ("◧", "Needs validation", "The passport is not valid for it without a validation."),
    "prohibited": ("✕", "Prohibited", "The passport may not be used for it."),
    "unknown": ("?", "Unknown", "What no rule covers is unknown, and never allowed."),
}
"""Sign, word and sentence of each answer: what is read first."""
ASPECT_WORDS = {
    "covers": "What it covers",
    "lasts": "How long it lasts",
    "exceptions": "Exceptions",
    "ends": "How it ends",
}

UNIT = "in 1,000 visits, 95 percent"
COUNTED: dict[Kind, str] = {
    "drawn": "cases that a stored text backs",
    "apart": "as the row counts them, in part from memory",
}


class Answered(Model):
    """A verdict as the page shows it."""

    verdict: str
    sign: str
    word: str
    says: str
    asked: str
    reasons: tuple[Cell, ...]
    apply_for: tuple[Cell, ...]
    missing: tuple[str, ...]
    limits: tuple[str, ...] = LIMITS


def answered(made: Verdict, cited: Cited) -> Answered:
    """The verdict with the days and the citation of each rule."""
    sign, word, says = SAYS[made.verdict]
    return Answered(
        verdict=made.verdict,
        sign=sign,
        word=word,
        says=says,
        asked=f"passport {made.passport}, {made.purpose.replace('_', ' ')}, on {made.on}",
        reasons=tuple(_reason(r, cited) for r in made.reasons),
        apply_for=tuple(_reason(r, cited) for r in made.apply_for),
        missing=tuple(made.missing),
    )


def _reason(one: Reason, cited: Cited) -> Cell:
    days = f"{one.since} to {one.until or 'the day of the text'}" if one.since else ""
    note = "; ".join(filter(None, (one.citation, days)))
    return by(cited, one.text, one.statements, note=f"({note})" if note else "")


def advice(made: Verdict, cited: Cited) -> Section:
    """What states tell their people of the day asked; it forbids nothing by itself."""
    own = [a for a in made.advice if a.state == made.passport]
    rest = [a for a in made.advice if a not in own]
    return _advice((*own, *rest), made.leads, cited, f"public by {made.on}")


def standing_advice(some: Sequence[Advice], leads: Sequence[Advice], cited: Cited) -> Section:
    """The same where no journey is asked about."""
    return _advice(some, leads, cited, "it forbids nothing by itself")


def _advice(some: Iterable[Advice], leads: Iterable[Advice], cited: Cited, note: str) -> Section:
    rows = [
        (state(a.state), by(cited, a.measure, a.statements), a.date or "undated", _backed(a, verified=v))
        for v, given in ((True, some), (False, leads))
        for a in given
    ]
    return part(
        "advice",
        "What states tell their people",
        columns("State", "Advice", "Date", "Backed", days=["Date"]),
        rows,
        note=note,
        empty="No advice of a state was public by this day.",
    )


def _backed(one: Advice, *, verified: bool) -> Cell:
    return Cell(text="in part from memory") if verified and one.in_part else mark(verified)


def drawing(found: Sequence[Risk], cited: Cited) -> Ranges | None:
    """Detentions in a thousand visits, each exposure with both counts."""
    bars = [
        Bar(
            label=by(cited, f"{r.group} visitors, {r.period}", r.statements, note=_counted(r)),
            said=_rate(r),
            kind="drawn" if r.counted.startswith("cases") else "apart",
            low=r.low,
            high=r.high,
        )
        for r in found
    ]
    return ranges("risk", "Detained on tour", UNIT, bars, words=COUNTED) if bars else None


def _rate(one: Risk) -> str:
    return f"{one.low:.2f}, no upper bound" if one.high is None else f"{one.low:.2f} to {one.high:.2f}"


def _counted(one: Risk) -> str:
    return f"{one.events} of {one.visitors_low:,} to {one.visitors_high:,} visits; {one.counted}"


def risks(found: Sequence[Risk], cited: Cited) -> Section:
    """The events and the exposure behind each rate."""
    rows = [
        (
            f"{r.group} visitors",
            r.period,
            by(cited, str(r.events), r.statements, note=r.counted),
            span(r.visitors_low, r.visitors_high),
            _rate(r),
        )
        for r in found
    ]
    return part(
        "rates",
        "Events over exposure",
        columns("Visitors", "Period", "Detained on tour", "Visits", "In 1,000 visits, 95 percent"),
        rows,
        note="exact intervals for rare events, over both ends of the visits",
        text=ASSUMPTIONS,
        empty="No count of visitors beside detentions was public on this day, so no rate is given. Ask a"
        " later day, or the mode likely.",
    )


def held(cases: Sequence[Detention], cited: Cited) -> tuple[Section, Section]:
    """Who was held, when, and how released: by a source that backs it, and apart what none backs."""
    backed, leads = ([c for c in cases if c.item.verified is v] for v in (True, False))
    return (
        part(
            "held",
            "Who was held, when, how released",
            HEAD,
            [_case(c, cited) for c in backed],
            note="a charge is what the detaining state alleged",
            empty="No detention of a visitor was public in a source that is held for this day.",
        ),
        part(
            "held-unverified",
            "Unverified, counted nowhere",
            HEAD,
            [_case(c, cited) for c in leads],
            note="no stored text backs these rows",
            empty="No unverified detention is held for this day.",
        ),
    )


HEAD = columns(
    *("Name", "State", "Came for", "Charge", "Detained", "Released", "How released"),
    days=["Detained", "Released"],
)


def _case(one: Detention, cited: Cited) -> tuple[object, ...]:
    told = {s.prop: s.value for s in one.all(*FIELDS)}
    return (
        by(cited, told["name"], one.all(*FIELDS)),
        told.get("nationality", "not stated"),
        told.get("visit", "not stated"),
        told.get("charge", "not stated"),
        told["detained"],
        told.get("released", "no release known"),
        told.get("outcome", "not known"),
    )


def compared(ways: Sequence[Instrument], cited: Cited) -> Section:
    """The instruments side by side, aspect by aspect."""
    head = columns("Aspect", *(f"{w.name} ({w.made_by})" for w in ways))
    rows: list[tuple[object, ...]] = []
    if ways:
        rows = [
            (ASPECT_WORDS[a], *(w.aspects.get(a) or "not known: no text of it is held" for w in ways))
            for a in ASPECTS
        ]
        rows.append(("Backed", *(mark(w.verified) for w in ways)))
        rows.append(("Source", *(Cell(cites=cited.of(*w.statements)) for w in ways)))
    return part(
        "statute",
        "The restriction beside the statute",
        head,
        rows,
        empty="No text on either was public in dated sources by this day.",
    )


def did(done: Record | None) -> Section:
    """What the notices did by the day."""
    rows: list[tuple[object, ...]] = []
    if done:
        since = f"since {done.unknown_since} no notice is held: unknown; a statute would not have lapsed so"
        rows = [
            ("Notices", str(done.notices)),
            ("In force since", done.first_day),
            ("Days in force", f"{done.days_in_force:,}"),
            ("The longest stands for", f"{done.longest} days"),
            ("Lapses", ", ".join(done.gaps) or "none"),
            ("Not known", since if done.unknown_since else "nothing up to this day"),
        ]
    return part(
        "record",
        "What the restriction did",
        columns("What", "By this day"),
        rows,
        empty="No notice was public on this day: no restriction is held. Ask a later day.",
    )


def reach(rows: Sequence[dict[str, str]]) -> Section:
    """What each does with each purpose that can be asked."""
    return part(
        "purposes",
        "Purpose by purpose",
        columns("Purpose", "Restriction", "Statute on tourist travel"),
        [(r["purpose"].replace("_", " "), r["restriction"], r["statute"]) for r in rows],
        note="where either stands",
        empty="",
    )


def reached(hit: dict[str, list[str]]) -> Section:
    """Detained US nationals by what would have reached them."""
    return part(
        "reached",
        "Whom either would have reached",
        columns("Reached by", "How many", "Who", numbers=["How many"]),
        [(name, len(who), ", ".join(who)) for name, who in hit.items() if who],
        note="detained US nationals whom a source backs",
        empty="No such detention was public by this day.",
    )
