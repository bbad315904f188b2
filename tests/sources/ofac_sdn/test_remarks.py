"""Every form of remark, each as the list writes it, and what it becomes."""

from __future__ import annotations

import pytest

from tests.sources.ofac_sdn.documents import codes, one, row, said, sdn
from yalu.sources.ofac_sdn.pieces import split
from yalu.sources.sighting import CUT

FORMS = [
    ("DOB 10 Dec 1948.", "birthDate", "1948-12-10", ""),
    ("DOB Sep 1938.", "birthDate", "1938-09", ""),
    ("DOB 1946.", "birthDate", "1946", ""),
    ("DOB circa 07 Jul 1966.", "birthDate", "1966-07-07", '{"circa":true}'),
    ("DOB 1960 to 1965.", "birthDate", "1960", '{"to":"1965"}'),
    ("DOB Mar 1962 to Feb 1963.", "birthDate", "1962-03", '{"to":"1963-02"}'),
    ("DOB circa 1979-1982.", "birthDate", "1979", '{"circa":true,"to":"1982"}'),
    (
        "alt. DOB 01 Jan 1970 to 31 Dec 1970.",
        "birthDate",
        "1970-01-01",
        '{"alternate":true,"to":"1970-12-31"}',
    ),
    ("DOB 31 Feb 1970.", "notes", "DOB 31 Feb 1970", ""),
    ("DOB 10 October 1969.", "notes", "DOB 10 October 1969", ""),
    ("POB Najf Al Ashraf (Najaf), Iraq.", "birthPlace", "Najf Al Ashraf (Najaf), Iraq", ""),
    ("alt. POB Keren, Eritrea.", "birthPlace", "Keren, Eritrea", '{"alternate":true}'),
    ("nationality Korea, North.", "nationality", "Korea, North", ""),
    ("citizen Mexico.", "citizenship", "Mexico", ""),
    ("ethnicity Kurdish.", "ethnicity", "Kurdish", ""),
    ("Gender Male.", "gender", "male", ""),
    ("Gender Female.", "gender", "female", ""),
    ("Gender Unknown.", "notes", "Gender Unknown", ""),
    ("Passport C 1415363 - 16/2/1421H.", "passportNumber", "C 1415363 - 16/2/1421H", ""),
    ("Passport 472220033 (Korea, North).", "passportNumber", "472220033", '{"country":"Korea, North"}'),
    (
        "alt. Passport E590976 (Tunisia) issued 19 Jun 1987 expires 18 Jun 1992.",
        "passportNumber",
        "E590976",
        '{"country":"Tunisia","expires":"1992-06-18","issued":"1987-06-19"}',
    ),
    (
        "Passport 654781 (Jordan) issued 01 Jan 2008 to 31 Dec 2010.",
        "passportNumber",
        "654781",
        '{"country":"Jordan","issued":"2008-01-01/2010-12-31"}',
    ),
    ("Passport 1 issued 31 Feb 2008.", "notes", "Passport 1 issued 31 Feb 2008", ""),
    ("Passport issued in Sarajevo.", "notes", "Passport issued in Sarajevo", ""),
    ("Passport 4117921 issued under the name A.", "notes", "Passport 4117921 issued under the name A.", ""),
    (
        "Diplomatic Passport 008827 (Iran) issued 1999.",
        "passportNumber",
        "008827",
        '{"country":"Iran","issued":"1999","type":"Diplomatic Passport"}',
    ),
    (
        "National ID No. D489833(9) (Hong Kong).",
        "idNumber",
        "D489833(9)",
        '{"country":"Hong Kong","type":"National ID No."}',
    ),
    (
        "National ID No. 16128971 (Cabo Verde.  Previously Cape Verde.).",
        "idNumber",
        "16128971",
        '{"country":"Cabo Verde.  Previously Cape Verde.","type":"National ID No."}',
    ),
    ("Cedula No. 16247821 (Colombia).", "idNumber", "16247821", '{"country":"Colombia","type":"Cedula No."}'),
    ("SSN 523-33-8386.", "idNumber", "523-33-8386", '{"type":"SSN"}'),
    ("Chinese Commercial Code 1728 4320.", "idNumber", "1728 4320", '{"type":"Chinese Commercial Code"}'),
    ("NIT # 800146749-7 (Colombia).", "taxNumber", "800146749-7", '{"country":"Colombia","type":"NIT"}'),
    ("C.U.R.P. # HESU430525 (Mexico).", "idNumber", "HESU430525", '{"country":"Mexico","type":"C.U.R.P."}'),
    (
        "Tax ID No. 7714789249 (Russia).",
        "taxNumber",
        "7714789249",
        '{"country":"Russia","type":"Tax ID No."}',
    ),
    (
        "Folio Mercantil No. 343997 (Mexico) issued 14 Dec 2005.",
        "registrationNumber",
        "343997",
        '{"country":"Mexico","issued":"2005-12-14","type":"Folio Mercantil No."}',
    ),
    ("Registration ID 14063277.", "registrationNumber", "14063277", '{"type":"Registration ID"}'),
    ("UK Company Number 01126618.", "registrationNumber", "01126618", '{"type":"UK Company Number"}'),
    (
        "Harbour Permit Number 77-A (Malta).",
        "idNumber",
        "77-A",
        '{"country":"Malta","type":"Harbour Permit Number"}',
    ),
    ("D-U-N-S Number 542957624.", "dunsCode", "542957624", ""),
    ("BIK (RU) 044525607.", "bikCode", "044525607", ""),
    ("SWIFT/BIC KDBK KP PY.", "swiftBic", "KDBKKPPY", ""),
    ("SWIFT/BIC unknown.", "notes", "SWIFT/BIC unknown", ""),
    ("Company Number IMO 543400.", "idNumber", "543400", '{"type":"IMO company number"}'),
    (
        "International Maritime Organization No. (5777731).",
        "idNumber",
        "5777731",
        '{"type":"IMO company number"}',
    ),
    (
        "Vessel Registration Identification IMO 5878589.",
        "idNumber",
        "5878589",
        '{"type":"IMO company number"}',
    ),
    ("a.k.a. 'BNC'.", "weakAlias", "BNC", ""),
    ("a.k.a. ''ABD AL-MUHSI'.", "weakAlias", "'ABD AL-MUHSI", ""),
    ("a.k.a. 'P'U LI'.", "weakAlias", "P'U LI", ""),
    ("a.k.a. 'ONE; TWO'.", "weakAlias", "ONE; TWO", ""),
    ("a.k.a. PLAIN Name.", "alias", "PLAIN Name", ""),
    ("f.k.a. 'SAND SWAN'.", "previousName", "SAND SWAN", '{"weak":true}'),
    ("f.k.a. SAND SWAN.", "previousName", "SAND SWAN", ""),
    ("n.k.a. NEW NAME.", "alias", "NEW NAME", '{"now":true}'),
    ("Secondary sanctions risk: North Korea S.R.", "secondarySanctions", "North Korea S.R.", ""),
    (
        "Additional Sanctions Information - Subject to Secondary Sanctions.",
        "secondarySanctions",
        "Subject to Secondary Sanctions",
        "",
    ),
    (
        "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions: Section 1.",
        "transactionsProhibited",
        "Section 1",
        "",
    ),
    (
        "alt. Executive Order 13846 information: FOREIGN EXCHANGE.  Sec. 5(a)(ii).",
        "executiveOrder",
        "Executive Order 13846 information: FOREIGN EXCHANGE.  Sec. 5(a)(ii)",
        "",
    ),
    ("CAATSA Section 235 Information: SHIPS.", "determination", "CAATSA Section 235 Information: SHIPS", ""),
    ("Website www.example.org.", "website", "www.example.org", ""),
    ("alt. Email Address info@net.sy.", "email", "info@net.sy", ""),
    ("Telephone Number: (971) (4) (3248000).", "phone", "(971) (4) (3248000)", ""),
    ("PHONE 850 2 381 8221.", "phone", "850 2 381 8221", ""),
    ("Alt. Fax: 9221227700019.", "phone", "9221227700019", '{"type":"fax"}'),
    ("alt. Digital Currency Address - XBT 1Kuf2.", "cryptoWallet", "1Kuf2", '{"currency":"XBT"}'),
    ("Organization Established Date 17 Dec 2016.", "incorporationDate", "2016-12-17", ""),
    ("Organization Type: Advertising.", "sector", "Advertising", ""),
    ("Target Type State-Owned Enterprise.", "classification", "State-Owned Enterprise", ""),
    ("Nationality of Registration Korea, North.", "jurisdiction", "Korea, North", ""),
    ("Position: Owner.", "position", "Owner", ""),
    ("Minister of Finance.", "notes", "Minister of Finance", ""),
    ("DOB.", "notes", "DOB", ""),
]


@pytest.mark.parametrize(("remark", "prop", "value", "detail"), FORMS)
def test_forms(remark: str, prop: str, value: str, detail: str) -> None:
    assert said(remark) == [(prop, value, detail)]
    other = "Commander; "
    assert said(other + remark)[1:] == [(prop, value, detail)]


@pytest.mark.parametrize(
    ("remark", "prop", "value", "detail"),
    [
        ("Vessel Registration Identification IMO 8898831.", "imoNumber", "8898831", ""),
        ("Vessel Registration Identification 8606173.", "imoNumber", "8606173", ""),
        (
            "Vessel Registration Identification 8606170.",
            "registrationNumber",
            "8606170",
            '{"type":"Vessel Registration Identification"}',
        ),
        ("MMSI 572469210.", "mmsi", "572469210", ""),
        ("alt. Former Vessel Flag None Identified.", "previousFlag", "None Identified", ""),
        ("Other Vessel Call Sign 5IM713.", "callSign", "5IM713", ""),
        ("Other Vessel Type Roll-on Roll-off.", "type", "Roll-on Roll-off", ""),
        ("Aircraft Tail Number EP-MMH.", "registrationNumber", "EP-MMH", '{"type":"aircraft tail number"}'),
        ("Aircraft Manufacture Date 1992.", "buildDate", "1992", ""),
        (
            "Aircraft Construction Number (also called L/N or S/N or F/N) 8401.",
            "serialNumber",
            "8401",
            '{"type":"construction number"}',
        ),
        ("Aircraft Operator Linburg Industries LTD.", "operator", "Linburg Industries LTD.", ""),
        ("Aircraft Mode S Transponder Code 140AE7.", "modeSCode", "140AE7", ""),
    ],
)
def test_forms_of_ships_and_aircraft(remark: str, prop: str, value: str, detail: str) -> None:
    assert said(remark, "vessel") == [(prop, value, detail)]


@pytest.mark.parametrize("number", ["15411", "8898832", "Does not exist"])
def test_an_imo_number_that_cannot_be_is_kept_and_reported(number: str) -> None:
    parsed = sdn(row(9, type_="vessel", remarks=f"Vessel Registration Identification IMO {number}."))
    assert parsed.sightings[-1].prop == "imoNumber"
    assert parsed.sightings[-1].value == number
    assert [(p.code, p.party) for p in parsed.problems] == [("imo_check_digit", "ofac-9")]


def test_unread_pieces_are_notes_and_one_problem() -> None:
    parsed = sdn(row(1, remarks="Doctor; arrested 1 Apr 2003;Haji."), row(2, remarks="Doctor."))
    assert [s.value for s in parsed.sightings if s.prop == "notes"] == [
        "Doctor",
        "arrested 1 Apr 2003",
        "Haji",
        "Doctor",
    ]
    assert [(p.code, p.where) for p in parsed.problems] == [("unread_remarks", "sdn.csv")]
    assert parsed.problems[0].what.startswith("4 pieces of remarks of 2 parties")


@pytest.mark.parametrize(
    ("remarks", "pieces"),
    [
        ("A; End.", ["A", "End"]),
        ("A;B ; C", ["A", "B", "C"]),
        ("A (x; y); End.", ["A (x; y)", "End"]),
        ("A (x; y; End.", ["A (x", "y", "End"]),
        ("a.k.a. 'X; Y'; End.", ["a.k.a. 'X; Y'", "End"]),
        ("a.k.a. 'X; a.k.a. 'Y'.", ["a.k.a. 'X", "a.k.a. 'Y'"]),
        ("f.k.a. 'X; End.", ["f.k.a. 'X", "End"]),
        ("LORD'S ARMY; Driver's License.", ["LORD'S ARMY", "Driver's License"]),
        ("X S.A.", ["X S.A."]),
        ("X CO., LTD.", ["X CO., LTD."]),
        ("KATO, L.", ["KATO, L."]),
        ("n.e.c.", ["n.e.c."]),
        ("A;; B;.", ["A", "B"]),
        (".", []),
        ("", []),
    ],
)
def test_pieces(remarks: str, pieces: list[str]) -> None:
    assert split(remarks) == (pieces, "")


def test_a_remark_at_the_limit_keeps_its_cut_piece_as_a_damaged_note() -> None:
    text = "POB " + "x" * 960 + "; Digital Currency Address - XBT 1"
    remarks = text + "G" * (1000 - len(text))
    parsed = sdn(row(5, remarks=remarks))
    last = parsed.sightings[-1]
    assert (last.prop, last.flag) == ("notes", CUT)
    assert last.value.startswith("Digital Currency Address - XBT 1G")
    assert [(p.code, p.party) for p in parsed.problems] == [("remarks_cut", "ofac-5")]
    assert one(remarks[:-1] + ".")[-1].prop == "notes"
    assert one(remarks[:-2] + ".")[-1].prop == "cryptoWallet"


def test_ties_are_made_only_to_the_one_party_of_that_name() -> None:
    parsed = sdn(
        row(1, "YUSONG SHIPPING CO"),
        row(2, "TWIN"),
        row(3, "TWIN"),
        row(4, "SHIP", remarks="Linked To: YUSONG SHIPPING CO; Linked To: TWIN; Linked To: NOBODY."),
        row(5, "OTHER", remarks="Linked To: YUSONG SHIPPING CO."),
        row(6, "SELF", remarks="Linked To: SELF."),
    )
    assert [
        (s.party, s.prop, s.value, s.detail)
        for s in parsed.sightings
        if s.prop in ("UnknownLink", "linkedToName")
    ] == [
        ("ofac-4", "linkedToName", "YUSONG SHIPPING CO", ""),
        ("ofac-4", "UnknownLink", "ofac-1", '{"as_listed":"YUSONG SHIPPING CO","role":"linked_to"}'),
        ("ofac-4", "linkedToName", "TWIN", ""),
        ("ofac-4", "linkedToName", "NOBODY", ""),
        ("ofac-5", "linkedToName", "YUSONG SHIPPING CO", ""),
        ("ofac-5", "UnknownLink", "ofac-1", '{"as_listed":"YUSONG SHIPPING CO","role":"linked_to"}'),
        ("ofac-6", "linkedToName", "SELF", ""),
    ]
    assert codes(parsed) == ["link_unresolved"]
    assert parsed.problems[0].what.startswith("2 linked names mean no single party here: TWIN; NOBODY")
