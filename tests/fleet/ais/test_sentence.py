from __future__ import annotations

from functools import reduce
from operator import xor as joined

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fleet.ais.made import MARCH, position, tagged
from yalu.fleet.ais.rows import REASONS
from yalu.fleet.ais.sentence import Sentence, read, xor

LINE = position(273000001, 38.7, 125.3)


@given(st.binary(max_size=400))
def test_the_folded_checksum_is_that_of_a_loop(text: bytes) -> None:
    assert xor(text) == reduce(joined, text, 0)


@given(st.binary(max_size=120))
def test_no_bytes_break_the_reader(line: bytes) -> None:
    found = read(line)
    assert isinstance(found, Sentence) or found in REASONS


@given(st.integers(1, len(LINE) - 4), st.integers(1, 255))
def test_a_changed_byte_never_passes(at: int, change: int) -> None:
    line = bytearray(LINE.encode())
    line[at] ^= change
    found = read(bytes(line))
    assert isinstance(found, str) or found.text[1:-2] == LINE.encode()[1:-2]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        (LINE, 0),
        (tagged(MARCH, LINE), MARCH),
        (f"\\c:{MARCH}123\\{LINE}", MARCH),  # milliseconds, and a tag block without a checksum
        (f"\\g:1-2-77,s:r3,c:{MARCH}\\{LINE}", MARCH),
        (f"{LINE},rSTATION7,{MARCH}", MARCH),
        (f"\\s:r3\\{LINE}", 0),
    ],
)
def test_the_time_that_stands_beside(line: str, time: int) -> None:
    found = read(line.encode())
    assert isinstance(found, Sentence)
    assert found.time == time


def test_a_broken_tag_block_is_told_from_a_broken_sentence() -> None:
    good = tagged(MARCH, LINE)
    assert read(good.replace("rMT1", "rMT2").encode()) == "tag checksum"
    assert read(good.replace("AIVDM", "AIVDO").encode()) == "checksum"
    assert read(b"$GPGGA,1,2*33") == "not a sentence"
