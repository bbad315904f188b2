"""Would ``yalu next`` have helped: each listing after the memo, case by case: ``make bench NAME=next``.

On the packaged casebook alone, in strict mode: what could not be known the day before does not count. The
cases are few, so places and intervals are told, and no area under a curve.
"""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import store
from yalu.evidence import packaged
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.vocabulary import AUTHORITIES
from yalu.network.next.backtest import Case, by_tranche, from_one_day, share_within
from yalu.network.next.exposure import ranking
from yalu.regimes import load_regime

PLACES = (10, 20)


def main() -> None:
    """Rank, print each case, and store all."""
    regime = load_regime()
    if regime.brief is None:
        raise SystemExit("the regime has no brief.yaml")
    with TemporaryDirectory() as folder:
        place = Workspace(Path(folder))
        packaged.ensure(place)
        evidence = Evidence.open(place)
        plan, memo = regime.brief, regime.memo_day

        @cache
        def at(day: str) -> Scope:
            return Scope(evidence.at(day), plan, memo)

        began = time.process_time()
        now, ranked = at(regime.compiled), cache(ranking)
        rows = []
        for whose, authorities in (("US or UN", ("US", "UN")), ("any", AUTHORITIES)):
            cases = from_one_day(now, at(memo), ranked, authorities)
            print(f"\nin the network of {memo}, listed later by {whose} first: {len(cases)} cases")
            rows.append(_row(f"known on {memo}", whose, cases))
        for whose, authorities in (("US or UN", ("US", "UN")), ("any", AUTHORITIES)):
            cases = list(by_tranche(now, at, ranked, authorities, memo))
            known = [c for c in cases if c.first is not None]
            print(f"\nby tranche after {memo}, {whose}: {len(cases)} listings, {len(known)} tied before")
            rows.append(_row("the day before each listing", whose, cases))
        print(f"\n{time.process_time() - began:.1f} CPU s; {store('next', rows)}")


def _row(asked: str, whose: str, cases: list[Case]) -> dict[str, object]:
    known = [c for c in cases if c.first is not None]
    for c in known:
        place = f"{c.first}" if c.first == c.last else f"{c.first}-{c.last}"
        print(f"  {c.day}  {','.join(c.by):<12} place {place:>9} of {c.of:<4} {c.name}")
    shares = [share_within(cases, places) for places in PLACES]
    for s in shares:
        print(f"  within {s['places']}: {s['within']} of {s['cases']} ({s['low']:.2f} to {s['high']:.2f})")
    return {
        "asked": asked,
        "listed_by": whose,
        "listings": len(cases),
        "with_public_ties_before": len(known),
        "within": shares,
        "cases": [c.as_json() for c in known],
    }


if __name__ == "__main__":
    main()
