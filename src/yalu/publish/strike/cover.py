"""The cover of a plan in words: the day at a glance, then each authority, the pairs, and what to tick off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from yalu.designation.strike.checklist import checklist
from yalu.designation.strike.make import minutes
from yalu.designation.strike.plan import Acting, Plan
from yalu.ledger.signature import NEEDED
from yalu.model.figures import counted
from yalu.model.words import DISCLAIMERS, MODES
from yalu.publish.citations import Citations
from yalu.publish.package.blocks import Block, Bullets, Document, Grid, Head, Para, Row, Section
from yalu.publish.package.numbers import Numbers
from yalu.publish.package.summary import AUTHORITY
from yalu.regimes.lead_times import Said

NOTICE = (
    "A plan puts a proposal in order; it decides nothing. Whether to list, whom and when, is for each"
    " authority. What is marked “from memory” no page backs: check it before the plan is used."
)


def cover(plan: Plan) -> Document:
    """The cover as a document; equal plans give equal ones."""
    works: Mapping[str, Mapping[str, str]] = {
        name: {k: str(v) for k, v in work.model_dump(exclude_none=True).items()}
        for name, work in plan.works.items()
    }
    n = Numbers(Citations(max(plan.begin.isoformat(), plan.read), works, plan.wave.mode))
    sections = [
        Section("day", "The day", tuple(_day(plan, n))),
        Section("lead", "Lead times, worked back", tuple(_leads(plan, n))),
        Section("pairs", "Whom, by whom, on what", tuple(_pairs(plan))),
        Section("checklist", "Checklist", tuple(_checklist(plan, n))),
        Section("signatures", "Signatures", tuple(_signatures())),
    ]
    return Document(
        title=f"Strike together on {plan.day}",
        subtitle=f"{counted(len(plan.pairs), 'pair')} of party and authority, {len(plan.acting)} authorities",
        head=f"plan {plan.id}, {plan.digest[:12]}",
        day=plan.begin.isoformat(),
        facts=(
            ("Plan", plan.id),
            ("To be signed", plan.digest),
            ("As known on", plan.wave.as_of),
            ("Mode", f"{plan.wave.mode}: {MODES[plan.wave.mode]}"),
            ("Work begins", plan.begin.isoformat()),
            ("Snapshot", plan.wave.snapshot or "not named by the wave"),
        ),
        notice=NOTICE,
        sections=tuple(sections),
        sources=tuple(n.citations.numbered()),
        disclaimers=DISCLAIMERS,
    )


def _day(plan: Plan, n: Numbers) -> list[Block]:
    rows = tuple(_when(a, n) for a in plan.acting)
    one = "All publish at one moment." if not plan.spread else f"Spread: {minutes(plan.spread)}."
    found: list[Block] = [
        Para(one),
        Grid("Who publishes when", ("Authority", "UTC", "Local", "Where", "Rests on"), rows),
    ]
    if plan.notes:
        found += [Head("To know before"), Bullets(tuple(Para(note) for note in plan.notes))]
    return found


def _when(acting: Acting, n: Numbers) -> Row:
    local, window = acting.publication.local, acting.publication.opening.window
    offset = local.utcoffset() or timedelta()
    hours = f"{offset // timedelta(minutes=1) / 60:+g} h"
    cells = (
        acting.by,
        f"{acting.publication.at:%Y-%m-%d %H:%M}",
        f"{local:%a %Y-%m-%d %H:%M} (UTC {hours})",
        acting.row.medium.text,
        f"medium: {acting.row.medium.basis}; hours: {window.said.basis}",
    )
    return n.row(cells, (), _works(acting.row.medium, window.said))


def _leads(plan: Plan, n: Numbers) -> list[Block]:
    found: list[Block] = []
    for a in plan.acting:
        lead = a.lead
        settled = lead.verdict == "in time"
        found += [
            Head(f"{a.by}: {a.row.body}"),
            Para(
                f"Work must begin by {lead.start_by}; by what works state alone, by {lead.sourced}. Begun on"
                f" {plan.begin}, it could publish on {lead.earliest} at the earliest.",
                mark=lead.verdict,
                dashed=not settled,
            ),
            Grid(
                f"Steps up to {a.publication.local:%Y-%m-%d}",
                ("Begin by", "Done by", "Days", "Step", "Rests on"),
                tuple(
                    n.row(
                        (
                            d.start.isoformat(),
                            d.end.isoformat(),
                            f"{d.step.days} {d.step.count}",
                            d.step.what,
                            d.step.basis,
                        ),
                        (),
                        [*d.step.src, *d.step.days_src],
                    )
                    for d in lead.steps
                ),
            ),
            Para(f"Effect: {a.row.effect.text} ({a.row.effect.basis}).", n.of((), a.row.effect.src)),
        ]
    return found or [Para("No lead time of any authority of the wave is held.")]


def _pairs(plan: Plan) -> list[Block]:
    rows = []
    for made in plan.pairs:
        folder, _ = plan.files.get((made.pair.party, made.pair.authority), ("", ""))
        state = f"{made.package.verdict.value}; {folder}" if made.package else f"no package: {made.refused}"
        rows.append(
            Row((made.pair.authority, f"{made.pair.name} ({made.pair.party})", made.pair.criterion, state))
        )
    words = (
        "What each listing rests on, sentence by sentence with its sources, is in the package of the pair, in"
        " packages.zip. To stand here is no finding of wrongdoing."
    )
    return [Para(words), Grid("Pairs", ("By", "Party", "Criterion", "Package"), tuple(rows))]


def _checklist(plan: Plan, n: Numbers) -> list[Block]:
    items = checklist(plan)
    found: list[Block] = []
    names = ["all", *(a.by for a in plan.acting)]
    for by in names:
        rows = tuple(
            n.row(("[  ]", item.due, item.text, item.basis), (), item.works)
            for item in items
            if item.authority == by
        )
        whom = "Everybody" if by == "all" else AUTHORITY.get(by, by).removeprefix("the ")
        found.append(Grid(whom, ("Done", "Due", "What", "Rests on"), rows))
    return found


def _signatures() -> list[Block]:
    rows = tuple(Row((str(i), "_" * 24, "_" * 12, "_" * 24)) for i in range(1, NEEDED + 1))
    return [
        Para(
            f"{NEEDED} different persons sign the content above in the ledger; a plan that changes has none."
        ),
        Grid("On paper, beside the ledger", ("No.", "Name", "Day", "Signature"), rows),
    ]


def _works(*said: Said) -> list[str]:
    return list(dict.fromkeys(work for one in said for work in one.src))
