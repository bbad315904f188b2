"""What to tick off before the day, on it and after it, for each authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yalu.designation.strike.plan import Acting, Plan
from yalu.ledger.signature import NEEDED
from yalu.model.figures import counted


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do, due on a day of the authority; ``kind`` says where it comes from."""

    authority: str
    due: str
    kind: Literal["step", "ready", "package", "flag", "publish", "after", "sign"]
    text: str
    basis: str = ""
    works: tuple[str, ...] = ()


def checklist(plan: Plan) -> list[Item]:
    """All items: by authority in the order of publication, those for everybody first."""
    first = min((a.lead.start_by for a in plan.acting), default=plan.day)
    return [
        Item("all", first.isoformat(), "sign", f"{NEEDED} persons sign this plan (yalu wave sign)"),
        Item("all", first.isoformat(), "ready", "one spelling of each name agreed for all lists"),
        *(item for a in plan.acting for item in _of(a)),
    ]


def _of(acting: Acting) -> Iterator[Item]:
    by, ready = acting.by, acting.ready_by.isoformat()
    for dated in acting.lead.steps:
        step = dated.step
        works = tuple(dict.fromkeys([*step.src, *step.days_src]))
        text = f"{step.what} (begin by {dated.start})"
        yield Item(by, dated.end.isoformat(), "step", text, step.basis, works)
    for made in acting.pairs:
        yield Item(by, ready, "package", f"{made.pair.name} ({made.pair.party}): {_package(made.refused)}")
        if made.package and made.package.grounds[0].missing:
            missing = " ".join(made.package.grounds[0].missing)
            yield Item(by, ready, "package", f"{made.pair.name}: still missing: {missing}")
        if made.differs:
            yield Item(by, ready, "package", f"{made.pair.name}: {made.differs}")
        flags = sorted({f.topic for f in made.package.flags}) if made.package else []
        if flags:
            questions = counted(len(flags), "flag")
            yield Item(by, ready, "flag", f"{made.pair.name}: answer {questions}: {', '.join(flags)}")
    for one in acting.row.ready:
        yield Item(by, ready, "ready", one.text, one.basis, tuple(one.src))
    local = acting.publication.local
    yield Item(
        by,
        local.date().isoformat(),
        "publish",
        f"publish at {local:%H:%M} {local.tzname()} ({acting.publication.at:%H:%M} UTC):"
        f" {acting.row.medium.text}",
        acting.row.medium.basis,
        tuple(acting.row.medium.src),
    )
    for one in acting.row.after:
        yield Item(by, local.date().isoformat(), "after", one.text, one.basis, tuple(one.src))


def _package(refused: str) -> str:
    return f"no package: {refused} Leave it out, or bring what is missing." if refused else "package read"
