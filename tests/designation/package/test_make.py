"""A package is made of what was public and verified on the day, or it is not made, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.designation import made as hand
from tests.designation.made import listed, stated, tied
from yalu.designation.assessment import Verdict
from yalu.designation.package.flags import routes, safeguards
from yalu.designation.package.make import NoPackage, make_package
from yalu.designation.package.model import Package
from yalu.evidence.dossier import Dossier
from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.model.statement import Statement
from yalu.regimes import Regime

DAY = "2017-06-13"
KOMID = (
    listed("komid", "US", "2005-06-29", "EO 13382"),
    stated("komid", "name", "KOREA MINING DEVELOPMENT TRADING CORPORATION", "2005-06-29"),
)
BORN = stated("agent", "birthDate", "1964-07-17", kind="Person")
AGENT = (
    stated("agent", "name", "RI Won Ho", kind="Person"),
    stated("agent", "alias", "리원호", kind="Person", lang="ko"),
    BORN,
    tied("agent", "acts_for", "komid", kind="Person"),
)


def made(view_of: Evidence, regime: Regime, party: str, authority: str = "US", day: str = DAY) -> Package:
    assert regime.brief is not None
    return make_package(view_of.at(day), regime.brief, party, authority)


def refused(view_of: Evidence, regime: Regime, party: str, authority: str = "US", day: str = DAY) -> str:
    with pytest.raises(NoPackage) as error:
        made(view_of, regime, party, authority, day)
    assert error.value.exit_code == 1 and error.value.expected and error.value.do
    return error.value.what


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    canary: tuple[Statement, ...] = (
        stated("agent", "alias", "CANARY NAME", "2017-06-14", kind="Person"),
        stated("agent", "passportNumber", "CANARY1", "2017-06-14", kind="Person"),
        stated("canary", "name", "CANARY COMPANY", "2017-06-14"),
        tied("canary", "acts_for", "agent", day="2017-06-14"),
        listed("agent", "JP", "2017-06-14", "CANARY GROUND", kind="Person"),
    )
    more = (
        stated("agent", "alias", "UNVERIFIED NAME", kind="Person", basis="own_knowledge", grade="unverified"),
        stated("agent", "alias", "28-Jul", kind="Person", flag="damaged"),
        tied("agent", "owner_of", "front", kind="Person"),
        tied("front", "acts_for", "far", grade="charge_or_complaint_allegation"),
        tied("far", "acts_for", "farther"),
        stated("agent", "Family", "cousin", kind="Person", grade="un_panel", detail={"role": "family of"}),
        stated("cousin", "name", "RI Won Ho", kind="Person"),
    )
    return hand.evidence(tmp_path_factory.mktemp("known"), *KOMID, *AGENT, *more, *canary)


@pytest.fixture(scope="module")
def package(known: Evidence, regime: Regime) -> Package:
    return made(known, regime, "agent")


def test_a_party_that_is_listed_already_has_no_package_and_the_day_is_said(
    known: Evidence, regime: Regime
) -> None:
    said = refused(known, regime, "komid")
    assert "listed by US already" in said and "2005-06-29" in said


def test_before_its_listing_a_party_may_have_one(tmp_path: Path, regime: Regime) -> None:
    later = listed("agent", "US", "2017-07-01", "EO 13382", kind="Person")
    both = hand.evidence(tmp_path, *KOMID, *AGENT, later)
    assert made(both, regime, "agent").verdict is not Verdict.NONE
    assert "since 2017-07-01" in refused(both, regime, "agent", day="2017-07-01")


@pytest.mark.parametrize("more", [{"grade": "unverified"}, {"basis": "own_knowledge"}])
def test_what_is_only_unverified_gives_no_package(
    tmp_path: Path, regime: Regime, more: dict[str, str]
) -> None:
    name = stated("agent", "name", "RI Won Ho", kind="Person")
    lead = hand.evidence(
        tmp_path, *KOMID, name, tied("agent", "acts_for", "komid", **({"kind": "Person"} | more))
    )
    said = refused(lead, regime, "agent")
    assert "nothing verified" in said and "1 unverified lead not counted" in said


def test_a_party_without_statements_on_what_it_did_has_no_package(tmp_path: Path, regime: Regime) -> None:
    named = hand.evidence(tmp_path, *KOMID, stated("agent", "name", "RI Won Ho", kind="Person"), BORN)
    assert "even in part" in refused(named, regime, "agent")
    assert "even in part" in refused(named, regime, "nobody")


def test_before_an_authority_could_act_it_has_no_package(known: Evidence, regime: Regime) -> None:
    assert "No criterion of UK" in refused(known, regime, "agent", "UK", "2009-01-01")


def test_nothing_of_a_later_day_is_in_it(package: Package) -> None:
    assert "CANARY" not in repr(package)
    assert all(
        s.known_hi <= DAY for s in package.statements() if s.source == "casebook" and s.known_by != "x"
    )


def test_names_in_all_scripts_with_their_language(package: Package) -> None:
    assert [(n.value, n.lang, n.kind) for n in package.names] == [
        ("RI Won Ho", "", "name"),
        ("28-Jul", "", "also known as, damaged in its source"),
        ("리원호", "ko", "also known as"),
    ]
    assert package.subject.name is not None and package.subject.name.value == "RI Won Ho"
    assert [v.value for v in (*package.subject.original, *package.subject.aliases)] == ["리원호"]
    assert any("1 name damaged" in x.text for x in package.unknown)


def test_unverified_facts_are_shown_and_counted_nowhere(package: Package) -> None:
    assert any("UNVERIFIED NAME" in x.text for x in package.leads)
    assert "UNVERIFIED" not in repr(package.entries) + repr(package.names) + repr(package.grounds)


def test_the_network_ends_after_two_steps(package: Package) -> None:
    ties = {(t.begin.id, t.end.id): t for t in package.network.ties}
    assert set(ties) == {("agent", "komid"), ("agent", "front"), ("front", "far"), ("agent", "cousin")}
    assert [ties[k].step for k in (("agent", "komid"), ("front", "far"))] == [1, 2]
    assert ties["front", "far"].accusation and not ties["agent", "komid"].accusation
    assert ties["agent", "komid"].end.lists == ("US",)
    assert {t.statement.id for t in package.network.drawn} == {t.statement.id for t in package.network.ties}


def test_flags_come_from_the_evidence(package: Package) -> None:
    topics = [f.topic for f in package.flags]
    assert {"Namesakes", "Relatives"} <= set(topics)
    assert not {"A minor", "Persons at risk", "Accusations alone"} & set(topics)


def test_flags_come_from_the_rules_of_the_day(evidence: Evidence) -> None:
    def topics(kind: str, text: str = "", authority: str = "EU", day: str = DAY) -> list[str]:
        notes = [stated("x", "notes", text)] if text else []
        dossier = Dossier(("x",), "X", kind, [], [], [], {"notes": notes}, [], {})
        return [f.topic for f in safeguards(evidence.at(day), dossier, authority)]

    assert topics("Person") == ["UNSCR 1718, paras 9 and 10"]
    assert topics("Vessel") == ["UNSCR 1874, para 17"]
    assert topics("Company", "It sells medicine.") == ["UNSCR 2270, para 8"]
    assert topics("Company", authority="US") == ["NKSPEA s.208"]
    assert "UNSCR 2664, para 1" in topics("Company", day="2022-12-09")


def test_a_minor_is_flagged_only_while_every_reading_of_the_date_says_so(
    tmp_path: Path, regime: Regime
) -> None:
    for born, flagged in (("1999-06-14", True), ("1999-06-13", False), ("1999", False), ("2000", True)):
        rows = [s for s in AGENT if s.prop != "birthDate"]
        young = hand.evidence(
            tmp_path / born, *KOMID, *rows, stated("agent", "birthDate", born, kind="Person")
        )
        assert ("A minor" in [f.topic for f in made(young, regime, "agent").flags]) is flagged, born


def test_the_way_off_the_list_is_that_of_the_authority_and_the_day(
    evidence: Evidence,
) -> None:
    def instruments(authority: str, day: str) -> list[str]:
        return [r.instrument for r in routes(evidence.at(day), authority)]

    assert instruments("US", DAY) == ["31 CFR 501.807"]
    assert instruments("UN", DAY) == ["UNSCR 1730, annex"]
    assert instruments("UN", "2024-07-19") == ["UNSCR 1730, annex", "UNSCR 2744, annex I"]
    assert instruments("UK", DAY) == [] and len(instruments("UK", "2021-01-01")) == 2
    assert instruments("KR", "2026-11-24") == []
    for authority in ("US", "UN", "EU", "UK", "JP", "AU"):
        for route in routes(evidence.at("2026-11-24", mode=Mode.STRICT), authority):
            assert route.statements and all(s.cites for s in route.statements)
