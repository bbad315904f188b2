"""The answer on boarding for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.fleet.inspection.powers import Power
from yalu.fleet.inspection.question import Boarding
from yalu.fleet.slots import plain

CAUTION = (
    "A rule gives no more than its ground and its consent allow; national law and advice decide the case."
)


def lines(answer: Boarding) -> Iterator[str]:
    """The verdict, the rules behind it, what follows a refusal, and what is only a lead."""
    s = answer.situation
    flag = f", flag {s.flag}" if s.flag else ""
    verdict = str(answer.verdict).upper()
    yield f"{s.by or 'a state'} in waters: {plain(s.zone)}{flag}, on {answer.when.on}: {verdict}"
    yield f"  {answer.why}"
    for title, powers in (
        ("rules on boarding and inspection", answer.reaching),
        ("other measures that reach these waters", answer.closing),
        ("only where both are parties, which is not held", answer.conditional),
        ("UNVERIFIED, decides nothing", answer.leads),
    ):
        if powers:
            yield f"  {title}"
            for power in powers:
                yield from _power(power)
    if answer.refusals:
        yield "  what follows a refusal"
        for who, power in answer.refusals:
            yield f"    by the {who}: {power.on_refusal or power.power} ({power.cite})"
            if power.report:
                yield f"      report: {_report(power)}"
    else:
        yield "  what follows a refusal: no rule that is held tells"
    yield f"  {CAUTION}"
    yield f"  as known on {answer.when.as_of} ({answer.when.mode})"


def _power(power: Power) -> Iterator[str]:
    last = f", last day {power.last}" if power.last else ""
    yield f"    {power.cite} ({power.id}, first day {power.first}{last})"
    yield f"      {power.who}, {power.force}: {power.power}; ground: {power.ground or 'not told'}"
    if power.consent:
        yield f"      consent: {power.consent}"
    if power.limits:
        yield f"      limits: {power.limits}"
    if power.report:
        yield f"      report: {_report(power)}"
    if power.doubts:
        yield f"      not read in a text: {', '.join(power.doubts)}"


def _report(power: Power) -> str:
    return ", ".join(f"{key}: {power.report[key]}" for key in ("what", "to", "when") if power.report.get(key))
