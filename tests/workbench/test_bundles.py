"""The committed bundles are those of the committed sources; no Node is needed to tell."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src" / "yalu" / "workbench" / "static"
SOURCES = sorted(p for p in (ROOT / "web" / "src").glob("*.ts") if not p.name.endswith(".d.ts"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.stem)
def test_a_bundle_is_not_stale(source: Path) -> None:
    bundle = STATIC / "js" / f"{source.stem}.js"
    record = json.loads(bundle.with_name(f"{bundle.name}.json").read_text())
    stale = [p for p, found in record["sources"].items() if digest(ROOT / "web" / p) != found]
    assert not stale, "run make web"
    assert f"src/{source.name}" in record["sources"] and digest(bundle) == record["bundle"]


def test_no_bundle_is_left_of_a_source_that_is_gone() -> None:
    assert {p.stem for p in (STATIC / "js").glob("*.js")} == {p.stem for p in SOURCES}


def test_both_dark_blocks_are_equal() -> None:
    text = (STATIC / "css" / "tokens.css").read_text()
    blocks = [
        part.partition("} }")[0].partition("color-scheme: dark;")[2]
        for part in text.split("@media screen")[1:]
    ]
    assert len(blocks) == 2 and blocks[0].strip() == blocks[1].strip()
