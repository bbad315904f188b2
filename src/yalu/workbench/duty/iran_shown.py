"""Both programs side by side: parties, suppliers, visits, places, carriers, ships, and one timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yalu.evidence.view import Item
from yalu.iran.coincidence import ALPHA, LEAST, Coincidence
from yalu.iran.watch import Moment, Shared, Watch
from yalu.workbench.duty.scoped import by, columns, mark, part
from yalu.workbench.frame import Cell, Section
from yalu.workbench.pages.common import Cited, named

FAIR = "Being named is no finding of work for both programs."


def parties(watch: Watch, cited: Cited) -> tuple[Section, Section]:
    """Parties in both programs, and third parties that are tied to each."""
    head = columns("Party", "Why", "Lists of the one", "Lists of the other")
    return (
        part(
            "both",
            "In both programs",
            head,
            [_shared(one, watch, cited) for one in watch.both()],
            note="by lists, rows and backed ties",
            text=[FAIR],
            empty="No party of the regime is put into the other program by a source or list of this day.",
        ),
        part(
            "suppliers",
            "Shared suppliers",
            head,
            [_shared(one, watch, cited) for one in watch.suppliers()],
            note="third parties with a backed tie to each program",
            empty="No third party with a backed tie to each program is known on this day. That none is known"
            " does not mean that there is none.",
        ),
    )


def _shared(one: Shared, watch: Watch, cited: Cited) -> tuple[object, ...]:
    name = watch.scope.named(one.party)
    who = named(one.party, one.name, name.kind if name else "", listed=bool(one.lists or one.partner_lists))
    held = bool(watch.partner_listed)
    return (
        who.model_copy(update={"cites": cited.of(*one.statements)}),
        one.why,
        ", ".join(one.lists) or Cell(text="not on list", badge="off"),
        ", ".join(one.partner_lists)
        or Cell(
            text="not on list" if held else "no list loaded",
            badge="off" if held else "unknown",
        ),
    )


def timeline(found: Sequence[Moment], cited: Cited) -> Section:
    """Every backed event of the day in its order, with what answers it."""
    rows = [
        (
            Cell(text=f"{m.date} to {m.until}" if m.until else m.date, sort=m.date),
            m.kind.replace("_", " "),
            by(cited, m.what, m.statements),
            "; ".join(a.removeprefix("UN ") for a in m.answers if a.startswith("UN ")) or "none held",
            "; ".join(a for a in m.answers if not a.startswith("UN ")) or "none held",
        )
        for m in found
    ]
    return part(
        "timeline",
        "Timeline",
        columns("When", "Kind", "What", "UN authority", "US and other authority"),
        rows,
        note="visits, procurement, shipments, listings; authorities as of this day",
        empty="No event that bears on both programs was public by this day. Ask a later day.",
    )


def visits(watch: Watch, cited: Cited) -> Section:
    """Visits of technicians and postings, with what answers them."""
    rows = [
        (
            by(cited, i.text("who"), i.statements),
            i.text("kind"),
            i.text("place") or "not stated",
            i.text("purpose") or "not stated",
            " to ".join(i.text(p) for p in ("date", "date_to") if i.one(p)) or "day not stated",
            "; ".join(watch.answer(i.text("kind"))) or "none held",
        )
        for i in watch.visits()
    ]
    return part(
        "visits",
        "Technicians' travel and postings",
        columns("Who", "Kind", "Where", "For what", "When", "Answered by"),
        rows,
        empty="No visit or posting that a stored text backs was public by this day.",
    )


def places(watch: Watch, cited: Cited) -> tuple[Section, Section]:
    """Ports and airports, and carriers: with the role that a source gives."""
    return (
        part(
            "ports",
            "Ports and airports",
            columns("Name", "UN/LOCODE", "Role", "Backed"),
            [
                (
                    by(cited, i.text("name"), i.statements),
                    i.text("un_locode") or "not stated",
                    i.text("role") or i.text("note") or "not stated",
                    mark(i.verified),
                )
                for i in watch.places("ProgramPort")
            ],
            empty="No port or airport of the traffic was named by this day.",
        ),
        part(
            "carriers",
            "Airlines, aircraft and ships named as carriers",
            columns("Name", "Kind", "Role", "Date", "Backed", days=["Date"]),
            [_carrier(i, cited) for i in watch.places("ProgramCarrier")],
            note="with their role, as a source tells it",
            empty="No carrier was named by this day.",
        ),
    )


def _carrier(one: Item, cited: Cited) -> tuple[object, ...]:
    return (
        by(cited, one.text("name"), one.statements),
        one.text("kind") or "not stated",
        one.text("role") or "not stated",
        one.text("date") or "not stated",
        mark(one.verified),
    )


def lists(watch: Watch) -> Section:
    """How many parties each list puts under either program."""
    own: dict[str, int] = {}
    for listed in watch.own_lists.values():
        for code in {s.value for s in listed}:
            own[code] = own.get(code, 0) + 1
    other: dict[str, int] = {}
    for labels in watch.partner_listed.values():
        for label in labels:
            other[label] = other.get(label, 0) + 1
    rows = [("the one, North Korea", code, n) for code, n in sorted(own.items())]
    rows += [("the other, Iran", label, n) for label, n in sorted(other.items())]
    return part(
        "lists",
        "Lists of both regimes",
        columns("Program", "List", "Parties", numbers=["Parties"]),
        rows,
        text=() if watch.partner_listed else (NOT_LOADED,),
        empty="No list of either program is held for this day.",
    )


NOT_LOADED = (
    "No list of the other program is loaded for this day, so nobody is found on it, which is not the same as"
    " not being listed. Load UN and US lists under Sources."
)


def plainly(found: Coincidence | None, came: int, done: int) -> tuple[str, ...]:
    """The statistic, or in words that there is none, with how many days are held and needed."""
    if found is None:
        return (
            f"No statistic is made of whether visits come before tests: {came} visits and {done} tests with a"
            f" whole day are held, and {LEAST} of each are needed. There is the timeline alone.",
        )
    verdict = "shown" if found.p <= ALPHA else "not shown"
    return (
        f"Visits before tests: {verdict}. Of {found.visits} visits {found.followed} were followed by a test"
        f" within {found.window} days; chance gives {found.expected:.1f} (p = {found.p:.4f}, level {ALPHA}).",
        "That the one follows the other is no proof that it led to it.",
    )


def statistic(said: Iterable[str]) -> Section:
    """What is said of the coincidence."""
    more = "With files of your own: yalu iran watch --tests FILE --visits FILE --calls FILE."
    return Section(
        id="statistic",
        title="Visits and tests",
        text=tuple(Cell(text=x) for x in (*said, more)),
    )
