"""The iCalendar file, read back by the rules of RFC 5545."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sections import TODAY
from yalu.coalition.dates.event import Event
from yalu.coalition.dates.gather import events
from yalu.evidence.view import Evidence, View
from yalu.model.dates import Interval
from yalu.publish.ics import FOLD, calendar, escaped, folded
from yalu.regimes import load_duties


def unfolded(content: bytes) -> list[str]:
    """The content lines: a break followed by a blank is none (3.1)."""
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= FOLD
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def parsed(content: bytes) -> list[dict[str, str]]:
    lines = unfolded(content)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR" and "VERSION:2.0" in lines
    found: list[dict[str, str]] = []
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line != "END:VEVENT":
            assert name not in found[-1], "no property of these comes twice"
            found[-1][name] = unescaped(value)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(found)
    return found


@pytest.fixture(scope="module")
def view(evidence: Evidence) -> View:
    return evidence.at(TODAY)


def test_every_event_with_a_day_is_read_back(view: View) -> None:
    found = events(view, load_duties())
    read = parsed(calendar(view, found))
    dated = [e for e in found if e.day]
    assert [e["UID"] for e in read] == [f"{e.id}@yalu" for e in dated]
    assert len({e["UID"] for e in read}) == len(read)
    assert {e["DTSTAMP"] for e in read} == {"20261124T000000Z"}
    for event, one in zip(dated, read, strict=True):
        assert one["DTSTART;VALUE=DATE"] == event.day.lo.replace("-", "")
        assert one["SUMMARY"].startswith(event.what)
        assert "Source: " in one["DESCRIPTION"]


def test_an_all_day_event_ends_before_the_next_day(view: View) -> None:
    span = replace(events(view, load_duties())[0], day=Interval("2018-12-01", "2018-12-31"))
    [one] = parsed(calendar(view, [span]))
    assert (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) == ("20181201", "20190101")
    assert "only to lie within 2018-12-01..2018-12-31" in one["DESCRIPTION"]


def test_the_same_question_gives_the_same_bytes(view: View) -> None:
    found = events(view, load_duties())
    assert calendar(view, found) == calendar(view, found)


def test_no_event_is_still_a_calendar(view: View) -> None:
    assert parsed(calendar(view, [Event("x", "r", "deadline", "w", Interval(), ())])) == []


@given(st.text())
def test_any_text_comes_back_whole(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    try:
        content = "".join(f"{part}\r\n" for part in folded(line)).encode()
    except UnicodeEncodeError:
        return  # a lone surrogate: no text of a source holds one
    [read] = unfolded(content)
    kept = "".join(c for c in text.replace("\r\n", "\n") if c == "\n" or (c >= " " and c != "\x7f"))
    assert unescaped(read.removeprefix("SUMMARY:")) == kept
