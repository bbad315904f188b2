"""Records that were resolved are one hit, on the days on which their proof was known."""

from __future__ import annotations

from pathlib import Path

from tests.resolve.made import record, resolution, said
from tests.screening.made import ask, index
from yalu.evidence.view import When
from yalu.ledger.judgement import Judgement
from yalu.resolve.grouping import Grouped
from yalu.screening import Screener
from yalu.screening.day import Day
from yalu.screening.hit import Hit

EARLY = record("us-1", "Person", "Ri Hong Sop", birthDate="1940-01-02", passportNumber="P1234567")
LATE = record(
    "un-1", "Person", "Ri Hong-sop", birthDate="1940-01-02", passportNumber="P1234567", known="2022-05-01"
)
OTHER = record("eu-1", "Person", "Pak To Chun", birthDate="1950-01-02")


def hits(folder: Path, as_of: str, *judged: Judgement, resolved: bool = True) -> list[Hit]:
    rows = [*EARLY, *LATE, *OTHER]
    grouping = Grouped(resolution(folder, EARLY, LATE, OTHER), judged) if resolved else None
    return ask(Screener(Day(index(folder, rows), When.at(as_of), grouping=grouping)), "Ri Hong Sop")


def test_one_party_is_one_hit_with_all_ids_and_lists(tmp_path: Path) -> None:
    [hit] = hits(tmp_path, "2026-01-01")
    assert hit.ids == ("un-1", "us-1")
    assert {one.source for one in hit.lists} == {"list_us", "list_un"}
    assert {h.ids for h in hits(tmp_path, "2026-01-01", resolved=False)} == {("un-1",), ("us-1",)}


def test_before_the_proof_was_known_there_is_one_record(tmp_path: Path) -> None:
    [hit] = hits(tmp_path, "2022-04-30")
    assert hit.ids == ("us-1",)


def test_a_judgement_counts_and_is_named(tmp_path: Path) -> None:
    apart = said("us-1", "un-1", "different")
    assert {h.ids for h in hits(tmp_path, "2026-01-01", apart)} == {("un-1",), ("us-1",)}
    plain, judged = (Grouped(resolution(tmp_path, EARLY, LATE), j) for j in ([], [apart]))
    assert plain.name != judged.name
    assert plain.name.partition("-")[0] == judged.name.partition("-")[0], "the same rules"


def test_a_later_id_of_a_party_that_is_no_record_does_no_harm(tmp_path: Path) -> None:
    class Named:
        name = "made"

        def groups(self, as_of: str, mode: object) -> list[tuple[str, ...]]:
            return [("nobody-1", "un-1", "us-1"), ("nobody-2",)]

        def pending(self, as_of: str, mode: object) -> list[str]:
            return []

        def limited(self, sources: object) -> Named:
            return self

    day = Day(index(tmp_path, [*EARLY, *LATE]), When.at("2026-01-01"), grouping=Named())
    [hit] = ask(Screener(day), "Ri Hong Sop")
    assert (hit.id, hit.ids) == ("un-1", ("un-1", "us-1"))
