"""Whatever the bytes: a result or a ContractError. Whatever the dates: never known before the listing."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.sources.un_sc.documents import FIXTURE, alias, amended, document, of, read, record
from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.sources.un_sc.parse import parse

OFFSETS = st.integers(0, len(FIXTURE))
XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="<>&\ufffe\uffff"),
    max_size=30,
)
FORMS = ("EXACT", "APPROXIMATELY", "BETWEEN")
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat)


@given(st.binary(max_size=400))
def test_random_bytes(content: bytes) -> None:
    with suppress(ContractError):
        parse(content, "list")


@given(OFFSETS, OFFSETS, st.binary(max_size=12))
def test_mutated_bytes(first: int, second: int, put: bytes) -> None:
    with suppress(ContractError):
        parse(FIXTURE[: min(first, second)] + put + FIXTURE[max(first, second) :], "list")


@given(OFFSETS, st.sampled_from([b"<", b">", b"&", b"</", b"<!", b"\x00", b"\xff", b"2016", b"<VALUE/>"]))
def test_bytes_put_in(at: int, put: bytes) -> None:
    with suppress(ContractError):
        parse(FIXTURE[:at] + put + FIXTURE[at:], "list")


@given(DAYS, st.lists(st.one_of(DAYS, st.just(""), st.text("0123456789-", max_size=12)), max_size=4))
def test_an_alias_is_never_known_before_its_listing_nor_after_the_copy(listed: str, days: list[str]) -> None:
    parsed = read(amended(*days) + alias("Ri Won-ho"), listed=listed)
    (s,) = of(parsed, "alias")
    if s.known_by == KnownBy.AMENDMENT:
        assert listed == s.known_lo <= s.known_hi <= "2018-06-07"
        assert s.known_hi == max(d for d in days if d)
    else:
        assert s.known_by == KnownBy.COPIES
        assert not s.known_hi
        assert s.known_lo in (listed, "")


@given(XML_TEXT, st.sampled_from(["DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "TYPE_OF_DATE", "NOTE"]))
def test_any_text_in_a_birth_date_is_a_date_or_is_kept(text: str, field: str) -> None:
    parsed = read(f"<INDIVIDUAL_DATE_OF_BIRTH><{field}>{text}</{field}></INDIVIDUAL_DATE_OF_BIRTH>")
    kept = [s.value for s in parsed.sightings] + [p.what for p in parsed.problems]
    given_text = " ".join(text.split())
    if given_text not in FORMS and given_text.casefold().strip(" .") != "approximately":
        assert any(form in value for value in kept for form in (given_text[:10], repr(given_text)))


@given(st.permutations([record(alias(n), reference=f"KPi.00{n}") for n in "123"]))
def test_the_order_of_records_changes_no_sighting_but_its_place(records: list[str]) -> None:
    found = {(s.party, s.prop, s.value) for s in parse(document("".join(records)), "list").sightings}
    assert found == {
        (f"un-KPi.00{n}", prop, value)
        for n in "123"
        for prop, value in (("Sanction", "UN"), ("name", "RI"), ("alias", n))
    }
