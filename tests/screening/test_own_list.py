"""An entry of a user's own list is told as such, and makes nobody listed."""

from __future__ import annotations

from pathlib import Path

from tests.screening.made import ask, party, screener, statement
from yalu.model.vocabulary import OWN_LISTING


def test_it_is_no_listing(tmp_path: Path) -> None:
    rows = [*party("c-1", "Person", "Ann Ames", listed=""), statement("c-1", "Person", OWN_LISTING, "mine")]
    [hit] = ask(screener(tmp_path, rows), "Ann Ames")
    assert (hit.status, hit.lists, hit.own_lists) == ("own list", (), ("mine",))
    assert not hit.listed and not hit.delisted
    assert any("your own list mine, which is no listing" in r for r in hit.reasons)
    assert hit.as_dict()["own_lists"] == ["mine"]
    assert not any("named in a source" in r for r in hit.reasons)


def test_beside_a_listing_it_changes_no_status(tmp_path: Path) -> None:
    rows = [*party("a-1", "Person", "Ann Ames"), statement("a-1", "Person", OWN_LISTING, "mine")]
    [hit] = ask(screener(tmp_path, rows), "Ann Ames")
    assert (hit.status, hit.own_lists) == ("listed", ("mine",))
    assert [one.authority for one in hit.lists] == ["US"]


def test_it_is_known_when_its_copy_is(tmp_path: Path) -> None:
    later = statement("a-1", "Person", OWN_LISTING, "mine", known_lo="2022-01-01", known_hi="2022-01-01")
    rows = [*party("a-1", "Person", "Ann Ames", listed=""), later]
    [before] = ask(screener(tmp_path, rows, as_of="2021-12-31"), "Ann Ames")
    assert (before.status, before.own_lists) == ("named in a source", ())
