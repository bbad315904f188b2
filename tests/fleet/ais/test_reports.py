"""Arrays read what pyais reads, for every field of the reports that they read."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st
from pyais import decode

from tests.fleet.ais.made import position
from yalu.fleet.ais import messages, reports, sentence

REPORT = st.tuples(
    st.sampled_from((1, 2, 3, 18)),
    st.integers(200_000_000, 799_999_999),
    st.floats(-90, 91),
    st.floats(-180, 181),
    st.integers(0, 1023).map(lambda n: n / 10),
    st.integers(0, 3600).map(lambda n: n / 10),
    st.one_of(st.integers(0, 359), st.just(511)),
    st.integers(0, 63),
)


@given(st.lists(REPORT, min_size=1, max_size=5))
def test_arrays_and_pyais_agree(rows: list[tuple[int, int, float, float, float, float, int, int]]) -> None:
    lines = [
        position(mmsi, lat, lon, kind=kind, speed=sog, course=cog, heading=heading, second=second)
        for kind, mmsi, lat, lon, sog, cog, heading, second in rows
    ]
    payloads = [line.split(",")[5].encode() for line in lines]
    assert all(reports.readable(p) for p in payloads)
    found = reports.read(payloads)
    for i, line in enumerate(lines):
        parsed = sentence.read(line.encode())
        assert isinstance(parsed, sentence.Sentence)
        read = messages.read([parsed.text], decode)
        assert read is not None and read.point is not None
        for field, value in read.point.items():
            got = float(found[field][i])
            if value is None:
                assert math.isnan(got), field
            else:
                assert math.isclose(got, value, abs_tol=1e-6), field
        assert found["second"][i] == read.second


@given(st.binary(min_size=28, max_size=28))
def test_what_is_not_armored_is_left_to_pyais(payload: bytes) -> None:
    if reports.readable(payload):
        assert payload[0] in b"123B"
        assert all(48 <= sign < 88 or 96 <= sign < 120 for sign in payload)
        reports.read([payload])
