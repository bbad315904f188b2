"""What each field of Canada's list becomes, and what is refused."""

from __future__ import annotations

import pytest

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.sources.ca_sema.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed

FIXTURE = (FOLDER / "ca_sema" / "fixture" / "sema-lmes.xml").read_bytes()
USUAL = "<Country>Syria / Syrie</Country><Item>12</Item>"


def document(*records: str) -> bytes:
    return f"<data-set>{''.join(f'<record>{r}</record>' for r in records)}</data-set>".encode()


def read(inside: str) -> Parsed:
    return parse(document(USUAL + inside), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str, str]]:
    return [(s.prop, s.value, s.lang, s.detail) for s in parsed.sightings if s.prop in props]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert codes(parsed) == ["unread_fields", "bad_birth_date", "id_on_two_parties", "id_on_two_parties"]
    assert parsed.records == 7
    assert [q.party for q in parsed.quarantined] == ["ca-ukraine-9", "ca-ukraine-9"]
    assert not parsed.stated


def test_ids_come_from_the_regulation_the_schedule_and_the_item() -> None:
    parties = list(dict.fromkeys(s.party for s in parse(FIXTURE, "list").sightings))
    assert parties == ["ca-burma-1-1", "ca-iran-1-part-2-7", "ca-syria-1-12", "ca-ukraine-2-3", "ca-jvcfor-5"]


def test_the_copies_date_everything() -> None:
    found = parse(FIXTURE, "list").sightings
    assert {(s.known_by, s.known_lo, s.known_hi) for s in found} == {(KnownBy.COPIES, "", "")}


def test_a_person() -> None:
    parsed = read("<Title>Colonel/colonel</Title><LastName>INVENTED</LastName><GivenName>Ali</GivenName>")
    assert {s.kind for s in parsed.sightings} == {"Person"}
    assert said(parsed, "Sanction", "name", "title") == [
        ("Sanction", "CA", "", '{"regime":"Syria"}'),
        ("name", "Ali INVENTED", "", ""),
        ("title", "Colonel", "", ""),
    ]


def test_an_entity_in_both_languages() -> None:
    parsed = read("<Entity>Invented Broadcasting/Radiotélévision inventée</Entity>")
    assert {s.kind for s in parsed.sightings} == {"Organization"}
    assert said(parsed, "name", "alias") == [
        ("name", "Invented Broadcasting", "", ""),
        ("alias", "Radiotélévision inventée", "fr", ""),
    ]
    assert said(read("<Entity>Invented A/S</Entity>"), "name") == [("name", "Invented A/S", "", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One Pte. Ltd., One Limited", ["One Pte. Ltd.", "One Limited"]),
        ("One Co., Ltd., Two, Inc.", ["One Co., Ltd.", "Two, Inc."]),
        ("MELNICHENKO", ["MELNICHENKO"]),
    ],
)
def test_aliases(text: str, expected: list[str]) -> None:
    parsed = read(f"<Entity>X</Entity><Aliases>{text}</Aliases>")
    assert [value for _, value, _, _ in said(parsed, "alias")] == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not XML"),
        (FIXTURE[: len(FIXTURE) // 2], "the file breaks off"),
        (b"<!DOCTYPE x><data-set/>", "a declaration <!DOCTYPE"),
        (b"<list/>", "the root element is <list>"),
        (document(), "the list holds no record"),
        (b"<data-set><row/></data-set>", "line 1: <row> stands in <data-set>"),
        (
            document("<Country>Iran</Country><Entity>X</Entity>"),
            "line 1: the record has only Country, Entity",
        ),
        (document(USUAL), "line 1: the record has only Country, Item"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("ca_sema: sema-lmes.xml")
    assert caught.value.expected
