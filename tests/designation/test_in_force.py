"""No law is used on a day on which it did not stand: each row and criterion at its first and last day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import chain

import pytest

from tests.sections import MEMO, TODAY
from yalu.coalition.authorities import Force, authorities, in_force
from yalu.designation.eligibility import assess
from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.model.dates import partial
from yalu.model.statement import COLUMNS
from yalu.model.vocabulary import AUTHORITIES
from yalu.regimes import Regime, latest_mention
from yalu.regimes.criteria import Criteria, Criterion


def shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


@pytest.fixture(scope="module")
def criteria(regime: Regime) -> Criteria:
    assert regime.criteria is not None
    return regime.criteria


@pytest.fixture(scope="module")
def laws(evidence: Evidence, tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """The rows of law alone: they are asked on hundreds of days."""
    folder = tmp_path_factory.mktemp("laws")
    write_parquet(
        folder / "statements.parquet", COLUMNS, evidence.rows("kind = 'Authority' AND prop = 'instrument'")
    )
    return Evidence(Snapshot(evidence.snapshot.id, {"casebook": folder}))


def test_every_authority_stands_from_its_first_to_its_last_day(laws: Evidence, regime: Regime) -> None:
    """Asked as known today, so that only force decides; an inexact first day counts at its end."""
    rows = {row.id: row for row in regime.authorities.authorities}
    edges = {partial(r.start).hi for r in rows.values()} | {partial(r.end).hi for r in rows.values() if r.end}
    days = sorted({shift(edge, n) for edge in edges for n in (-1, 0, 1)})
    assert len(days) > 200
    for day in (d for d in days if d <= TODAY):
        standing = {item.id for item in in_force(laws.at(TODAY, day)) if item.id in rows}
        wanted = {
            name
            for name, row in rows.items()
            if partial(row.start).hi <= day and (row.end is None or day <= partial(row.end).hi)
        }
        assert standing == wanted, day


def test_nothing_is_known_of_a_law_before_its_day(
    evidence: Evidence, regime: Regime, criteria: Criteria
) -> None:
    """Asked as known on the day itself, fewer rows may show, and never one that did not stand."""
    rows = {row.id: row for row in regime.authorities.authorities}
    for day in (
        "2006-10-13",
        "2006-10-14",
        "2016-11-30",
        "2017-06-13",
        "2017-08-02",
        "2017-09-20",
        "2020-08-10",
    ):
        for one in authorities(evidence.at(day), criteria):
            row = rows[one.id]
            assert partial(row.start).hi <= day and (row.end is None or day <= partial(row.end).hi), one.id
            assert one.until == "" or one.until <= day
            years = re.findall(r"\b20\d\d\b", " ".join(one.doubts))
            assert all(year <= day[:4] for year in years), (day, one.id, one.doubts)


def every(criteria: Criteria) -> list[Criterion]:
    return criteria.criteria


def test_every_criterion_at_its_first_and_last_day(criteria: Criteria, regime: Regime) -> None:
    rows = {row.id: row for row in regime.authorities.authorities}
    for c in every(criteria):
        first = partial(c.since).hi
        assert not c.stands(shift(first, -1)), c.id
        assert c.stands(first) and c.stands(shift(first, 1)), c.id
        assert partial(rows[c.authority].start).hi <= first, c.id
        if c.until:
            assert c.stands(c.until) and not c.stands(shift(c.until, 1)), c.id


def test_no_assessment_uses_a_criterion_out_of_force(evidence: Evidence, criteria: Criteria) -> None:
    """At every edge of every criterion, for every authority, on a party with evidence of many kinds."""
    view = evidence.at(TODAY)
    for authority in AUTHORITIES:
        known = criteria.of(authority)
        edges = {partial(c.since).hi for c in known} | {c.until for c in known if c.until} | {MEMO}
        for day in sorted(set(chain.from_iterable((shift(e, -1), e, shift(e, 1)) for e in edges))):
            assessed = assess(view, "x-bank-mrb", authority, day)
            wanted = {c.id for c in known if c.stands(day) and not c.kinds}
            assert {a.criterion for a in assessed} == wanted, (day, authority)


def test_on_the_day_of_the_memo_caatsa_and_eo_13810_are_not_there(evidence: Evidence) -> None:
    used = [a for by in AUTHORITIES for a in assess(evidence.at("2017-06-13"), "jp-sim-hyon-sop", by)]
    assert used
    assert all(a.since <= "2017-06-13" for a in used)
    assert not [
        a for a in used if "13810" in a.instrument or "CAATSA" in a.instrument or "1509" in a.instrument
    ]


def test_no_criterion_speaks_of_something_later(criteria: Criteria, regime: Regime) -> None:
    for c in every(criteria):
        said = " ".join((c.instrument, c.provision, c.text, c.to_decide))
        latest = latest_mention(said, regime.mentions)
        assert latest is None or latest.isoformat() <= partial(c.since).hi, (c.id, latest)


def test_likely_reads_an_inexact_day_at_its_earliest(criteria: Criteria) -> None:
    one = every(criteria)[0].model_copy(update={"since": "2016-03"})
    assert one.stands("2016-03-01", Mode.LIKELY) and not one.stands("2016-03-01")
    assert one.stands("2016-03-31") and not one.stands("2016-02-29", Mode.LIKELY)


def test_calls_are_no_duties(evidence: Evidence, criteria: Criteria) -> None:
    found = {a.id: a for a in authorities(evidence.at(TODAY), criteria)}
    calls = {"a009", "a014", "a015", "a018", "a019", "a024", "a027", "a047", "a055", "a167", "a181"}
    assert {a.id for a in found.values() if a.force is Force.CALL} == calls
    assert found["a068"].force is Force.DUTY and found["a023"].force is Force.DUTY
    assert found["a196"].force is Force.MUST and found["a203"].force is Force.MAY
    assert found["a010"].force is Force.EXEMPTION and found["a012"].force is Force.BODY
    assert all(a.cites for a in found.values())
    assert not found["a020"].verified and "provision" in found["a003"].doubts
