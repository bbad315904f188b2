"""A second run compares only what changed, and comes to the same parties."""

from __future__ import annotations

from pathlib import Path

from tests.resolve.made import parties, record, resolution
from yalu.evidence.workspace import Workspace
from yalu.resolve import store
from yalu.resolve.grouping import Grouped

CHONG_RIM = record("x-1", "Vessel", "CHONG RIM 2", callSign="HMYN7", country="KP")
OTHERS = [record(f"z-{n}", "Vessel", f"Ship Number{n} Name{n}") for n in range(200)]


def test_only_changed_records_are_compared(tmp_path: Path) -> None:
    first = resolution(
        tmp_path / "1",
        CHONG_RIM,
        record("y-1", "Vessel", "Chong Rim 2", callSign="HMYN7", country="KP"),
        *OTHERS,
    )
    assert first.counts.changed == 202
    again = resolution(
        tmp_path / "2",
        CHONG_RIM,
        record("y-1", "Vessel", "Chong Rim 2", callSign="HMYN7", country="KP"),
        *OTHERS,
        before=first,
    )
    assert (again.counts.changed, again.counts.compared) == (0, 0)
    assert parties(Grouped(again)) == parties(Grouped(first)) == {frozenset(("x-1", "y-1"))}


def test_a_changed_record_is_compared_with_all_and_a_removed_one_forgotten(tmp_path: Path) -> None:
    first = resolution(
        tmp_path / "1",
        CHONG_RIM,
        record("y-1", "Vessel", "Chong Rim 2", callSign="HMYN7", country="KP"),
        *OTHERS,
    )
    renamed = record("y-1", "Vessel", "Tae Dong Gang 2", callSign="HMAA2")
    changed = resolution(tmp_path / "2", CHONG_RIM, renamed, *OTHERS, before=first)
    assert changed.counts.changed == 1
    assert not parties(Grouped(changed))
    without = resolution(tmp_path / "3", CHONG_RIM, *OTHERS, before=first)
    assert without.counts.removed == 1
    assert not any("y-1" in key for key in without.pairs)


def test_what_is_stored_is_read_back(tmp_path: Path) -> None:
    made = resolution(
        tmp_path / "1",
        record("x-1", "Person", "Ri Won Ho", birthDate="1964-07-17", passportNumber="381310014"),
        record("y-1", "Person", "RI, Won Ho", birthDate="1964-07-17", passportNumber="381310014"),
        record("y-2", "Person", "RI, Won Ho", birthDate="1964-07-18"),
    )
    place = Workspace(tmp_path / "home")
    store.write(place, made)
    read = store.read(place, made.snapshot)
    assert read is not None
    assert (read.pairs, read.edges, read.refused, read.prints) == (
        made.pairs,
        made.edges,
        made.refused,
        made.prints,
    )
    ours, theirs = Grouped(made), Grouped(read)
    assert ours.groups() == theirs.groups() == [("x-1", "y-1")]
    assert ours.queue() == theirs.queue()
    path = store.write_parties(place, theirs, None)
    assert path.read_text() == '{"version":1,"id":"x-1","ids":["x-1","y-1"]}\n'


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "home")
    path = store.path_of(place, "s1")
    path.parent.mkdir(parents=True)
    path.write_text('{"format": 1, "records": [')
    assert store.read(place, "s1") is None
    assert store.newest(place) is None
