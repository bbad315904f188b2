"""Paths and points of convergence in the packaged casebook, and in evidence made for the purpose."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.network.evidence import joined, like, sample
from tests.sections import MEMO, TODAY, Sections
from yalu.network.expansion.convergence import Meeting, Point, value_key
from yalu.network.expansion.paths import Network
from yalu.network.expansion.patterns import patterns


@pytest.fixture(scope="module")
def network(sections: Sections) -> Network:
    return Network(sections.scope(MEMO))


def test_chinpo_is_one_tie_from_two_listed_parties(network: Network) -> None:
    found = network.paths("x-chinpo")
    assert (found.length, found.number) == (1, 2)
    assert {p.parties[-1] for p in found.paths} == {"imo-7937317", "ofac-17068"}
    assert "x-chinpo" not in found.lists and "UN" in found.lists["ofac-17068"]


def test_each_step_is_a_statement_that_ties_its_two_parties(sections: Sections, network: Network) -> None:
    found = network.paths("x-cecylia-kowalska", "ofac-19613")
    assert found.length == len(found.paths[0].steps) == 2
    for path in (*found.paths, *network.paths("x-tan-cheng-hoe").paths):
        for pair, step in zip(pairwise(path.parties), path.steps, strict=True):
            for tie in step:
                assert {tie.near, tie.far} == set(pair) and tie.statement.known_hi <= MEMO
                assert not tie.unverified
                assert tie.as_json()["statement"] in {s.id for s in sections.scope(MEMO).ties}
    roles = [step[0].text(found.names) for step in found.paths[0].steps]
    assert roles[0] == "Cecylia Kowalska officer of Armex Sp. z o.o."


def test_who_has_no_tie_has_no_path(network: Network) -> None:
    found = network.paths("x-bank-arab", "ofac-9345")
    assert (found.paths, found.number, found.leads) == ([], 0, [])


def test_unverified_ties_are_shown_apart_and_decide_nothing(sections: Sections, tmp_path: Path) -> None:
    one = sample(sections)
    leads = [
        like(one, "made-a", "name", "Made A"),
        like(one, "made-a", "UnknownLink", "ofac-9345", basis="own_knowledge", grade="unverified"),
    ]
    found = Network(joined(sections, leads, tmp_path)).paths("made-a")
    assert found.paths == [] and found.number == 0
    assert [p.parties for p in found.leads] == [("made-a", "ofac-9345")]
    assert found.leads[0].unverified and found.as_json()["unverified_paths"][0]["unverified"]


def test_two_ids_of_an_address_are_one(sections: Sections) -> None:
    assert value_key("address", "12 Invented St., Dandong") == value_key("address", "DANDONG, 12 Invented St")
    assert value_key("address", "Pyongyang, DPRK") == value_key("phone", "12") == ""
    assert value_key("phone", "+86 (415) 300-1234") == value_key("phone", "864153001234")


def test_companies_meet_at_an_address_unless_a_tie_explains_it(sections: Sections, tmp_path: Path) -> None:
    one = sample(sections)
    at = {
        "made-a": "12 Invented Street, Dandong",
        "made-b": "Dandong, 12 INVENTED STREET",
        "made-c": "Room 9, Other Rd",
    }
    at |= {"made-e": "12 Invented Street Dandong"}
    told = [like(one, p, "name", p.title()) for p in (*at, "made-d") if p != "made-e"]
    told += [like(one, "made-e", "name", "B, MADE")]
    told += [like(one, p, "address", a) for p, a in at.items()]
    told += [like(one, "made-d", "address", "Room 9 Other Rd"), like(one, "made-c", "Ownership", "made-d")]
    told += [like(one, "made-a", "UnknownLink", "ofac-9345"), like(one, "made-c", "UnknownLink", "ofac-9346")]
    points = Meeting(Network(joined(sections, told, tmp_path))).points()
    [point] = [p for p in points if p.kind == "address"]
    assert point.groups == (("made-a",), ("made-b", "made-e")), "two records of one name are one company"
    assert {s.party for s in point.statements} == {"made-a", "made-b", "made-e"}
    assert "office building" in point.innocent


def test_directors_of_separate_companies_are_found_with_their_statements(sections: Sections) -> None:
    meeting = Meeting(Network(sections.scope(MEMO)))
    points = {(p.kind, p.party): p for p in meeting.points()}
    tan = points["director", "x-tan-cheng-hoe"]
    assert tan.members == ["x-chinpo", "x-great-best-trading", "x-tonghee-shipping-agency"]
    assert len(tan.groups) == len(tan.ties) == 3
    assert all(
        set(p.members) >= {t.far if t.near == p.party else t.near for t in p.ties}
        for p in points.values()
        if p.party
    )


def test_every_point_has_an_innocent_explanation_and_what_it_rests_on(sections: Sections) -> None:
    for day in (MEMO, TODAY):
        meeting = Meeting(Network(sections.scope(day)))
        found: list[Point] = [*meeting.points(), *patterns(meeting)]
        assert {p.kind for p in found} >= {"director", "hub", "nominee"}
        for p in found:
            assert p.innocent and p.statements and len(p.groups) >= (3 if p.kind == "hub" else 2)
            assert all(s.known_hi <= day and not s.lead for s in p.statements)
