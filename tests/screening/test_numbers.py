"""Identifiers: an equal one is a hit, another hull's is none, and what is no number decides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screening.made import ask, party, screener
from yalu.errors import UsageError
from yalu.screening import Query
from yalu.screening.identifiers import imo_fails, kind_of, normal


def test_a_number_alone_is_a_hit(tmp_path: Path) -> None:
    one = screener(tmp_path, party("x", "Person", "Ri Hong Sop", passportNumber="PS-472 310 082"))
    [hit] = ask(one, identifiers=[("passport", "ps472310082")])
    assert hit.alert
    assert any("passport number is the same" in r for r in hit.reasons)
    assert ask(one, "Jane Doe", identifiers=[("passport", "ps472310082")])[0].alert


def test_one_mmsi_on_two_hulls_gives_both(tmp_path: Path) -> None:
    one = screener(
        tmp_path,
        party("a", "Vessel", "Chong Chon Gang", mmsi="445114000", imoNumber="7937317")
        + party("b", "Vessel", "Tong Chon", mmsi="445114000", imoNumber="8626185"),
    )
    hits = ask(one, identifiers=[("mmsi", "445114000")])
    assert [(h.id, h.alert) for h in hits] == [("a", True), ("b", True)]
    assert all("which others may bear too" in h.reasons[0] for h in hits)
    decided = ask(one, identifiers=[("mmsi", "445114000"), ("imo", "7937317")])
    assert [(h.id, h.alert) for h in decided] == [("a", True), ("b", True)]
    assert decided[0].score > decided[1].score


def test_imo_decides_for_ships(tmp_path: Path) -> None:
    one = screener(tmp_path, party("x", "Vessel", "Victory 3", "Old Name", imoNumber="9314650"))
    renamed = ask(one, "Quite Other", schema="Vessel", identifiers=[("imo", "IMO 9314650")])
    assert renamed[0].alert
    other = ask(one, "Victory 3", schema="Vessel", identifiers=[("imo", "9187629")])
    assert not other[0].alert
    assert any("another hull" in r for r in other[0].reasons)


def test_an_imo_that_does_not_exist_decides_nothing(tmp_path: Path) -> None:
    one = screener(tmp_path, party("x", "Vessel", "Hae Un", imoNumber="Does not exist"))
    query = Query(names=["Hae Un"], schema="Vessel", identifiers=[("imo", "Does not exist")])
    assert query.problems
    [hit] = one.screen(query)
    assert hit.alert
    assert not any("the same" in r for r in hit.reasons if r.startswith("imo"))
    assert ask(one, identifiers=[("imo", "Does not exist")]) == []


def test_a_bad_check_digit_is_told(tmp_path: Path) -> None:
    assert imo_fails("9187620")
    assert not imo_fails("9187629")
    one = screener(tmp_path, party("x", "Vessel", "Hae Un", imoNumber="9187620"))
    [hit] = ask(one, identifiers=[("imo", "9187620")])
    assert any("fails its check digit" in r for r in hit.reasons)


def test_kinds_and_forms() -> None:
    assert kind_of("IMO number") == kind_of("imoNumber") == "imo"
    assert kind_of("call_sign") == "call-sign"
    assert normal("bic", "HNRBBY2XXXX") == "HNRBBY2X"
    assert normal("passport", "none") == normal("passport", "0000000") == normal("mmsi", "12345") == ""
    with pytest.raises(UsageError):
        kind_of("shoe size")
