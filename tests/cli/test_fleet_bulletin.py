"""``yalu fleet bulletin`` and ``yalu fleet verify`` as a user runs them."""

from __future__ import annotations

import shutil
from pathlib import Path

import orjson
import pytest

from tests.running import yalu
from yalu.cli.fleet import bulletin, verify
from yalu.errors import ContractError, UsageError


def issued(capsys: pytest.CaptureFixture[str], out: Path, **options: object) -> dict[str, object]:
    bulletin.run(out=out, json=True, quiet=True, **options)  # type: ignore[arg-type]
    told: dict[str, object] = orjson.loads(capsys.readouterr().out)
    return told


def test_from_the_first_bulletin_to_the_second(
    casebook: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(casebook, home)
    out = tmp_path / "out"
    bulletin.run(out=out, as_of="2017-01-01")
    said = capsys.readouterr()
    assert "Bulletin No. 1 on ships of 2017-01-01: The full list" in said.out
    assert "public.pem" in said.err and "another way" in said.err
    second = issued(capsys, out, as_of="2018-01-15")
    changes = second["changes"]
    assert isinstance(changes, list)
    assert any(c["kind"] == "listed" and c["after"].startswith("UN: ") for c in changes)
    assert all(c["sources"] for c in changes)
    bulletin.run(again=1, out=tmp_path / "more")
    verify.run(tmp_path / "more" / "bulletin-0001", key=home / "bulletins" / "public.pem")
    assert "not who" not in capsys.readouterr().err
    with pytest.raises(UsageError, match="exists already"):
        bulletin.run(again=1, out=out)
    with pytest.raises(UsageError, match="There is no bulletin 7"):
        bulletin.run(since=7, out=tmp_path / "none")
    (out / "bulletin-0002" / "hulls.csv").write_text("")
    with pytest.raises(ContractError, match=r"hulls\.csv was changed"):
        verify.run(out / "bulletin-0002")


def test_verifying_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = yalu("fleet", "verify", tmp_path / "empty", workspace=tmp_path / "none", check=False)
    assert done.returncode == 5 and "manifest.json is missing" in done.stderr
    assert not (tmp_path / "none").exists()
