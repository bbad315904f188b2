"""What a coalition gives as files: taken whole, or refused with the line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from yalu.designation.wave.limits import Limits
from yalu.designation.wave.reading import capacity, costs, effects
from yalu.errors import ContractError, UsageError

BY = ("US", "JP")


def file(folder: Path, text: str) -> Path:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return path


def known(text: str) -> str | None:
    return {"a": "a", "alias-of-a": "a", "b": "b"}.get(text)


def test_files_are_read(tmp_path: Path) -> None:
    assert capacity(file(tmp_path, "\ufeffAuthority,Parties\nus, 5\n\nJP,0\n"), BY) == {"US": 5, "JP": 0}
    assert costs(file(tmp_path, "party,cost\nalias-of-a,2.5\nb,1\n"), known) == {"a": Fraction(5, 2), "b": 1}
    assert effects("US=1, jp=0.5", BY) == {"US": 1, "JP": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("authority,parties\nUS,many\n", "line 2"),
        ("authority,parties\nUS,5,6\n", "line 2"),
        ("authority,parties\nUS,-1\n", "line 2"),
        ("authority,parties\nEU,5\n", "US, JP"),
        ("US,5\n", "authority,parties"),
        ("authority,parties\nUS,5\nus,6\n", "a second line for US"),
        ("", "an empty file"),
        ('authority,parties\nUS,"5\n', "not CSV"),
    ],
)
def test_a_wrong_capacity_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ContractError) as found:
        capacity(file(tmp_path, text), BY)
    assert said in f"{found.value} {found.value.expected}"


@pytest.mark.parametrize("line", ["c,2", "a,0", "a,1e5", "a,-2", "a", "a,1\nalias-of-a,2"])
def test_a_wrong_cost_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ContractError):
        costs(file(tmp_path, f"party,cost\n{line}\n"), known)


def test_wrong_numbers_are_refused(tmp_path: Path) -> None:
    for text in ("US", "US=", "EU=1", "US=half"):
        with pytest.raises(UsageError):
            effects(text, BY)
    for bad in ({"US": Fraction(2)}, {"US": Fraction(0)}):
        with pytest.raises(UsageError):
            Limits(1, effects=bad)
    with pytest.raises(UsageError):
        Limits(0)
    with pytest.raises(UsageError):
        capacity(tmp_path / "none.csv", BY)
    path = tmp_path / "latin.csv"
    path.write_bytes(b"party,cost\n\xff,1\n")
    with pytest.raises(ContractError):
        costs(path, known)
