"""Payers, supply chains and pledges, over the packaged casebook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.sections import MEMO, TODAY, Sections
from yalu.errors import UsageError
from yalu.labor import chain, criteria, intake
from yalu.labor.pledges import pledges
from yalu.labor.watched import watched

PAYROLL = b"""employer,role,country,nationality,workers,amount,currency,end
Crist SA,employer,PL,DPRK,20,10000,USD,2016-05-01
Some Agency,agent,RU,North Korean,200,,,
Silent Ltd,agent,RU,,5,,,
Other,boss,RU,,,,,
Mansudae Overseas Project Group,dispatcher,NA,KP,,,,2016-01-01
"""
CHAIN = b"""name,country,sector,worker_nationality,partner,rf-l18-06,housing.type
Rungrado Trading Corp,PL,shipbuilding,DPRK,,yes,
Acme Garments,CN,apparel,,,,yes
Blue Ltd,DE,software,,,,no
,CN,apparel,,,,
"""
Ask = Callable[[bytes, str], list[intake.Payer]]


@pytest.fixture(scope="module")
def ask(sections: Sections) -> Ask:
    def made(content: bytes, on: str) -> list[intake.Payer]:
        scope = sections.scope(TODAY)
        rules = criteria.rules(scope.view)
        return list(intake.read("payroll.csv", content, watched(scope), rules, on))

    return made


def verdicts(payer: intake.Payer) -> dict[str, str]:
    return {c.rule.name.split()[0] + c.rule.since: c.verdict for c in payer.criteria}


def test_each_row_of_a_payroll_with_its_criteria(ask: Ask) -> None:
    crist, agency, silent, other, mansudae = ask(PAYROLL, "2018-01-01")
    assert crist.known_as == "x-crist" and crist.amount == "10000 USD"
    assert verdicts(crist) == {
        "EO2016-03-15": "open",
        "CAATSA2017-08-02": "not in force",
        "NKSPEA2019-12-20": "not in force",
    }
    assert verdicts(agency)["EO2016-03-15"] == "met" and not agency.known_as
    assert verdicts(silent)["EO2016-03-15"] == "open"
    assert other.problem.startswith("'boss' is no role") and not other.criteria
    assert set(verdicts(mansudae).values()) == {"not in force"} and "UN" in mansudae.lists


@pytest.mark.parametrize(("on", "expected"), [("2016-03-14", "not in force"), ("2016-03-15", "met")])
def test_the_first_day_of_the_order(ask: Ask, on: str, expected: str) -> None:
    assert verdicts(ask(PAYROLL, on)[1])["EO2016-03-15"] == expected


def test_a_start_that_no_text_backs_never_decides(sections: Sections) -> None:
    rules = criteria.rules(sections.scope(TODAY).view)
    undated = [r for r in rules if not r.dated]
    assert len(undated) == 2
    for rule in undated:
        loose = replace(rule, met_by=frozenset({"agent"}))
        found = criteria.judge(loose, "agent", TODAY, of_country=True)
        assert found and found.verdict == "open"


def test_a_document_names_payers_by_page(sections: Sections) -> None:
    scope = sections.scope(TODAY)
    text = (
        b"Korea Rungrado General Trading sent 20 North Korean workers to Crist S.A. for USD 12,000 a month.\n"
    )
    found = list(intake.read("c.txt", text, watched(scope), criteria.rules(scope.view), TODAY))
    assert [(p.place, p.role) for p in found] == [("page 1", "employer"), ("page 1", "dispatcher")]
    assert found[1].amount == "USD 12,000" and verdicts(found[1])["EO2016-03-15"] == "met"


def test_whom_sources_name_on_the_day_of_the_memo(sections: Sections) -> None:
    scope = sections.scope(MEMO)
    payers = intake.known(watched(scope), criteria.rules(scope.view), MEMO)
    roles = {p.name: p.role for p in payers}
    assert roles["Crist S.A."] == "employer" and roles["Armex Sp. z o.o."] == "agent"
    assert {c.rule.name for p in payers for c in p.criteria} == {"EO 13722 s.2(a)(iv)"}
    assert not any("aggregate" in name for name in roles)


def test_a_supply_chain_and_the_presumption(sections: Sections) -> None:
    rows = list(chain.check("chain.csv", CHAIN, chain.knowledge(sections.scope(TODAY))))
    assert [r.verdict for r in rows] == ["presumed", "look", "nothing found", "not read"]
    assert {s.kind for s in rows[0].signs} == {"employer", "host", "sector", "red flag", "presumption"}
    assert rows[0].rebut.startswith("CBP finds by clear and convincing evidence")
    assert "not shown" in rows[1].presumption and rows[3].problem == "the column name is empty"


@pytest.mark.parametrize(("day", "expected"), [("2017-08-01", "named"), ("2017-08-02", "presumed")])
def test_the_presumption_has_its_first_day(sections: Sections, day: str, expected: str) -> None:
    [first, *_] = chain.check("chain.csv", CHAIN, chain.knowledge(sections.scope(day)))
    assert first.verdict == expected


def test_a_table_without_names(sections: Sections) -> None:
    with pytest.raises(UsageError, match="no column name"):
        list(chain.check("chain.csv", b"a,b\n1,2\n", chain.knowledge(sections.scope(MEMO))))


def test_pledges_by_what_sources_count_later(sections: Sections) -> None:
    status = {(p.state, p.due): p.status for p in pledges(sections.scope(TODAY))}
    due = "2019-12-22"
    assert status["CN", due] == "contradicted"  # 100,000 counted for 2023
    assert status["RU", due] == status["QA", due] == "in part"  # a plan for 2025 is no count
    assert status["PL", due] == "unknown" and status["KW", ""] == "unknown"
    assert {p.status for p in pledges(sections.scope("2018-06-01")) if p.due} == {"due"}
    assert pledges(sections.scope(MEMO)) == []
