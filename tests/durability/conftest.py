"""Workspaces to kill writers in, each made once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.lists import sdn, un, write
from tests.durability.workspaces import answer, copied
from tests.running import yalu

FIRST, SECOND = 300, 310
"""How many companies the two copies of the list hold."""


@dataclass(frozen=True, slots=True)
class Stages:
    """One history, undisturbed: the workspace with one copy of the list, and with two."""

    one: Path
    two: Path
    sync_first: tuple[str | Path, ...]
    sync_second: tuple[str | Path, ...]
    sync_un: tuple[str | Path, ...]

    @property
    def answers(self) -> tuple[tuple[str, int], ...]:
        """What a reader may see while the second copy is taken in: this or that, and nothing else."""
        return answer(self.one), answer(self.two)


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    folder = tmp_path_factory.mktemp("stages")
    first = write(folder / "first", sdn_csv=sdn(FIRST))
    second = write(folder / "second", sdn_csv=sdn(SECOND))
    un_list = write(folder / "un", consolidated_xml=un(120))
    found = Stages(
        folder / "one",
        folder / "two",
        ("sync", "ofac_sdn", "--from", first, "--dated", "2024-05-01"),
        ("sync", "ofac_sdn", "--from", second, "--dated", "2024-06-01"),
        ("sync", "un_sc", "--from", un_list),
    )
    yalu(*found.sync_first, workspace=found.one)
    copied(found.one, found.two)
    yalu(*found.sync_second, workspace=found.two)
    return found
