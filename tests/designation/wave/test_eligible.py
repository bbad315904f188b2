"""No wave holds a pair that nothing public bears: on casebooks drawn by chance, and on the real one."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.designation.made import evidence as made
from tests.designation.made import listed, stated, tied
from tests.sections import MEMO, TODAY
from yalu.designation.eligibility import Verdict, assess
from yalu.designation.wave.eligible import Eligible, eligible
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.graph import of_scope
from yalu.model.statement import Statement
from yalu.regimes import Regime

BY = ("US", "EU")
DAYS = ("2009-01-01", "2015-05-01", "2016-06-01", "2017-06-14", "2018-01-01")
GRADES = (
    "un_panel",
    "press",
    "think_tank",
    "charge_or_complaint_allegation",
    "unverified",
    "charge_later_acquitted",
)
TYPES = ("supplied", "acts_for", "front_for", "owned_by", "linked_to")


def drawn(seed: int) -> list[Statement]:
    """A casebook of ten parties around two listed ones; much is unverified, too late, or listed already."""
    rng = Random(seed)
    parties = [f"p{i}" for i in range(10)]
    rows = [
        listed("komid", "US", "2010-01-01", "EO 13382"),
        listed("komid", "UN", "2009-04-24", "1718 Committee"),
        listed("tanchon", "UN", "2009-04-24", "1718 Committee"),
    ]
    for party in parties:
        rows.append(stated(party, "country", "SG"))
        for _ in range(rng.randint(0, 3)):
            grade = rng.choice(GRADES)
            basis = "own_knowledge" if grade == "unverified" or rng.random() < 0.2 else "stored"
            other = rng.choice(["komid", "tanchon", *parties])
            if other != party:
                work = rng.choice(["W_PRESS", "W_OTHER", "W_COURT"])
                rows.append(
                    tied(party, rng.choice(TYPES), other, grade, rng.choice(DAYS), cites=work, basis=basis)
                )
        for by in BY:
            if rng.random() < 0.2:
                lead = {"basis": "own_knowledge"} if rng.random() < 0.2 else {}
                rows.append(listed(party, by, rng.choice(DAYS), "1718", **lead))
    return list({s.id: s for s in rows}.values())


def check(scope: Scope, found: Eligible) -> None:
    """By the statements themselves, and not by the code that chose."""
    day = scope.view.when.as_of
    assert [p.key for p in found.pairs] == sorted({p.key for p in found.pairs})
    for pair in found.pairs:
        ids = scope.joins.ids(pair.party)
        on_list = scope.view.statements(prop="Sanction", value=pair.authority, party=tuple(ids))
        assert not [s for s in on_list if not s.lead], pair
        assert pair.statements and pair.party not in scope.aggregates
        for one in pair.statements:
            [s] = scope.view.evidence.rows("id = ?", [one])
            assert not s.lead and s.grade != "unverified" and s.known_hi <= day, pair
        [ground] = [
            a for a in assess(scope.view, pair.party, pair.authority) if a.criterion == pair.criterion
        ]
        assert ground.verdict is Verdict.SUFFICIENT and ground.since <= day
        assert set(pair.statements) <= {f.id for f in ground.met}


def test_pairs_of_drawn_casebooks_are_all_borne_out(tmp_path: Path, regime: Regime) -> None:
    assert regime.brief is not None
    pairs = 0
    for seed in range(5):
        scope = Scope(made(tmp_path / str(seed), *drawn(seed)).at(MEMO), regime.brief)
        found = eligible(scope, of_scope(scope), BY)
        check(scope, found)
        pairs += len(found.pairs)
    assert pairs > 5


@pytest.mark.parametrize("day", [MEMO, TODAY])
def test_pairs_of_the_casebook_are_all_borne_out(evidence: Evidence, regime: Regime, day: str) -> None:
    assert regime.brief is not None
    scope = Scope(evidence.at(day), regime.brief, regime.memo_day)
    found = eligible(scope, of_scope(scope), BY)
    check(scope, found)
    assert len(found.pairs) > 50
    for authority in BY:
        said = found.left_out[authority]
        assert sum(said.values()) + sum(p.authority == authority for p in found.pairs) > 100


def test_what_is_thin_is_a_pair_only_where_it_is_asked_for(tmp_path: Path, regime: Regime) -> None:
    assert regime.brief is not None
    rows = (
        listed("komid", "US", "2010-01-01", "EO 13382"),
        tied("party", "supplied", "komid", "press"),
    )
    scope = Scope(made(tmp_path, *rows).at(MEMO), regime.brief)
    strict, thin = (eligible(scope, of_scope(scope), ["US"], thin=flag) for flag in (False, True))
    assert [p.party for p in strict.pairs] == []
    assert [(p.party, p.verdict) for p in thin.pairs] == [("party", "thin")]
