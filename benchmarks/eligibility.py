"""What was public before each US listing of a party of the regime: sufficient, thin or none, and why none.

Asked twice of each dated listing in the packaged casebook: by what was public the day before, and by what was
public on the day itself (the notice and its release, where the casebook has them), the listing itself left
out. Nothing here was fitted to the outcome; ``make bench NAME=eligibility`` runs it again. A ready workspace
with whole lists may be named: ``python -m benchmarks.eligibility DIR``.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import store
from yalu.cli.options import open_evidence
from yalu.designation.assessment import Assessment, Verdict
from yalu.designation.eligibility import assess
from yalu.designation.held import held
from yalu.evidence.scope import CASEBOOK
from yalu.evidence.view import Evidence, View
from yalu.model.clock import Mode
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

BY = "US"
NOTHING = "nothing about the party was public"
NAMED = "named, with no tie, listing or property"
OTHER = "something was public, and it answers no ground"
NO_WEIGHT = "what answers a ground is unverified or too old"
NO_GROUND = "no ground was in force"


@dataclass
class Outcome:
    """The counts of one moment."""

    moment: str
    mode: str
    listings: int = 0
    days: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    none_because: Counter[str] = field(default_factory=Counter)
    criteria: Counter[str] = field(default_factory=Counter)
    with_notice: Counter[str] = field(default_factory=Counter)
    """The same for the listings of which the casebook holds a tie that was public on that very day."""
    same_order: int = 0
    """Of those sufficient: one of the sufficient criteria is under an order that the listing names."""
    sufficient: list[str] = field(default_factory=list)


def dated(evidence: Evidence) -> dict[str, list[Statement]]:
    """The US listings of the casebook with an exact day, by that day; a party once, at its first."""
    view = evidence.at("9999-12-31")
    first: dict[str, Statement] = {}
    for s in view.statements(prop=LISTING, value=BY, source=CASEBOOK):
        exact = s.from_lo and s.from_lo == s.from_hi and "date" not in s.unverified
        if exact and not s.lead and (s.party not in first or s.from_lo < first[s.party].from_lo):
            first[s.party] = s
    days: dict[str, list[Statement]] = defaultdict(list)
    for s in first.values():
        days[s.from_lo].append(s)
    return dict(sorted(days.items()))


def ask(evidence: Evidence, days: dict[str, list[Statement]], back: int, mode: Mode) -> Outcome:
    """Assess each party ``back`` days before its listing."""
    out = Outcome("the day before" if back else "the day itself", mode.value, days=len(days))
    for day, listings in days.items():
        asked = (date.fromisoformat(day) - timedelta(days=back)).isoformat()
        view = evidence.at(asked, mode=mode)
        known = held(view)
        known.read(known.joins.head(s.party) for s in listings)
        for s in listings:
            found = assess(view, s.party, BY, although_listed=True)
            best = found[0].verdict if found else Verdict.NONE
            out.listings += 1
            out.verdicts[best.value] += 1
            out.kinds[s.kind][best.value] += 1
            ties = known.ties.get(known.joins.head(s.party), ())
            if any(day in (t.statement.known_lo, t.statement.known_hi) for t in ties):
                out.with_notice[best.value] += 1
            if best is Verdict.NONE:
                out.none_because[_why(view, s, found)] += 1
                continue
            out.criteria[found[0].criterion] += 1
            if best is Verdict.SUFFICIENT:
                words = str(s.details.get("authority", ""))
                met = [a for a in found if a.verdict is best]
                out.same_order += any(a.instrument.removeprefix("EO ") in words for a in met)
                out.sufficient.append(f"{day} {view.name(s.party)}: {found[0].criterion}")
        if sys.stderr.isatty():
            print(f"\r{out.moment}, {out.mode}: {day}", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return out


def _why(view: View, listing: Statement, found: list[Assessment]) -> str:
    known = held(view)
    head = known.joins.head(listing.party)
    told = [s for s in known.about(head) if not (s.prop == LISTING and s.value == BY)]
    ties = known.ties.get(head, ())
    if not found:
        return NO_GROUND
    if any(a.leads for a in found):
        return NO_WEIGHT
    if not told and not ties:
        return NOTHING
    named = {"name", "alias", "sameAs", "notes", "basis_note", "confidence"}
    return OTHER if ties or {s.prop for s in told} - named else NAMED


def main() -> None:
    """Ask both questions, print the counts, and store them."""
    with TemporaryDirectory() as folder:
        place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder)
        _, evidence = open_evidence(place, "", quiet=True)
        days = dated(evidence)
        rows = [ask(evidence, days, back, mode) for mode in Mode for back in (1, 0)]
    for row in rows:
        print(f"{row.moment} ({row.mode}): {row.listings} listings on {row.days} days")
        for verdict in Verdict:
            print(f"  {verdict.value:<11} {row.verdicts[verdict.value]:>4}")
        print(f"  of those sufficient, under an order that the listing names: {row.same_order}")
        print(f"  where a tie was public on the day of the notice: {dict(row.with_notice)}")
        for why, count in row.none_because.most_common():
            print(f"  none, since {why}: {count}")
        for criterion, count in row.criteria.most_common():
            print(f"  best met {criterion}: {count}")
    print(store("eligibility", rows))


if __name__ == "__main__":
    main()
