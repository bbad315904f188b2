"""What every file of code keeps to: no long file, and no guess where whole lists might lie."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 400


def code(*folders: str) -> dict[str, str]:
    """The Python files of some folders, by path."""
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
    }


def test_no_file_is_long() -> None:
    found = code("src", "tests", "benchmarks")
    assert [name for name, text in found.items() if len(text.splitlines()) > LONGEST] == []


def test_only_the_tests_look_for_whole_lists_beside_the_checkout() -> None:
    found = code("src", "benchmarks")
    assert [name for name, text in found.items() if re.search(r"""["'](\.\./)?shared["']""", text)] == []
