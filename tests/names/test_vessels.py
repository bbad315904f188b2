"""Ships' names: numbers decide, spaces do not."""

from __future__ import annotations

import pytest

from tests.names.pairs import ship


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("7-28", "7 28"),
        ("MV Chong Rim 2", "CHONG RIM NO. 2"),
        ("CHONG RIM II", "CHONG RIM 2"),
        ("Chong Chon Gang", "CHONGCHONGANG"),
        ("청천강", "CHONG CHON GANG"),
        ("清川江號", "CHONG CHON GANG"),
        ("지성 6호", "JI SONG 6"),
        ("东方之星", "Oriental Star"),
    ],
)
def test_one_ship(a: str, b: str) -> None:
    assert ship(a, b).alert


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("CHONG RIM 2", "CHONG RIM 3"),
        ("CHONG RIM 2", "CHONG RIM"),
        ("7-28", "7-29"),
        ("7-28", "28-Jul"),
        ("지성 6호", "JI SONG 8"),
        ("ASIA BRIDGE", "ASIA HONOR"),
    ],
)
def test_two_ships(a: str, b: str) -> None:
    assert not ship(a, b).alert


def test_the_same_name_scores_one() -> None:
    assert ship("7-28", "7-28").score == 1
