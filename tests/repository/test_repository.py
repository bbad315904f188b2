"""The promises of the repository itself: a hashed lock without addresses, documents whose links hold."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import yalu

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _pages() -> list[Path]:
    docs = (p for p in (ROOT / "docs").rglob("*.md"))
    return sorted([*ROOT.glob("*.md"), *docs])


def test_version_is_the_same_everywhere() -> None:
    assert yalu.__version__ == PROJECT["version"]


def test_lock_holds_every_dependency() -> None:
    # The cluster's engine comes as 450 MB of source without a wheel: who has a cluster installs it apart.
    extras = [named for extra, named in PROJECT["optional-dependencies"].items() if extra != "cluster"]
    wanted = {_name(r) for group in [PROJECT["dependencies"], *extras] for r in group}
    locked = {_name(line) for line in LOCK.splitlines() if re.match(r"[a-z0-9]", line)}
    assert wanted <= locked, f"run make lock: {sorted(wanted - locked)} are missing"


def test_every_locked_package_has_a_version_and_a_hash() -> None:
    packages = re.split(r"\n(?=[a-z0-9])", LOCK.strip())
    bad = [p.splitlines()[0] for p in packages if "==" not in p or "--hash=sha256:" not in p]
    assert not bad


def test_lock_names_no_address_and_no_folder() -> None:
    assert not re.search(r"https?:|file:|--index|--find-links|@ |^#", LOCK, re.MULTILINE)


def test_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 150


@pytest.mark.parametrize("page", _pages(), ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_hold(page: Path) -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert not [link for link in local if not (page.parent / link).exists()]
