"""Verdicts on the casebook: what a day shows, what decides nothing, and that nothing peeks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sections import MEMO, TODAY
from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.model.statement import Statement, canonical
from yalu.ownership import Docket, Says, consequences, rule
from yalu.ownership.shares import FULL, percent
from yalu.ownership.tie_reading import joined, told

HAMBURG, KNIC = "x-knic-hamburg", "ofac-20573"


@pytest.fixture(scope="module")
def today(evidence: Evidence) -> Docket:
    return Docket(evidence.at(TODAY))


def says(evidence: Evidence, by: str, as_of: str, on: str = "") -> Says:
    return Docket(evidence.at(as_of, on)).answer(rule(by), HAMBURG).verdict.says


def test_a_verdict_is_that_of_its_day(evidence: Evidence) -> None:
    assert says(evidence, "ofac", MEMO) is Says.BLOCKED
    assert says(evidence, "ofac", "2015-07-02") is Says.NOT_BLOCKED, "nobody could know the tie"
    assert says(evidence, "eu", MEMO) is Says.NOT_BLOCKED
    assert says(evidence, "eu", TODAY) is Says.BLOCKED
    assert says(evidence, "uk", TODAY) is Says.NOT_BLOCKED


def test_an_answer_has_its_proof_its_ties_and_what_would_change_it(today: Docket) -> None:
    answer = today.answer(rule("ofac"), HAMBURG)
    [step] = answer.verdict.proof
    assert (step.owner, step.owned, step.text()) == (KNIC, HAMBURG, "100%")
    [tie] = [today.ownership.statements[one] for one in step.statements]
    assert (tie.party, tie.value, tie.details["type"]) == (KNIC, HAMBURG, "branch_of")
    kinds = {change.kind: change for change in answer.changes}
    assert kinds["delisting"].party == KNIC and kinds["sale"].points == percent("50")
    assert "KOREA NATIONAL INSURANCE" in kinds["delisting"].says


def test_without_listings_it_says_that_none_are_held(today: Docket) -> None:
    answer = today.answer(rule("uk"), HAMBURG)
    assert "no_listing" in {finding.code for finding in answer.findings}


def test_unverified_and_ended_ties_decide_nothing(today: Docket) -> None:
    leads = {s.id for s in today.ownership.statements.values() if s.lead}
    used = {one for refs in today.holdings.refs for one in refs}
    assert leads and not leads & used
    ended = [s for s in today.ownership.statements.values() if s.details.get("type") == "former_owner_of"]
    assert ended and not {s.id for s in ended} & used


def test_a_ship_is_property_and_gets_no_verdict_by_the_rule(today: Docket) -> None:
    [ship, *_] = sorted(owned for _, owned in today.ownership.things if owned.startswith("imo-"))
    assert ship not in today.holdings.number
    assert "property" in {finding.code for finding in today.answer(rule("ofac"), ship).findings}


def test_holdings_of_several_owners_in_time_contradict_each_other(today: Docket) -> None:
    found = {f.code: f for f in today.answer(rule("ofac"), "x-cheo").findings}
    assert found["above_100_percent"].parties == ("x-cheo",)
    assert all(f.parties == ("x-cheo",) for f in found.values())


def test_an_accusation_makes_nothing_certain(today: Docket) -> None:
    ties = today.ownership.statements
    alone = [
        e
        for e, refs in enumerate(today.holdings.refs)
        if {ties[one].grade for one in refs} == {"charge_or_complaint_allegation"}
    ]
    assert alone and all(today.holdings.low[e] == 0 for e in alone)


def test_what_if_and_consequences_tell_the_same(evidence: Evidence) -> None:
    view = evidence.at(TODAY)
    docket = Docket(view)
    assert docket.what_if(rule("ofac"), KNIC) == {}, "it is listed already"
    reached = docket.what_if(rule("uk"), KNIC)
    assert HAMBURG in reached[Says.BLOCKED]
    found = {f.code: f for f in consequences(view, KNIC)}
    assert found["uk_blocked"].parties == tuple(reached[Says.BLOCKED])
    assert set(found["uk_blocked"].statements) <= docket.ownership.statements.keys()
    assert not [code for code in found if code.startswith("ofac")]
    assert consequences(view, KNIC, docket=docket) == list(found.values())
    assert consequences(view, "no-such-party") == []


def test_nothing_later_than_the_day_is_read(evidence: Evidence) -> None:
    for mode in Mode:
        docket = Docket(evidence.at(MEMO, mode=mode))
        known = {s.id for s in docket.view.statements()}
        assert {one for refs in docket.holdings.refs for one in refs} <= known
        for by in ("ofac", "eu"):
            assert {s.id for rows in docket.ownership.listings(rule(by)).values() for s in rows} <= known


def test_bodies_of_the_state_are_blocked_by_status_since_2016(today: Docket) -> None:
    bodies = today.ownership.by_status(rule("ofac"), "2016-03-16")
    assert "ofac-21308" in bodies and "iran-MODAFL" not in bodies
    assert not today.ownership.by_status(rule("ofac"), "2016-03-15")
    assert not today.ownership.by_status(rule("eu"), TODAY)
    owned = [
        p
        for p in today.holdings.ids
        if bodies
        & {today.holdings.ids[today.holdings.owner[e]] for e in today.holdings.of(today.holdings.number[p])}
    ]
    found = today.answer(rule("ofac"), owned[0]).findings
    assert "state_owned" in {finding.code for finding in found}


def tie(evidence: Evidence, **changed: str) -> Statement:
    """The tie of a branch, with other columns."""
    docket = Docket(evidence.at(TODAY))
    found = next(s for s in docket.ownership.statements.values() if s.value == HAMBURG)
    return replace(found, **changed)


def test_statements_of_one_holding_bound_it(evidence: Evidence) -> None:
    def share(kind: str, grade: str = "register", **detail: str) -> Statement:
        return tie(evidence, grade=grade, detail=canonical({"type": kind, **detail}))

    read = {
        "one figure": [share("owner_of", share_pct="60")],
        "a band": [share("owner_of", share_pct_lo="25", share_pct_hi="50")],
        "two figures": [share("owner_of", share_pct="60"), share("shareholder_of", share_pct="55")],
        "a figure and none": [share("owner_of", share_pct="60"), share("owner_of")],
        "none": [share("owner_of")],
        "a subsidiary": [share("subsidiary_of")],
        "control": [share("controlled_by")],
        "an accusation": [share("owner_of", "charge_or_complaint_allegation", share_pct="60")],
        "more than all": [share("owner_of", share_pct="160")],
    }
    found = {name: joined([one for s in rows if (one := told(s))]) for name, rows in read.items()}
    assert found == {
        "one figure": (percent("60"), percent("60"), False, False),
        "a band": (percent("25"), percent("50"), False, False),
        "two figures": (percent("55"), percent("60"), False, True),
        "a figure and none": (percent("60"), percent("60"), False, False),
        "none": (0, FULL, False, False),
        "a subsidiary": (0, FULL, True, False),
        "control": (0, 0, True, False),
        "an accusation": (0, percent("60"), False, False),
        "more than all": (0, FULL, False, False),
    }
    assert told(share("owner_of", "charge_later_acquitted")) is None
    assert told(tie(evidence, prop="UnknownLink", detail=canonical({"role": "linked_to"}))) is None
    front = told(tie(evidence, prop="Representation", detail=canonical({"type": "front_for"})))
    assert front and (front.owner, front.owned) == (HAMBURG, KNIC)
