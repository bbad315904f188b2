"""Output that a narrow encoding, a closed end or a full disk meets: no traceback, and nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PARTY = "ofac-9345"
VERBS = (
    ("sources",),
    ("entity", PARTY),
    ("entity", PARTY, "--json"),
    ("compare", "Ri", "李", "--quiet"),
    ("doctor",),
)


def shell(command: str, home: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of a shell in which ``yalu`` is the command."""
    line = f'yalu() {{ "{sys.executable}" -m yalu "$@"; }}; {command}'
    variables = os.environ | {"YALU_HOME": str(home), "NO_COLOR": "1"} | environment
    return subprocess.run(["bash", "-c", line], capture_output=True, env=variables, timeout=300)


@pytest.mark.parametrize("words", VERBS, ids=" ".join)
def test_an_encoding_without_arrows_and_hangul_is_no_failure(words: tuple[str, ...], casebook: Path) -> None:
    line = " ".join(f"'{w}'" for w in words)
    plain = shell(f"yalu {line}", casebook)
    narrow = shell(f"yalu {line}", casebook, PYTHONIOENCODING="ascii")
    assert narrow.returncode == plain.returncode
    assert b"Traceback" not in narrow.stderr and narrow.stdout.isascii() and narrow.stdout
    assert b"\\u" in narrow.stdout or plain.stdout.isascii()
    if "--json" in words:
        assert json.loads(narrow.stdout) == json.loads(plain.stdout)


@pytest.mark.parametrize("words", [*VERBS, ("--version",), ("--help",)], ids=" ".join)
@pytest.mark.parametrize("end", [">&-", "| head -c 1", ">&- 2>&-", "| true"])
def test_a_closed_end_is_no_traceback(words: tuple[str, ...], end: str, casebook: Path) -> None:
    done = shell(f"yalu {' '.join(words)} {end}", casebook)
    assert b"Traceback" not in done.stderr and b"Exception ignored" not in done.stderr
    assert done.returncode in (0, 3, 4)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(casebook: Path) -> None:
    done = shell(f"yalu entity {PARTY} >/dev/full", casebook)
    assert done.returncode == 1
    assert b"No space left" in done.stderr and b"Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["entity $'\\xff\\xfe'", "brief --out $'out-\\xff'", "sources $'\\xff'"])
def test_an_argument_that_is_no_text_is_wrong_usage(words: str, casebook: Path) -> None:
    done = shell(f"yalu {words}", casebook)
    assert done.returncode == 2
    assert b"\\xff" in done.stderr and b"UTF-8" in done.stderr and b"Traceback" not in done.stderr
