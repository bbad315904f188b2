"""Each rule on goods at its first and last day, and cases whose answers were written by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from yalu.evidence.view import Evidence
from yalu.fleet.cargo.movement import Movement
from yalu.fleet.cargo.question import ask
from yalu.fleet.cargo.rules import Rules
from yalu.regimes import Regime

TODAY = "2026-11-24"


def in_force(evidence: Evidence, on: str) -> set[str]:
    return {rule.id for rule in Rules(evidence, TODAY, on).in_force}


def beside(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def test_every_rule_holds_from_its_first_to_its_last_day(evidence: Evidence, regime: Regime) -> None:
    """The days come from the YAML, the rules in force from the snapshot."""
    rows = [r for r in regime.goods.rules if r.in_force_from and len(r.in_force_from) == 10]
    assert len(rows) == 84
    wanted: dict[str, dict[str, bool]] = {}
    for row in rows:
        first, last = row.in_force_from or "", row.in_force_until or ""
        wanted.setdefault(beside(first, -1), {})[row.id] = False
        wanted.setdefault(first, {})[row.id] = True
        if last:
            wanted.setdefault(last, {})[row.id] = True
            wanted.setdefault(beside(last, 1), {})[row.id] = False
        else:
            wanted.setdefault(TODAY, {})[row.id] = True
    for day, rules in sorted(wanted.items()):
        held = in_force(evidence, day)
        assert {r for r in rules if r in held} == {r for r, holds in rules.items() if holds}, day


def test_a_rule_that_never_applied_is_never_in_force(evidence: Evidence) -> None:
    """2375 set a second cap for 2018, which 2397 replaced before its first day."""
    for day in ("2017-12-31", "2018-01-01", "2019-01-01", TODAY):
        assert "g040" not in in_force(evidence, day)


CASES = """
coal          2701    KP -  2016-03-01  unknown
coal          2701    KP -  2016-03-02  prohibited  UNSCR 2270
coal          2701    KP -  2016-11-29  prohibited  UNSCR 2270
coal          2701    KP -  2016-11-30  prohibited  UNSCR 2270
coal          2701    KP -  2016-12-01  capped      UNSCR 2321
coal          2701    KP -  2016-12-31  capped      UNSCR 2321
coal          2701    KP -  2017-01-01  capped      UNSCR 2321
coal          2701    KP -  2017-08-04  capped      UNSCR 2321
coal          270112  KP -  2017-08-05  prohibited  UNSCR 2371
coal          27011290 KP - 2017-08-06  prohibited  UNSCR 2371
iron-ore      2601    KP -  2017-08-04  check
iron-ore      2601    KP -  2017-08-05  prohibited  UNSCR 2371
chapter       26      KP -  2017-08-05  check
refined       2710    -  KP 2017-09-30  check
refined       2710    -  KP 2017-10-01  capped      UNSCR 2375
refined       2710    -  KP 2017-12-31  capped      UNSCR 2375
refined       2710    -  KP 2018-01-01  capped      UNSCR 2397
crude         2709    -  KP 2017-09-10  unknown
crude         2709    -  KP 2017-09-11  capped      UNSCR 2375
crude         2709    -  KP 2017-12-23  capped      UNSCR 2397
vegetables    07      KP -  2017-12-21  unknown
vegetables    0709    KP -  2017-12-22  prohibited  UNSCR 2397
machinery     8429    -  KP 2017-12-21  unknown
machinery     8429    -  KP 2017-12-22  prohibited  UNSCR 2397
steel         7208    -  KP 2017-12-22  prohibited  UNSCR 2397
steel-out     7208    KP -  2017-12-22  unknown
textiles      6109    KP -  2017-09-10  unknown
textiles      6109    KP -  2017-09-11  check
coal-in       2701    -  KP 2018-01-01  unknown
rice          1006    -  KP 2018-01-01  unknown
before        2701    KP -  2005-01-01  unknown
chapter-77    7701    KP -  2018-01-01  unknown
chapter-98    9801    KP -  2018-01-01  unknown
elsewhere     2701    RU KR 2018-01-01  unknown
to-japan      1006    KP JP 2018-01-01  prohibited  Foreign
to-china      2701    KP CN 2017-08-15  prohibited  UNSCR 2371
us-before     1006    KP US 2011-04-17  unknown
us-first      1006    KP US 2011-04-18  prohibited  EO 13570
"""


@pytest.mark.parametrize("line", [line for line in CASES.splitlines() if line], ids=lambda s: s[:44].strip())
def test_by_hand(evidence: Evidence, line: str) -> None:
    _, code, start, end, on, verdict, *cited = line.split(maxsplit=6)
    ends = ["" if e == "-" else e for e in (start, end)]
    answer = ask(Rules(evidence, TODAY, on), Movement(code, *ends), "KP")
    assert answer.verdict == verdict
    assert answer.why.startswith(" ".join(cited))
