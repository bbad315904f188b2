"""The invented world: the same from one seed, matched in its sums, read whole by every reader."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from scipy.stats import ks_2samp

from tests.payments.conftest import Planted
from yalu.payments import Message, read
from yalu.payments.world import World, settings, write
from yalu.payments.world.truth import known


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_one_seed_gives_the_same_files_and_another_gives_others(tmp_path: Path) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        write(World(seed, 200), tmp_path / name, parquet=False)
    one, same, other = (_files(tmp_path / name) for name in "abc")
    assert one == same
    assert one["payments.csv"] != other["payments.csv"]


def test_sums_do_not_tell_planted_payments_from_others() -> None:
    world = World(11, 6_000, settings().model_copy(update={"planted": 0.2}))
    sums: dict[bool, list[float]] = {True: [], False: []}
    for one in world.transfers():
        sums[bool(one.scheme)].append(float(one.amount))
    assert len(sums[True]) == len(world.planted)
    assert ks_2samp(sums[True], sums[False]).statistic < 0.08


def test_every_message_is_read_and_every_payment_is_there_once(planted: Planted) -> None:
    found = list(read(planted.folder / "messages"))
    assert all(isinstance(one, Message) for one in found)
    kinds = Counter(one.type for one in found)
    assert {"pacs.008", "MT103", "pacs.009COV", "MT202COV", "pacs.002"} <= kinds.keys()
    with (planted.folder / "payments.csv").open() as file:
        table = {row["uetr"]: row for row in csv.DictReader(file)}
    assert len(table) == planted.world.count
    said = {
        p.uetr: p
        for m in found
        if isinstance(m, Message) and m.type in ("pacs.008", "MT103")
        for p in m.payments
    }
    assert said.keys() == table.keys()
    for uetr, payment in said.items():
        assert payment.amount is not None
        assert str(payment.amount.value) == table[uetr]["amount"]
        assert payment.date == table[uetr]["date"]


def test_days_are_in_order_and_the_split_is_by_time(planted: Planted) -> None:
    days = [one.day for one in planted.world.transfers()]
    assert days == sorted(days)
    with (planted.folder / "truth" / "planted.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert {row["scheme"] for row in rows} == {"dhid", "ftb", "labor"}
    assert all((row["half"] == "second") == (row["day"] >= "2019-01-01") for row in rows)


def test_every_number_of_a_bank_is_of_a_test(planted: Planted) -> None:
    assert all(bank.bic[0] == "X" and bank.bic[7] == "0" for bank in planted.world.cast.banks)


def test_what_becomes_public_does_so_on_its_day(planted: Planted) -> None:
    cast, given = planted.world.cast, planted.world.given
    assert known(cast.house, "2019-04-14") == ""
    assert known(cast.house, given.listings.house.isoformat()) == "lists"
    owned = [one for one in cast.fronts if one.owner is not None]
    assert {known(one, "2019-09-15") for one in owned} == {"", "ownership"}
    assert {known(one, "2019-09-16") for one in owned} == {"ownership"}
