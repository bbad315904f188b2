"""Answers are scored against the truth, by hand-made ships whose score can be counted."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from yalu.cli.fleet import exercise
from yalu.errors import ContractError, UsageError
from yalu.fleet.exercise.deceptions import DECEPTIONS, WORDS, named
from yalu.fleet.exercise.score import Answer, Ship, Truth, read_answers, read_truth, score

SHIPS = [
    Ship(imo="1", name="A", inspect=True, deceptions=["ais_off", "meeting_at_sea"], decoys=[]),
    Ship(imo="2", name="B", inspect=True, deceptions=["cover_cargo"], decoys=["name_slip"]),
    Ship(imo="3", name="C", inspect=False, deceptions=[], decoys=["name_slip"]),
    Ship(imo="4", name="D", inspect=False, deceptions=[], decoys=[]),
]
TRUTH = Truth(version=1, exercise=True, seed=7, ships=SHIPS)


def test_precision_recall_deceptions_and_time() -> None:
    answers = {
        "1": Answer(True, "AIS off for nine hours", 3),
        "2": Answer(False, "", 1),
        "3": Answer(True, "identity", 8),
    }
    found = score(TRUTH, answers)
    assert (found.precision, found.recall, found.right) == (0.5, 0.5, 1)
    assert (found.false_alarms, found.missed, found.answered) == (["3"], ["2"], 3)
    assert found.by_deception["ais_off"] == (1, 1, 1)
    assert found.by_deception["meeting_at_sea"] == (1, 1, 0)
    assert found.by_deception["cover_cargo"] == (1, 0, 0)
    assert found.by_decoy["name_slip"] == (1, 1)
    assert (found.minutes, found.median) == (12, 3)


def test_who_inspects_nothing_has_no_precision() -> None:
    found = score(TRUTH, {})
    assert (found.precision, found.recall, found.minutes) == (None, 0.0, None)


def test_who_inspects_all_has_full_recall() -> None:
    found = score(TRUTH, {s.imo: Answer(True) for s in SHIPS})
    assert (found.precision, found.recall) == (0.5, 1.0)


def test_reasons_name_deceptions_by_their_words() -> None:
    assert set(WORDS) == set(DECEPTIONS)
    assert all(code in named(code.replace("_", " ")) for code in ("ais_off", "cover_cargo", "false_papers"))
    assert named("posts nothing, costs little") == set()
    assert named("STS transfer; three flags? no: one flag") == {"meeting_at_sea", "flag_hopping"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("9,yes,,", "is no ship of this exercise"),
        ("1,perhaps,,", "neither yes nor no"),
        ("1,yes,,soon", "is no number"),
        ("1,yes,,\n1,no,,", "answered twice"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_scored(row: str, why: str) -> None:
    with pytest.raises(ContractError, match=why):
        read_answers("a.csv", f"imo,inspect,reason,minutes\n{row}\n".encode(), TRUTH)


def test_an_empty_line_of_the_form_is_no_answer() -> None:
    content = b"EXERCISE,imo,name,inspect,reason,minutes\nEXERCISE,1,A,yes,gap,2.5\nEXERCISE,2,B,,,\n"
    assert read_answers("a.csv", content, TRUTH) == {"1": Answer(True, "gap", 2.5)}


def test_a_file_that_is_no_truth(tmp_path: Path) -> None:
    path = tmp_path / "truth.json"
    path.write_text('{"version": 1, "exercise": false}')
    with pytest.raises(ContractError, match="exercise"):
        read_truth(path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_truth(tmp_path / "none.json")


def test_the_command_from_seed_to_score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exercise.run(seed=3, ships=12, out=tmp_path, json=True)
    truth = Path(orjson.loads(capsys.readouterr().out)["files"][-1])
    ships = orjson.loads(truth.read_bytes())["ships"]
    answers = tmp_path / "answers.csv"
    lines = [f"{s['imo']},{'yes' if s['inspect'] else 'no'},{'; '.join(s['deceptions'])}" for s in ships]
    answers.write_text("imo,inspect,reason\n" + "\n".join(lines) + "\n")
    exercise.run(score=str(answers), truth=truth, json=True)
    told = orjson.loads(capsys.readouterr().out)
    assert (told["precision"], told["recall"], told["exercise"]) == (1.0, 1.0, True)
    exercise.run(score=str(answers), truth=truth)
    assert capsys.readouterr().out.startswith("EXERCISE 3: 12 of 12 ships answered")
    with pytest.raises(UsageError, match="--seed N"):
        exercise.run()
    with pytest.raises(UsageError, match="truth was not given"):
        exercise.run(score=str(answers))
