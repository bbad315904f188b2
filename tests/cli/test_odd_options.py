"""Options that a script gets wrong: an empty day, the first day of all, a name that is no archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import yalu, yalu_json


@pytest.mark.parametrize("words", [("calendar", "--as-of", ""), ("gaps", "--by", "US", "--on", "")])
def test_an_empty_day_does_not_mean_today(casebook: Path, words: tuple[str, ...]) -> None:
    done = yalu(*words, workspace=casebook, check=False)
    assert done.returncode == 2 and "was given without a day" in done.stderr and not done.stdout


def test_the_first_day_of_all_has_no_authority(casebook: Path) -> None:
    found = yalu_json("coalition", "authorities", "--as-of", "0001-01-01", workspace=casebook)
    assert found["authorities"] == []


def test_only_an_archive_is_written_over(casebook: Path, tmp_path: Path) -> None:
    other = tmp_path / "report.docx"
    other.write_text("mine")
    words = ("package", "un-KPi.005", "--authority", "US", "--zip", other)
    done = yalu(*words, workspace=casebook, check=False)
    assert done.returncode == 2 and ".zip" in done.stderr and other.read_text() == "mine"
