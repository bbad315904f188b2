"""The first words of a package: what is proposed, on which ground, and how far the evidence goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yalu.designation.assessment import Assessment, Verdict
from yalu.designation.package.model import Package
from yalu.model.figures import counted, joined
from yalu.publish.package.blocks import Block, Bullets, Para
from yalu.publish.package.numbers import Numbers

AUTHORITY = {
    "US": "the United States",
    "UN": "the UN Security Council",
    "EU": "the European Union",
    "UK": "the United Kingdom",
    "JP": "Japan",
    "KR": "the Republic of Korea",
    "AU": "Australia",
}
LABELS = {Verdict.SUFFICIENT: "Proposed for designation", Verdict.THIN: "Working paper, evidence thin"}
SAYS = {
    Verdict.SUFFICIENT: "By the weights of the regime’s rules, the evidence meets every element of it.",
    Verdict.THIN: "By the weights of the regime’s rules, the evidence meets it in part only.",
}


def subtitle(package: Package) -> str:
    """``Proposed for designation by the United States under EO 13382, s.1(a)(ii)``."""
    return f"{LABELS[package.verdict]}: by {AUTHORITY[package.authority]}, under {rule(package.grounds[0])}"


def rule(one: Assessment) -> str:
    """Instrument and provision."""
    return ", ".join(filter(None, (one.instrument, one.provision)))


def blocks(package: Package, n: Numbers) -> tuple[Block, ...]:
    """A few sentences, and what is still missing for the best criterion."""
    best = package.grounds[0]
    found: list[Block] = list(_opening(package, best, n))
    if best.missing:
        found += [
            Para("Still missing for this criterion:"),
            Bullets(tuple(Para(m) for m in best.missing)),
        ]
    if best.to_decide:
        found.append(Para(f"Left to the authority: {best.to_decide}", n.of((), best.sources)))
    return tuple(found)


def _opening(package: Package, best: Assessment, n: Numbers) -> Iterator[Para]:
    words = (
        "is proposed for designation"
        if package.verdict is Verdict.SUFFICIENT
        else "may be considered for designation"
    )
    yield Para(
        f"{package.name} {words} by {AUTHORITY[package.authority]} under {rule(best)}: {best.text}"
        f" {SAYS[best.verdict]}",
        n.of((), best.sources),
        best.verdict.value,
        best.verdict is not Verdict.SUFFICIENT,
    )
    behind = [s for f in best.met for s in (f.statement, *f.rests_on)]
    says = [f.says for f in best.met]
    if says:
        shown = joined(says[:3]) + (
            f", and {counted(len(says) - 3, 'further statement')}" if len(says) > 3 else ""
        )
        yield Para(f"What the evidence says: {shown}.", n.of(behind))
    count = Counter(a.verdict for a in package.assessments)
    parts = [f"{count[v]} {v.value}" for v in (Verdict.SUFFICIENT, Verdict.THIN, Verdict.NONE) if count[v]]
    yield Para(
        f"Held against {counted(len(package.assessments), 'criterion', 'criteria')} in force on"
        f" {package.when.on}: {joined(parts)}."
    )
    if package.listed:
        on = [f"{x.authority}" + (f" (since {x.since})" if x.since else "") for x in package.listed]
        yield Para(f"Listed by {joined(on)}.", n.of(s for x in package.listed for s in x.statements))
    else:
        yield Para("It is named in a source, and on no list that is held for this day.")
