"""Documents that are not the list, or not all of it: refused, with what, where and what to do."""

from __future__ import annotations

import pytest

from tests.sources.un_sc.documents import FIXTURE, document, record
from yalu.errors import ContractError
from yalu.sources.un_sc.parse import parse

BOMB = (
    b'<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">'.encode() for n in range(1, 12))
    + b"]>\n<CONSOLIDATED_LIST><INDIVIDUALS>&a11;</INDIVIDUALS></CONSOLIDATED_LIST>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b"<CONSOLIDATED_LIST>&x;</CONSOLIDATED_LIST>"
)
DEEP = b"<CONSOLIDATED_LIST>" + b"<a>" * 100_000


def without(field: str) -> bytes:
    found = {
        "FIRST_NAME": "<FIRST_NAME>RI</FIRST_NAME>",
        "UN_LIST_TYPE": "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE>",
        "REFERENCE_NUMBER": "<REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER>",
        "LISTED_ON": "<LISTED_ON>2016-03-02</LISTED_ON>",
    }[field]
    assert found in record()
    return document("\n" + record().replace(found, ""))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"<!DOCTYPE html>\n<html><body>503</body></html>", "a web page"),
        (b"\n<HTML><HEAD>", "a web page"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C">\n<html/>', "a web page"),
        (b"not a list", "the file is not XML"),
        (b"PK\x03\x04" + b"\0" * 40, "the file is not XML"),
        (b"\x1f\x8b\x08\0", "line 1: the byte 0x8b does not fit"),
        (b'{"list": []}', "the file is not XML"),
        (b"<rss/>", "the root element is <rss>"),
        (b"<x:CONSOLIDATED_LIST xmlns:x='u'/>", "the root element is <{u}CONSOLIDATED_LIST>"),
        (BOMB, "line 2: a document type or entity declaration"),
        (OUTSIDE, "a document type or entity declaration"),
        (DEEP, "the file breaks off"),
        (FIXTURE[: len(FIXTURE) // 2], "the file breaks off"),
        (FIXTURE[:-22], "the file breaks off"),
        (FIXTURE + b"<more/>", "the file is not XML"),
        (FIXTURE.replace(b"UTF-8", b"UTF-16"), "encoded as UTF-16"),
        (FIXTURE.decode().encode("utf-16"), "the byte 0xff does not fit the encoding UTF-8"),
        (FIXTURE.replace("é".encode(), b"\xe9"), "line 68: the byte 0xe9 does not fit the encoding UTF-8"),
        (FIXTURE.replace(b"UTF-8", b"ISO-8859-1"), "encoded as ISO-8859-1"),
        (FIXTURE.replace(b"<ENTITIES>", b"<ENTITIES>&nbsp;"), "the file is not XML"),
        (FIXTURE.replace(b"dateGenerated", b"made"), "dateGenerated: ''"),
        (document(record(), generated="7 June 2018"), "dateGenerated: '7 June 2018' is not a day"),
        (document(record(), generated="2018-06-31"), "dateGenerated: '2018-06-31' is not a day"),
        (document().replace(b"ENTITIES", b"ENTITYS"), "<ENTITIES> stands 0 times"),
        (document().replace(b"</CON", b"<ENTITIES/></CON"), "<ENTITIES> stands 2 times"),
        (document().replace(b"</CON", b"<VESSELS/></CON"), "line 5: there is a new section <VESSELS>"),
        (document("<ENTITY/>"), "line 3: <ENTITY> stands in <INDIVIDUALS>"),
        (without("REFERENCE_NUMBER"), "INDIVIDUAL line 4: REFERENCE_NUMBER is missing in the record of RI"),
        (without("FIRST_NAME"), "KPi.001 line 4: FIRST_NAME is missing"),
        (without("UN_LIST_TYPE"), "KPi.001 line 4: UN_LIST_TYPE is missing"),
        (without("LISTED_ON"), "KPi.001 line 4: LISTED_ON is missing"),
        (document(record("<LISTED_ON>2016-03-03</LISTED_ON>")), "LISTED_ON stands 2 times"),
        (document(record(listed="2 March 2016")), "KPi.001 line 3: LISTED_ON: '2 March 2016' is not a day"),
        (document(record(listed="2016-02-30")), "LISTED_ON: '2016-02-30' is not a day"),
        (document(record(listed="0216-03-02")), "LISTED_ON: '0216-03-02' is before the UN was founded"),
        (document(record(reference="KPi.001;KPi.002")), "REFERENCE_NUMBER is KPi.001;KPi.002"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError) as caught:
        parse(content, "list")
    assert message in str(caught.value)
    assert str(caught.value).startswith("un_sc: ")
    assert caught.value.expected and caught.value.do
    assert caught.value.exit_code == 5


def test_a_part_that_the_source_lacks() -> None:
    with pytest.raises(ContractError, match="there is no part 'alt'"):
        parse(FIXTURE, "alt")


def test_a_byte_order_mark_and_a_missing_declaration_are_fine() -> None:
    bare = FIXTURE.split(b"\n", 1)[1]
    assert len(parse(b"\xef\xbb\xbf" + FIXTURE, "list").sightings) == len(parse(bare, "list").sightings) > 0
