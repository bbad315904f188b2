"""The chain screened over the casebook: who is found where, at which day, and what is decided."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.payments.conftest import AS_OF, lines
from tests.payments.made import mt103, pacs8
from tests.payments.test_fin import MT202COV
from yalu.evidence.view import When
from yalu.evidence.workspace import Workspace
from yalu.payments import Party, Payment
from yalu.payments.chain import Chain, days
from yalu.payments.chain.shared import key
from yalu.payments.chain.told import MOST, Told
from yalu.screening import Screener
from yalu.screening.day import Day

LISTED = "Dandong Hongxiang Industrial Development Co Ltd"


def test_a_payment_is_screened_at_its_own_day(chain: Chain) -> None:
    before, after = lines(
        chain,
        pacs8(creditor=LISTED, date="2016-09-01", uetr="a"),
        pacs8(creditor=LISTED, date="2016-10-01", uetr="b"),
    )
    assert before["decision"] == "release"
    assert not [h for h in before["hits"] if h["status"] == "listed"]
    assert after["decision"] == "stop"
    (hit,) = after["hits"]
    assert (hit["role"], hit["part"], hit["status"], hit["as_of"]) == (
        "creditor", "name", "listed", "2016-10-01",
    )  # fmt: skip
    assert hit["distance"] == 0
    assert "US" in after["reasons"][0]


def test_nothing_known_after_as_of_counts_whatever_the_date_says(casebook: Path) -> None:
    early = Chain.open(Workspace(casebook), "2016-09-01")
    (line,) = lines(early, pacs8(creditor=LISTED, date="2018-01-01"))
    assert not [h for h in line["hits"] if h["status"] == "listed"]
    assert "date_to_come" in {f["code"] for f in line["findings"]}
    assert line["decision"] == "review"


def test_one_day_for_all_payments_is_as_known_by_the_last_and_not_by_each(
    casebook: Path, chain: Chain
) -> None:
    early = pacs8(creditor=LISTED, date="2012-01-01", creditor_bic="ABCDKPPY")
    fixed = Chain.open(Workspace(casebook), AS_OF, "2018-12-01")
    (then,), (now,) = lines(chain, early), lines(fixed, early)
    assert not then["hits"]
    assert (now["decision"], now["hits"][0]["as_of"]) == ("stop", AS_OF)
    assert {f["in_hindsight"] for f in then["flags"]} == {True}
    assert {f["in_hindsight"] for f in now["flags"]} == {False}


def test_days_that_see_the_same_share_a_view_and_views_are_those_of_the_day(casebook: Path) -> None:
    screener = Screener.open(Workspace(casebook), AS_OF)
    found = days.turns(screener.index)
    shared: days.Days[When] = days.Days(found, lambda at: at, on="", mode=screener.day.when.mode, exact=False)
    for a, b in (("2013-01-05", "2013-01-06"), ("2016-09-25", "2016-09-26"), ("2017-11-01", "2017-11-30")):
        same = np.array_equal(Day(screener.index, When.at(a)).shown, Day(screener.index, When.at(b)).shown)
        assert same or shared.key(a) != shared.key(b)
    assert shared.key("2016-09-25") != shared.key("2016-09-26")


def test_a_name_spelled_otherwise_is_reviewed_and_not_stopped(chain: Chain) -> None:
    (line,) = lines(chain, pacs8(creditor="Dandong Hongxang Industrial Development", date="2018-01-01"))
    assert line["decision"] == "review"
    assert line["hits"][0]["alert"]


@pytest.mark.parametrize("role", ["Dbtr", "UltmtDbtr", "UltmtCdtr", "InitgPty"])
def test_everybody_in_the_chain_is_asked_for(chain: Chain, role: str) -> None:
    text = pacs8(date="2018-01-01").decode()
    if role == "Dbtr":
        text = text.replace("Example Trading", LISTED)
    else:
        text = text.replace("<CdtrAgt>", f"<{role}><Nm>{LISTED}</Nm></{role}><CdtrAgt>")
    (line,) = lines(chain, text.encode())
    assert line["decision"] == "stop"


def test_a_listed_bank_by_name_and_a_bank_of_the_dprk_by_bic_stop(chain: Chain) -> None:
    named = "<IntrmyAgt1><FinInstnId><Nm>Korea Kwangson Banking Corp</Nm></FinInstnId></IntrmyAgt1>"
    by_name, by_bic = lines(
        chain,
        pacs8(intermediary=named, date="2018-01-01", uetr="a"),
        pacs8(creditor_bic="ABCDKPPY", date="2018-01-01", uetr="b"),
    )
    assert by_name["decision"] == by_bic["decision"] == "stop"
    assert by_name["hits"][0]["role"] == "intermediary agent 1"
    assert "KP" in " ".join(by_bic["reasons"])


def test_names_within_free_text_have_their_place_and_are_reviewed(chain: Chain) -> None:
    text = "PAYMENT FOR INVOICE 17 MINGZHENG INTERNATIONAL\nTRADING LIMITED"
    (line,) = lines(chain, mt103(date="180301", words=text))
    (hit,) = line["hits"]
    start, end = hit["span"]
    assert text[start:end] == "MINGZHENG INTERNATIONAL\nTRADING LIMITED"
    assert line["decision"] == "review"
    (other,) = lines(
        chain, mt103(date="180301", words="INV 12 DANDONG HONGXANG INDUSTRIAL DEVELOPMENT", uetr="x")
    )
    assert other["hits"][0]["alert"]


def test_an_address_that_names_a_listed_party_is_found(chain: Chain) -> None:
    text = pacs8(date="2018-01-01").decode()
    text = text.replace("<TwnNm>Bremen", "<AdrLine>c/o Korea Kwangson Banking Corp</AdrLine><TwnNm>Bremen")
    (line,) = lines(chain, text.encode())
    assert (line["hits"][0]["part"], line["decision"]) == ("address", "review")


def test_a_party_on_no_list_near_a_listed_one_is_reviewed(chain: Chain) -> None:
    (line,) = lines(chain, pacs8(creditor="Chinpo Shipping", date="2018-01-01"))
    hit = line["hits"][0]
    assert hit["status"] == "named in a source"
    assert hit["distance"] == 1
    assert line["decision"] == "review"
    assert "sanctioned" not in " ".join(line["reasons"])


def test_the_same_message_twice_is_told_and_a_chain_of_banks_is_not(chain: Chain) -> None:
    first, again, changed = lines(chain, pacs8(), pacs8(), pacs8(amount="7.00"))
    assert not first["findings"]
    assert [f["code"] for f in again["findings"]] == ["duplicate"]
    assert [f["code"] for f in changed["findings"]] == ["duplicate_differs"]
    onward = lines(chain.anew(), mt103(), mt103().replace(b"I103BANKUS33XXXX", b"I103BANKFRPPXXXX"))
    assert not [f for line in onward for f in line["findings"]]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"amount": "0.00"}, "amount_zero"),
        ({"amount": "-5.00"}, "amount_negative"),
        ({"amount": "100.50", "currency": "JPY"}, "amount_decimals"),
        ({"amount": "1e9"}, "amount_unreadable"),
        ({"date": "2016-13-45"}, "date_unreadable"),
        ({"date": "2026-11-25"}, "date_to_come"),
    ],
)
def test_a_wrong_sum_or_day_goes_to_a_person(chain: Chain, given: dict[str, str], code: str) -> None:
    (line,) = lines(chain, pacs8(**given))
    found = [f["text"] for f in line["findings"] if f["code"] == code]
    assert found and line["decision"] == "review" and set(found) <= set(line["reasons"])


def test_a_cover_that_hides_a_party_is_reviewed(chain: Chain) -> None:
    transfer, cover = lines(
        chain, mt103(uetr="u", debtor="PAYER", creditor="PAYEE"), MT202COV.replace("PAYEE", "OTHER").encode()
    )
    assert not transfer["findings"]
    assert "cover_other_creditor" in {f["code"] for f in cover["findings"]}
    assert cover["decision"] == "review"
    assert any("names 'OTHER'" in reason for reason in cover["reasons"])


def test_a_statement_is_one_line_with_all_its_hits(chain: Chain) -> None:
    entry = (
        "<Ntry><Amt Ccy='USD'>1.00</Amt><BookgDt><Dt>2018-01-01</Dt></BookgDt><NtryDtls><TxDtls><RltdPties>"
        "<Dbtr><Pty><Nm>{}</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>"
    )
    body = entry.format("Nobody Atall") * 3 + entry.format(LISTED)
    text = (
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>"
        f"{body}</Stmt></BkToCstmrStmt></Document>"
    )
    (line,) = lines(chain, text.encode())
    assert (line["payments"], line["decision"]) == (4, "stop")
    assert [h["payment"] for h in line["hits"]] == [4]


def test_of_a_long_message_the_worst_payments_are_told() -> None:
    told = Told()
    for number in range(1, 101):
        decision = {50: "review", 99: "stop"}.get(number, "release")
        told.take(Payment(number, parties=[Party("debtor", "x" * 5_000)]), decision)
    held = told.payments()
    assert len(held) == MOST
    assert [(one["number"], one["decision"]) for one in held][-2:] == [(50, "review"), (99, "stop")]
    assert [one["number"] for one in held][:-2] == list(range(1, MOST - 1))


def test_answers_are_kept_by_what_was_asked_alone(chain: Chain) -> None:
    lines(chain, pacs8(creditor=LISTED, date="2018-01-01", uetr="a"))
    met = chain.lists.answers.met
    lines(chain, pacs8(creditor=LISTED, date="2018-01-01", uetr="b", amount="9.00"))
    assert chain.lists.answers.met > met
    bank = {"creditor": "Korea Kwangson Banking Corp", "date": "2026-11-24"}
    without, agreed = lines(
        chain, pacs8(uetr="c", **bank, creditor_country="DE"), pacs8(uetr="d", **bank, creditor_country="KP")
    )
    assert without["hits"][0]["score"] < agreed["hits"][0]["score"]


def test_addresses_meet_whatever_their_order() -> None:
    assert key("No. 8, Main Street, Dandong") == key("Main Street no 8 Dandong")
    assert key("No. 8, Main Street") != key("No. 9, Main Street")
