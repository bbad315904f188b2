"""A claim about the shares of several lists holds only where every list's share is as claimed."""

from __future__ import annotations

import re

import pytest

from tests.publish.sample import statement
from tests.sections import TODAY, Sections
from yalu.evidence.view import Item
from yalu.model.sentence import mutations, survives
from yalu.model.statement import Statement, canonical
from yalu.publish.claims import check_claims
from yalu.publish.share_check import share_of_listed
from yalu.publish.verdict import CONFIRMED, DIFFERS, UNCHECKED, Verdict

NOBODY = "XX"
"""A list that no source here holds."""


def share(authority: str, percent: int) -> Statement:
    said = {"listed_by": authority, "low": percent, "high": percent}
    text = canonical(said)
    more = {"kind": "Claim", "party": "q", "prop": "shares", "detail": text}
    return statement(int.from_bytes(authority.encode()), text, "M_Q09", **more)


def check(sections: Sections, **claimed: int) -> Verdict:
    fields = {"country": "KP", "on_day": "2016-08-31"}
    rows = [statement(n, v, party="q", kind="Claim", prop=p) for n, (p, v) in enumerate(fields.items())]
    shares = [share(authority, percent) for authority, percent in claimed.items()]
    return share_of_listed(sections.scope(TODAY), Item("q", [*rows, *shares]))


@pytest.fixture(scope="module")
def held(sections: Sections) -> dict[str, int]:
    """The shares as they are, read from what the check says of a claim that is surely wrong."""
    text = check(sections, UN=0, US=0).why.text
    return {a: round(float(p)) for a, p in re.findall(r"on the (\w+) list [^;]* ([\d.]+) percent", text)}


def test_every_list_must_agree(sections: Sections, held: dict[str, int]) -> None:
    assert set(held) == {"UN", "US"} and 0 < held["US"] < 90
    assert check(sections, **held).status == CONFIRMED
    for authority in held:
        wrong = held | {authority: held[authority] + 5}
        assert check(sections, **wrong).status == DIFFERS, authority


def test_a_list_whose_share_cannot_be_computed_decides_unless_another_differs(
    sections: Sections, held: dict[str, int]
) -> None:
    unknown = check(sections, UN=held["UN"], **{NOBODY: 84})
    assert unknown.status == UNCHECKED
    assert f"on the {NOBODY} list 0 of 0 parties, no share" in unknown.why.text
    assert check(sections, UN=held["UN"] + 5, **{NOBODY: 84}).status == DIFFERS
    assert check(sections, **{NOBODY: 84}).status == UNCHECKED


def test_the_sentence_is_made_from_both_lists_and_both_figures(sections: Sections) -> None:
    [claim] = [c for c in check_claims(sections.scope(TODAY)) if c.id == "q09"]
    assert claim.why is not None
    text = claim.why.text
    assert "on the UN list" in text and "(claimed: 84)" in text
    assert "on the US list" in text and "(claimed: 91)" in text
    assert [s.id for s, changed in mutations(claim.why) if survives(changed, text)] == []
