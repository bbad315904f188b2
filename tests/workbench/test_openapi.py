"""The API keeps what its own description promises, and every part of it is documented."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.serving import Served
from yalu.evidence.workspace import Workspace
from yalu.workbench.app import create_app

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "http-api.md"
DESCRIPTION: dict[str, Any] = json.loads(json.dumps(create_app(Workspace(Path("nowhere"))).openapi()))
ROUTES = [(method, path) for path, methods in DESCRIPTION["paths"].items() for method in methods]

CONFIG = """
seed = 20261124
[checks.positive_data_acceptance]
# what a request names (a schema, a field, a day) may not exist; yente answers 400, and so does this
expected-statuses = ["2xx", "3xx", "400", "404"]
"""


def test_the_api_keeps_its_description(served: Served, tmp_path: Path) -> None:
    """schemathesis makes valid and invalid requests out of it, and checks each answer against it."""
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG)
    done = subprocess.run(
        [
            *(Path(sys.executable).with_name("schemathesis"), "--config-file", config, "run"),
            *(f"{served.url}/openapi.json", "--phases", "examples,coverage,fuzzing"),
            *("--max-examples", "15", "--no-color"),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=150,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Tested: {len(ROUTES)}" in done.stdout
    assert "Traceback" not in served.log()


def test_the_description_is_served(served: Served) -> None:
    assert served.get("/openapi.json").json() == DESCRIPTION


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_route_is_documented(method: str, path: str) -> None:
    section = _section(f"{method.upper()} {path}")
    operation = DESCRIPTION["paths"][path][method]
    missing = [p["name"] for p in operation.get("parameters", ()) if f"`{p['name']}`" not in section]
    assert not missing, f"{path}: {missing}"


def test_every_error_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    codes = {
        code for path, method in _operations() for code in DESCRIPTION["paths"][path][method]["responses"]
    }
    assert not [code for code in codes if not re.search(rf"^\| {code} \|", page, re.MULTILINE)]


def _operations() -> list[tuple[str, str]]:
    return [(path, method) for method, path in ROUTES]


def _section(title: str) -> str:
    """The text under a heading, with what holds for all routes."""
    page = PAGE.read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    sections = {name.strip("` "): text for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    return sections[title] + sections["What every request may ask"]
