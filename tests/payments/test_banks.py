"""What each bank carried, against the truth of an invented world, and case by case."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.payments.conftest import AS_OF, Planted
from tests.payments.made import mt103, pacs8
from yalu.cli.payments import banks as command
from yalu.errors import UsageError
from yalu.payments import read, read_bytes
from yalu.payments.banks import Alerts, BankExposure, Class, Exposure, Period, Role, exposure, read_alerts
from yalu.payments.chain import Chain

LISTED = "Dandong Hongxiang Industrial Development Co Ltd"


def _figures(bank: BankExposure) -> dict[str, Any]:
    return {
        "processed": bank.processed,
        "amounts": {code: str(value) for code, value in bank.amounts.items()},
        "unnamed": bank.unnamed,
        "refused": bank.refused,
        **{one.value.replace(" ", "_"): bank.count(one) for one in Class if one is not Class.NONE},
        "alerted": bank.alerted,
        "missed": bank.missed,
    }


def _of(*contents: bytes, chain: Chain, **given: Any) -> Exposure:
    return exposure((m for c in contents for m in read_bytes(c, "f")), chain, **given)


def _bank(found: Exposure, bank: str) -> BankExposure:
    (one,) = [b for b in found.banks if b.id == bank]
    return one


def test_every_bank_of_the_world_has_the_figures_of_the_truth(planted: Planted) -> None:
    alerts = read_alerts([str(planted.folder / "alerts")], AS_OF)
    found = exposure(read(planted.folder / "messages"), planted.chain, alerts=alerts)
    truth = {
        b["bank"]: b for b in orjson.loads((planted.folder / "truth" / "banks.json").read_bytes())["banks"]
    }
    assert {b.id for b in found.banks} == {bic for bic, t in truth.items() if t["processed"]}
    for bank in found.banks:
        mine = _figures(bank)
        assert mine == {name: truth[bank.id][name] for name in mine}, bank.id
    with (planted.folder / "truth" / "cases.csv").open() as file:
        cases = {(r["bank"], r["uetr"]): (r["says"], r["refused"] == "True") for r in csv.DictReader(file)}
    assert {(b.id, c.uetr): (c.says.value, c.refused) for b in found.banks for c in b.cases} == cases
    met = {says for says, _ in cases.values()}
    assert met == {one.value for one in Class if one is not Class.NONE}
    assert any(b.missed is None for b in found.banks)
    assert any(b.refused for b in found.banks)
    assert found.payments == planted.world.count


def test_nothing_known_after_as_of_counts_not_even_as_hindsight(planted: Planted) -> None:
    house = planted.world.given.listings.house.isoformat()
    early = Chain.open(planted.workspace, "2019-04-14")
    found = exposure(read(planted.folder / "messages"), early)
    later = exposure(read(planted.folder / "messages"), planted.chain, period=Period("", "2019-04-14"))
    assert found.as_of < house
    names = {planted.world.cast.house.name.casefold()}
    assert not [c for b in found.banks for c in b.cases if any(n in c.why.casefold() for n in names)]
    assert sum(b.processed for b in found.banks) == sum(b.processed for b in later.banks)
    assert sum(b.alertable for b in found.banks) == sum(b.alertable for b in later.banks)
    assert sum(b.hindsight for b in found.banks) < sum(b.hindsight for b in later.banks)
    assert any("after 2019-04-14" in noted.text for noted in found.left_out)


def test_the_table_form_gives_the_ends_the_same_figures(planted: Planted) -> None:
    tables = [
        exposure(read(planted.folder / f"payments.{form}"), planted.chain) for form in ("csv", "parquet")
    ]
    assert [_figures(b) for b in tables[0].banks] == [_figures(b) for b in tables[1].banks]
    assert tables[0].payments == planted.world.count
    messages = exposure(read(planted.folder / "messages"), planted.chain)
    for role in (Role.SENDER, Role.RECEIVER):
        by_table = {b.id: b.roles.get(role, 0) for b in tables[0].banks if b.roles.get(role)}
        assert by_table == {b.id: b.roles[role] for b in messages.banks if b.roles.get(role)}


def test_listed_later_is_hindsight_and_listed_then_is_alertable(chain: Chain) -> None:
    before = pacs8(creditor=LISTED, creditor_country="CN", date="2016-09-01", uetr="a")
    after = pacs8(creditor=LISTED, date="2016-10-01", uetr="b")
    bank = _bank(_of(before, after, chain=chain), "BANKFRPP")
    assert [c.says for c in bank.cases] == [Class.HINDSIGHT_LISTS, Class.LISTS]
    assert (bank.alertable, bank.hindsight, bank.alerted, bank.missed) == (1, 1, None, None)


def test_a_bank_s_alert_a_refusal_and_neither(chain: Chain, tmp_path: Path) -> None:
    alerts = tmp_path / "alerts.csv"
    alerts.write_text("reference,date,report\nE1,2018-01-02,yes\nE9,2018-01-02,\nE1,2099-01-01,\n")
    paid = pacs8(creditor=LISTED, date="2018-01-02", uetr="a")
    refused = pacs8(creditor=LISTED, date="2018-01-03", uetr="r").replace(b"E1", b"E2")
    no = b"""<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt><GrpHdr>
    <MsgId>N</MsgId><CreDtTm>2018-01-03T12:00:00Z</CreDtTm></GrpHdr><TxInfAndSts><OrgnlUETR>r</OrgnlUETR>
    <TxSts>RJCT</TxSts><InstgAgt><FinInstnId><BICFI>BANKFRPPXXX</BICFI></FinInstnId></InstgAgt></TxInfAndSts>
    </FIToFIPmtStsRpt></Document>"""
    own = read_alerts([f"BANKFRPP={alerts}"], AS_OF)
    found = _of(paid, refused, no, chain=chain, alerts=own)
    payee = _bank(found, "BANKFRPP")
    assert (payee.alertable, payee.alerted, payee.stopped, payee.missed) == (2, 1, 1, 0)
    assert (payee.alerts, payee.reports, payee.refused) == (1, 1, 1)
    assert _bank(found, "BANKDEFF").missed is None
    told = {noted.text: noted.count for noted in found.left_out}
    assert told[f"alerts after {AS_OF}"] == 1
    assert told["alerts of banks on payments that are not in these messages"] == 1
    none = _of(paid, chain=chain, alerts=Alerts({"BANKFRPP": {}}))
    assert _bank(none, "BANKFRPP").missed == 1


def test_a_correspondent_sees_what_passes_it_and_no_more(chain: Chain) -> None:
    middle = "<IntrmyAgt1><FinInstnId><BICFI>BANKUS33</BICFI></FinInstnId></IntrmyAgt1>"
    settles = "<InstgRmbrsmntAgt><FinInstnId><BICFI>BANKUS44</BICFI></FinInstnId></InstgRmbrsmntAgt>"
    given = {"creditor": LISTED, "date": "2018-01-02"}
    found = _of(
        pacs8(intermediary=middle, uetr="a", **given),
        pacs8(intermediary=settles, uetr="b", **given),
        chain=chain,
    )
    through = _bank(found, "BANKUS33")
    assert (through.roles, through.alertable) == ({Role.CORRESPONDENT: 1}, 1)
    assert "BANKUS44" not in {b.id for b in found.banks}


def test_the_same_payment_in_several_messages_counts_once_a_bank(chain: Chain) -> None:
    found = _of(pacs8(uetr="a"), pacs8(uetr="a", instructing="BANKUS33"), mt103(uetr="a"), chain=chain)
    assert _bank(found, "BANKDEFF").processed == 1
    assert _bank(found, "BANKDEFF").amounts["USD"] == 1000
    assert found.payments == 1


def test_a_listed_bank_misses_no_alert_on_itself(chain: Chain) -> None:
    named = "<IntrmyAgt1><FinInstnId><Nm>Korea Kwangson Banking Corp</Nm></FinInstnId></IntrmyAgt1>"
    found = _of(pacs8(intermediary=named, date="2018-01-01"), chain=chain)
    assert _bank(found, "Korea Kwangson Banking Corp").cases == []
    assert _bank(found, "BANKFRPP").alertable == 1


def test_a_name_spelled_otherwise_is_possible_and_never_missed(chain: Chain) -> None:
    other = pacs8(creditor="Dandong Hongxang Industrial Development", date="2018-01-01")
    bank = _bank(_of(other, chain=chain, alerts=Alerts({"BANKFRPP": {}})), "BANKFRPP")
    assert [c.says for c in bank.cases] == [Class.POSSIBLE]
    assert (bank.alertable, bank.missed) == (0, 0)


@pytest.mark.parametrize("text", ["2018", "2018-01-02/2018-01-01", "2018-13-01/", "x/y"])
def test_a_period_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no period"):
        Period.read(text)


def test_alerts_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("number\n1\n")
    for given in (str(path), f"BANKUS33={path}", "nowhere.csv"):
        with pytest.raises(UsageError):
            read_alerts([given], AS_OF)
    path.write_text("uetr,bank\n" + "a" * 2_000_000 + ",x\n")
    for given in (str(path), "x" * 5000):
        with pytest.raises(UsageError):
            read_alerts([given], AS_OF)
    path.write_text("uetr,bank,date\na,BANKUS33,yesterday\n")
    with pytest.raises(UsageError, match="row 2"):
        read_alerts([str(path)], AS_OF)


def test_the_command_prints_a_line_a_bank_and_writes_the_report(
    casebook: Path, planted: Planted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given: dict[str, Any] = {"as_of": AS_OF, "workspace": casebook, "quiet": True}
    alerts = [str(planted.folder / "alerts")]
    command.run(str(planted.folder / "messages"), alerts=alerts, out=tmp_path / "out", json=True, **given)
    lines = [orjson.loads(line) for line in capsys.readouterr().out.splitlines()]
    truth = {
        b["bank"]: b for b in orjson.loads((planted.folder / "truth" / "banks.json").read_bytes())["banks"]
    }
    assert {line["bank"]: line["processed"] for line in lines} == {
        bank: t["processed"] for bank, t in truth.items() if t["processed"]
    }
    assert all(line["version"] == 1 and line["missed"] in (0, None) for line in lines)
    assert (tmp_path / "out" / "report.pdf").read_bytes().startswith(b"%PDF")
    command.run(str(planted.folder / "payments.csv"), bank=lines[0]["bank"], period="2018-01-01/", **given)
    said = capsys.readouterr().out
    assert "alerts are not known" in said
    assert lines[0]["bank"] in said
    assert lines[1]["bank"] not in said


def test_a_bank_that_is_not_there_is_refused_by_name(chain: Chain) -> None:
    found = _of(pacs8(), chain=chain)
    with pytest.raises(UsageError, match="no such bank"):
        command.only(found, "NOBANK")
    command.only(found, "BANKFRPPXXX")
    assert [b.id for b in found.banks] == ["BANKFRPP"]
