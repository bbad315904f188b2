"""A command, an option, a source or a claim that the documentation lacks fails here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from yalu.cli import VERBS, load
from yalu.publish.claims import claim_name
from yalu.regimes import load_regime
from yalu.regimes.memo import CheckMethod
from yalu.sources.registry import sources

DOCS = Path(__file__).resolve().parents[2] / "docs" / "reference"


def sections(page: str) -> dict[str, str]:
    """The text under each second-level heading of a reference page."""
    parts = re.split(r"^## (.+)$", (DOCS / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {title.strip("` "): text for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def commands() -> dict[str, Any]:
    """Every command by its words, those inside a group included."""
    found: dict[str, Any] = {}
    for verb in VERBS:
        command = load(verb)
        inner = getattr(command, "commands", {})
        found[verb] = command
        found |= {f"{verb} {name}": one for name, one in inner.items()}
    return found


COMMANDS = commands()


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_and_option_is_documented(words: str) -> None:
    text = sections("commands.md")[f"yalu {words}"]
    options = [o for p in COMMANDS[words].params if p.param_type_name == "option" for o in p.opts]
    missing = [o for o in options if o.startswith("--") and o not in text and o != "--help"]
    assert not missing, f"docs/reference/commands.md, yalu {words}: {', '.join(missing)}"


def test_no_command_is_documented_that_is_not_there() -> None:
    titles = [t.removeprefix("yalu ") for t in sections("commands.md") if t.startswith("yalu ")]
    assert sorted(titles) == sorted(COMMANDS)


@pytest.mark.parametrize("source_id", sources())
def test_every_source_is_documented(source_id: str) -> None:
    text = sections("sources.md")[source_id]
    assert sources()[source_id].publisher in text


def test_every_claim_and_its_method_is_documented() -> None:
    page = (DOCS / "claims.md").read_text(encoding="utf-8")
    memo = load_regime().memo
    ids = [claim_name(row.id) for row in (*memo.claims, *memo.notes)]
    assert not [i for i in ids if f"`{i}`" not in page]
    assert not [m for m in CheckMethod.__args__ if f"`{m}`" not in page]


def test_every_exit_code_is_documented() -> None:
    page = (DOCS / "exit-codes.md").read_text(encoding="utf-8")
    assert all(re.search(rf"\| *`?{code}`? *\|", page) for code in range(6))
