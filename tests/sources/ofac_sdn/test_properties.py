"""Whatever the bytes, only a ContractError; whatever the remarks, no text is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.sources.ofac_sdn.documents import FIXTURE, PARTS
from yalu.errors import ContractError
from yalu.sources.ofac_sdn.labels import DATED, IMO, NUMBERED, PLAIN, TYPED, WHOLE
from yalu.sources.ofac_sdn.pieces import split
from yalu.sources.ofac_sdn.remarks import read_piece

LABELS = [*PLAIN, *WHOLE, *DATED, *TYPED, *IMO, *NUMBERED, "a.k.a.", "Linked To:", "Fax", ""]
KINDS = ("Person", "Vessel", "Airplane", "Organization")

pieces = st.tuples(
    st.sampled_from(["", "alt. "]),
    st.sampled_from(LABELS),
    st.text(max_size=20)
    | st.from_regex(r"[A-Z0-9]{1,9}( \([A-Z][a-z]+\))?( issued 0[1-9] Jan 20\d\d)?", fullmatch=True),
).map(lambda p: f"{p[0]}{p[1]} {p[2]}")


@given(st.sampled_from(PARTS), st.binary(max_size=200))
def test_random_bytes(part: str, content: bytes) -> None:
    _parse(content, part)


@given(
    st.sampled_from(PARTS),
    st.sampled_from(PARTS),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 6), st.binary(max_size=4)), max_size=4),
)
def test_mutated_files(given_part: str, part: str, edits: list[tuple[int, int, bytes]]) -> None:
    content = FIXTURE[given_part]
    for at, removed, added in edits:
        at %= len(content)
        content = content[:at] + added + content[at + removed :]
        content = content or b"1"
    _parse(content, part)


@given(st.lists(pieces | st.text(max_size=30), max_size=6), st.sampled_from(KINDS))
def test_no_text_of_remarks_is_lost(parts: list[str], kind: str) -> None:
    remarks = "; ".join(parts)[:990]
    found, cut = split(remarks)
    assert cut == ""
    assert _letters("".join(found)) == _letters(remarks)
    for piece in found:
        prop, value, detail = read_piece(piece, kind)
        if prop == "notes":
            assert value == piece
        else:
            said = _letters(value + "".join(str(v) for v in detail.values()))
            missing = [w for w in _words(_without_label(piece)) if w not in said]
            assert not missing or prop in ("birthDate", "incorporationDate", "buildDate", "gender")
        assert value


@given(st.text(min_size=1000, max_size=1200))
def test_a_long_remark_loses_nothing(remarks: str) -> None:
    found, cut = split(remarks)
    assert _letters("".join(found) + cut) == _letters(remarks)


def _parse(content: bytes, part: str) -> None:
    from yalu.sources.ofac_sdn.parse import parse

    try:
        parsed = parse(content, part)
    except ContractError:
        return
    assert parsed.records > 0
    assert all(s.party.startswith("ofac-") and s.value for s in parsed.sightings)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _without_label(piece: str) -> str:
    text = re.sub(r"^[Aa]lt\. ?", "", piece)
    for label in sorted(LABELS, key=len, reverse=True):
        if label and text.startswith(label):
            return text[len(label) :]
    return text


def _words(text: str) -> list[str]:
    text = re.sub(r" (issued|expires) (?:\d\d )?(?:[A-Z][a-z]{2} )?(\d{4})", r" \2", text)
    return re.findall(r"[^\W_]+", text)
