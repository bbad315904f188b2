"""Verdicts on evidence made by hand: what is enough, what is thin, and what counts for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.designation.made import evidence, listed, stated, tied
from yalu.designation.eligibility import Assessment, Verdict, assess
from yalu.model.statement import Statement

DAY = "2017-06-13"
BLOCKED = listed("komid", "US", "2010-01-01", "EO 13382")
BLOCKED_LATER = listed("komid", "US", "2016-03-15", "EO 13722")
UN = listed("komid", "UN", "2009-04-24", "1718 Committee")


def found(folder: Path, criterion: str, *rows: Statement, by: str = "US", day: str = DAY) -> Assessment:
    made = {a.criterion: a for a in assess(evidence(folder, *rows).at(day), "party", by)}
    return made[criterion]


def test_a_listing_with_a_stated_ground_is_enough_alone(tmp_path: Path) -> None:
    one = found(tmp_path, "us-13382-programs", listed("party", "UN", "2016-03-02", "1718 Committee"))
    assert (one.verdict, one.missing) == (Verdict.SUFFICIENT, ())
    assert [(f.element, f.weight, f.date) for f in one.met] == [("programs", "strong", "2016-03-02")]
    assert one.sources == ("C_13382",) and one.since == "2005-06-28"


def test_listings_without_a_ground_are_one_voice(tmp_path: Path) -> None:
    rows = (
        listed("party", "JP", "2016-01-01", "FEFA"),
        listed("party", "AU", "2016-02-01", "Autonomous", cites="W_AU"),
    )
    one = found(tmp_path, "us-13382-programs", *rows)
    assert one.verdict is Verdict.THIN and len(one.met) == 2
    assert "The list does not give the ground of the entry." in one.missing


def support(grade: str, cites: str, **more: str) -> Statement:
    return tied("party", "supplied", "komid", grade, cites=cites, **more)


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([support("un_panel", "W_PRESS")], "sufficient"),
        ([support("press", "W_PRESS")], "thin"),
        ([support("press", "W_PRESS"), support("think_tank", "W_OTHER")], "sufficient"),
        ([support("press", "W_PRESS"), support("think_tank", "W_PRESS2")], "thin"),
        ([support("press", "W_PRESS"), support("think_tank", "W_PRESS")], "thin"),
        (
            [support("charge_or_complaint_allegation", w) for w in ("W_PRESS", "W_OTHER")],
            "thin",
        ),
        ([support("charge_or_complaint_allegation", "W_COURT"), support("press", "W_OTHER")], "sufficient"),
        ([support("charge_later_acquitted", "W_COURT")], "none"),
        ([], "none"),
    ],
)
def test_one_strong_statement_or_two_voices(tmp_path: Path, rows: list[Statement], verdict: str) -> None:
    one = found(tmp_path, "us-13382-support", BLOCKED, stated("party", "country", "SG"), *rows)
    assert one.verdict == verdict
    assert bool(one.missing) == (verdict != "sufficient")


def test_unverified_facts_are_shown_and_never_count(tmp_path: Path) -> None:
    lead = support("unverified", "W_OTHER", basis="own_knowledge")
    one = found(tmp_path, "us-13382-support", BLOCKED, lead, support("press", "W_PRESS"))
    assert one.verdict is Verdict.THIN
    assert [f.statement.basis for f in one.met] == ["stored"]
    assert [f.weight for f in one.leads] == ["nothing"] and "unverified" in one.leads[0].why


def test_an_unverified_end_of_a_tie_is_no_tie(tmp_path: Path) -> None:
    one = found(tmp_path, "us-13382-support", BLOCKED, support("un_panel", "W_PRESS", unverified="to;amount"))
    assert one.verdict is Verdict.NONE
    one = found(
        tmp_path / "b", "us-13382-support", BLOCKED, support("un_panel", "W_PRESS", unverified="amount")
    )
    assert one.verdict is Verdict.SUFFICIENT


def test_an_acquittal_stands_against(tmp_path: Path) -> None:
    one = found(tmp_path, "us-13382-support", BLOCKED, support("charge_later_acquitted", "W_COURT"))
    assert [f.why for f in one.contrary] == ["the charge ended in acquittal"]


def test_support_is_support_only_after_the_other_was_blocked(tmp_path: Path) -> None:
    early = tied("party", "supplied", "komid", day="2009-01-01")
    one = found(tmp_path, "us-13382-support", BLOCKED, early)
    assert one.verdict is Verdict.NONE and "older than the listing" in one.leads[0].why


def test_an_order_reaches_those_who_serve_whom_that_order_blocks(tmp_path: Path) -> None:
    rows = BLOCKED, tied("party", "supplied", "komid")
    assert found(tmp_path, "us-13382-support", *rows).verdict is Verdict.SUFFICIENT
    assert found(tmp_path, "us-13722-support", *rows).verdict is Verdict.NONE
    later = BLOCKED_LATER, tied("party", "supplied", "komid")
    assert found(tmp_path / "b", "us-13722-support", *later).verdict is Verdict.SUFFICIENT


def test_the_words_of_a_listing_do_not_make_an_order_older(tmp_path: Path) -> None:
    """A listing of 2010 whose words name an order of 2016 was tagged later: nobody knows since when."""
    rows = listed("komid", "US", "2010-01-01", "EO 13382/13722"), tied("party", "supplied", "komid")
    assert found(tmp_path, "us-13722-support", *rows).verdict is Verdict.NONE
    mark = stated("komid", "program", "DPRK3", "2016-12-01")
    assert found(tmp_path / "b", "us-13722-support", *rows, mark).verdict is Verdict.SUFFICIENT


def test_ownership_must_still_stand(tmp_path: Path) -> None:
    ended = {
        "to_lo": "2016-08-01",
        "to_hi": "2016-08-01",
        "ended_known_lo": "2016-08-01",
        "ended_known_hi": "2016-08-01",
    }
    rows = BLOCKED_LATER, tied("party", "owned_by", "komid", **ended)
    assert found(tmp_path, "us-13722-owned", *rows, day="2016-07-01").verdict is Verdict.SUFFICIENT
    gone = found(tmp_path / "b", "us-13722-owned", *rows)
    assert gone.verdict is Verdict.NONE and "had ended" in gone.leads[0].why


def test_a_law_on_knowing_conduct_wants_a_plea_or_a_finding(tmp_path: Path) -> None:
    panel = found(tmp_path, "us-nkspea-b1a", UN, tied("party", "supplied", "komid"))
    assert panel.verdict is Verdict.THIN and "knew" in panel.missing[-1]
    plea = tied("party", "supplied", "komid", "plea", cites="W_COURT")
    assert found(tmp_path / "b", "us-nkspea-b1a", UN, plea).verdict is Verdict.SUFFICIENT


def test_what_was_not_read_is_never_more_than_thin(tmp_path: Path) -> None:
    one = found(tmp_path, "us-13382-owned", BLOCKED, tied("party", "acts_for", "komid"))
    assert one.verdict is Verdict.THIN and "text" in one.doubts
    assert "read in no stored copy" in one.missing[-1]


def test_who_is_listed_is_no_candidate(tmp_path: Path) -> None:
    rows = listed("party", "US", "2016-01-01"), listed("party", "UN", "2016-01-01", "1718 Committee")
    view = evidence(tmp_path, *rows).at(DAY)
    assert assess(view, "party", "US") == []
    assert assess(view, "party", "EU")[0].verdict is Verdict.SUFFICIENT
    assert assess(view, "party", "US", although_listed=True)[0].criterion == "us-13382-programs"
    assert assess(evidence(tmp_path / "b", *rows).at("2015-12-31"), "party", "US")


def test_only_what_was_public_counts(tmp_path: Path) -> None:
    rows = BLOCKED, tied("party", "supplied", "komid", day="2017-06-14")
    assert found(tmp_path, "us-13382-support", *rows).verdict is Verdict.NONE
    assert found(tmp_path, "us-13382-support", *rows, day="2017-06-14").verdict is Verdict.SUFFICIENT
    with pytest.raises(ValueError, match="later than"):
        assess(evidence(tmp_path, *rows).at(DAY), "party", "US", "2017-06-14")


def test_a_listing_that_was_lifted_stands_against(tmp_path: Path) -> None:
    ended = {
        "to_lo": "2016-05-01",
        "to_hi": "2016-05-01",
        "ended_known_lo": "2016-05-01",
        "ended_known_hi": "2016-05-01",
    }
    one = found(tmp_path, "us-13382-programs", listed("party", "US", "2010-01-01", **ended))
    assert [f.says for f in one.contrary] == ["its listing by US ended, at the latest on 2016-05-01"]


def test_words_of_a_list_are_a_reason_to_read(tmp_path: Path) -> None:
    text = "Official of a bureau that buys parts for the ballistic missile program of the country."
    reason = stated("party", "reason", text, source="eu_1509", cites="", grade="government_listing")
    one = found(tmp_path, "us-13382-programs", reason)
    assert one.verdict is Verdict.THIN
    assert "ballistic missile" in one.met[0].passage and "by machine" in one.met[0].why


def test_a_vessel_of_a_listed_party_has_its_own_grounds(tmp_path: Path) -> None:
    view = evidence(tmp_path, stated("party", "imoNumber", "9074729", kind="Vessel")).at(DAY)
    assert {"un-2321-12"} == {a.criterion for a in assess(view, "party", "UN") if "2321" in a.criterion}
    company = evidence(tmp_path / "b", stated("party", "country", "SG")).at(DAY)
    assert not [a for a in assess(company, "party", "UN") if "2321" in a.criterion]
