"""sdn.xml: the same party as in the CSV edition, in the same words; what is not the list is refused."""

from __future__ import annotations

import pytest

from yalu.errors import ContractError
from yalu.model.dates import OPEN, Interval
from yalu.sources.ofac_sdn.parse import parse as parse_csv
from yalu.sources.ofac_xml.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed

FIXTURE = (FOLDER / "ofac_xml" / "fixture" / "sdn.xml").read_bytes()
CSV = (
    '306,"EXAMPLE, First","individual","DPRK2] [NPWMD","Representative",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 30 Sep 1973; alt. DOB circa 1974; POB Keren, Eritrea; nationality Korea, North; Gender Male; '
    "Passport 654781 (Jordan) issued 01 Jan 2008 expires 31 Dec 2012; National ID No. 12345 (Chile); "
    "Digital Currency Address - XBT 1ExampLe; a.k.a. 'ONE'; Linked To: EXAMPLE MINISTRY.\"\r\n"
    '307,"EXAMPLE MINISTRY",-0- ,"DPRK2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
)
XML = """
<sdnEntry><uid>306</uid><firstName>First</firstName><lastName>EXAMPLE</lastName><title>Representative</title>
<sdnType>Individual</sdnType><remarks>(Linked To: EXAMPLE MINISTRY)</remarks>
<programList><program>DPRK2</program><program>NPWMD</program></programList>
<idList><id><idType>Gender</idType><idNumber>Male</idNumber></id>
<id><idType>Passport</idType><idNumber>654781</idNumber><idCountry>Jordan</idCountry>
<issueDate>01 Jan 2008</issueDate><expirationDate>31 Dec 2012</expirationDate></id>
<id><idType>National ID No.</idType><idNumber>12345</idNumber><idCountry>Chile</idCountry></id>
<id><idType>Digital Currency Address - XBT</idType><idNumber>1ExampLe</idNumber></id></idList>
<akaList><aka><type>a.k.a.</type><category>weak</category><lastName>ONE</lastName></aka></akaList>
<nationalityList><nationality><country>Korea, North</country></nationality></nationalityList>
<dateOfBirthList>
<dateOfBirthItem><dateOfBirth>30 Sep 1973</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
<dateOfBirthItem><dateOfBirth>circa 1974</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
</dateOfBirthList>
<placeOfBirthList>
<placeOfBirthItem><placeOfBirth>Keren, Eritrea</placeOfBirth></placeOfBirthItem></placeOfBirthList>
</sdnEntry>
<sdnEntry><uid>307</uid><lastName>EXAMPLE MINISTRY</lastName><sdnType>Entity</sdnType>
<programList><program>DPRK2</program></programList></sdnEntry>
"""


def document(entries: str, about: str = "") -> bytes:
    return f'<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">{about}{entries}</sdnList>'.encode()


def facts(parsed: Parsed) -> set[tuple[str, ...]]:
    return {(s.party, s.kind, s.prop, s.value, s.detail) for s in parsed.sightings}


def test_both_editions_say_the_same_of_a_party() -> None:
    assert facts(parse(document(XML), "list")) == facts(parse_csv(CSV.encode(), "sdn"))


def test_the_file_s_day_is_read_in_american_order() -> None:
    about = "<Publish_Date>01/15/2019</Publish_Date><Record_Count>2</Record_Count>"
    about = f"<publshInformation>{about}</publshInformation>"
    assert parse(document(XML, about), "list").stated == Interval("2019-01-15", "2019-01-15")
    assert parse(document(XML), "list").stated == OPEN


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert [p.code for p in parsed.problems] == [
        *("spreadsheet_date", "bad_birth_date", "imo_check_digit", "no_name"),
        *("id_on_two_parties", "id_on_two_parties", "link_unresolved", "unread_fields"),
    ]
    assert parsed.records == 8
    assert {q.party for q in parsed.quarantined} == {"ofac-2677"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (document(""), "the list holds no entry"),
        (b"<sanctions/>", "the root element is <sanctions>"),
        (FIXTURE[: len(FIXTURE) // 2], "the file breaks off"),
        (FIXTURE.replace(b">8<", b">9<"), "the file holds 8 entries"),
        (FIXTURE.replace(b"<uid>99004</uid>", b"<uid>x</uid>"), "line 92: uid is 'x'"),
        (FIXTURE.replace(b">Aircraft<", b">Balloon<"), "sdnType is 'Balloon'"),
        (FIXTURE.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1), "a declaration <!DOCTYPE"),
        (b'<?xml version="1.0" encoding="utf-16"?><sdnList/>', "encoded as utf-16"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("ofac_xml: sdn.xml")
