"""``yalu wave plan``, ``sign`` and ``status``: from a wave to a plan that two persons signed, and voids."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import orjson
import pytest

from yalu.cli import load
from yalu.cli.wave import plan, sign, status
from yalu.errors import UsageError, YaluError
from yalu.evidence.view import Evidence

DAY = "2027-02-02"


@pytest.fixture
def wave(evidence: Evidence, tmp_path: Path) -> Path:
    """One pair that the casebook carries, and one that is listed there already."""
    pairs = [
        {"party": "jp-bank-of-dandong", "name": "Bank of Dandong", "authority": by, "criterion": c,
         "statements": ["s"]}
        for by, c in (("US", "us-13382-support"), ("JP", "jp-any"))
    ]  # fmt: skip
    given = {"version": 1, "as_of": "2026-11-24", "snapshot": evidence.snapshot.id, "pairs": pairs}
    path = tmp_path / "wave.json"
    path.write_bytes(orjson.dumps(given))
    return path


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(capsys.readouterr().out)
    return found


def test_a_plan_is_written_signed_by_two_and_void_once_it_changes(
    wave: Path, casebook: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "strike"
    plan.run(str(wave), DAY, out, workspace=casebook, quiet=True, json=True)
    made = printed(capsys)
    assert [p["folder"] for p in made["pairs"]] == ["us-jp-bank-of-dandong", ""]
    assert "is listed by JP already" in made["pairs"][1]["refused"]
    with zipfile.ZipFile(out / "packages.zip") as archive:
        assert "us-jp-bank-of-dandong/package.json" in archive.namelist()

    for who in ("Ann", "Ben"):
        with pytest.raises(SystemExit, match="1"):
            status.run(out, workspace=home, json=True)
        assert printed(capsys)["complete"] is False
        sign.run(out, "read", who=who, workspace=home, json=True)
        assert printed(capsys)["digest"] == made["digest"]
        with pytest.raises(UsageError, match="signed this plan already"):
            sign.run(out / "plan.json", "again", who=who.upper(), workspace=home)
    status.run(out, workspace=home)
    said = capsys.readouterr().out
    assert said.endswith("complete\n") and "by Ann: read" in said and "no package" in said

    content = orjson.loads((out / "plan.json").read_bytes())
    (out / "plan.json").write_bytes(orjson.dumps(content | {"day": "2027-02-03"}))
    with pytest.raises(SystemExit, match="1"):
        status.run(out, workspace=home)
    said = capsys.readouterr().out
    assert said.count("void, another content") == 2 and "2 more must sign" in said

    (out / "plan.json").write_bytes(orjson.dumps(content))
    (out / "packages.zip").write_bytes(b"another")
    with pytest.raises(YaluError, match="is not the archive that the plan names"):
        sign.run(out, "read", who="Cho", workspace=home)
    with pytest.raises(SystemExit, match="1"):
        status.run(out, workspace=home)
    sign.run(out, "not any more", who="Ben", withdraw=True, workspace=home)
    assert "1 more must sign" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("day", "said"),
    [("tomorrow", "is no day"), ("2027-02-02T25:00", "is no moment"), ("2026-11-01", "is before")],
)
def test_a_day_that_is_none_writes_nothing(
    wave: Path, casebook: Path, tmp_path: Path, day: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        plan.run(str(wave), day, tmp_path / "out", workspace=casebook, quiet=True)
    assert not (tmp_path / "out").exists()


def test_what_is_no_plan_is_not_signed(tmp_path: Path, home: Path) -> None:
    for name, content in (("a", b"{"), ("b", b"{}"), ("c", b'{"kind": "strike plan", "version": 7}')):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UsageError, match="is no plan"):
            sign.run(tmp_path / name, "read", workspace=home)
    with pytest.raises(UsageError, match="is no plan"):
        status.run(tmp_path / "none", workspace=home)
    escape = {"kind": "strike plan", "version": 1, "id": "x", "archive": {"file": "../x", "sha256": ""}}
    (tmp_path / "d").write_bytes(orjson.dumps(escape))
    with pytest.raises(YaluError, match="outside its folder"):
        sign.run(tmp_path / "d", "read", workspace=home)


def test_options_of_choosing_mean_nothing_before_another_verb(tmp_path: Path) -> None:
    wave = load("wave")
    assert {"plan", "sign", "status"} == set(wave.commands)
    with pytest.raises(UsageError, match="--budget stands before 'status'"):
        wave.main(["--budget", "3", "status", str(tmp_path)], standalone_mode=False)
    with pytest.raises(UsageError, match="is no plan"):
        wave.main(["status", str(tmp_path)], standalone_mode=False)
