"""The worked examples: their stories quote what the commands answer, and keep to the public figures."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from yalu.cli import load
from yalu.payments import Message, Payment, read

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "payments"
STORIES = ("dandong-hongxiang", "yuanye-wood")
PLACES = {"HK", "VG", "SC", "AI", "GB"}
DHID = "Dandong Hongxiang Industrial Development Co Ltd"


def quoted() -> Iterator[tuple[str, list[str]]]:
    """Each command of the stories with the lines that are quoted below it."""
    for name in STORIES:
        text = (EXAMPLES / name / "README.md").read_text()
        for block in re.findall(r"```console\n\$ yalu (.*?)\n(.*?)```", text, re.DOTALL):
            yield block[0], block[1].splitlines()


def payments(name: str) -> list[Payment]:
    found = list(read(EXAMPLES / name / "messages"))
    assert all(isinstance(one, Message) for one in found)
    return [payment for one in found if isinstance(one, Message) for payment in one.payments]


def one_spaced(text: str) -> str:
    return re.sub(r" +", " ", text)


@pytest.mark.parametrize(("command", "lines"), list(quoted()))
def test_a_story_quotes_what_is_answered(
    command: str,
    lines: list[str],
    casebook: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("YALU_HOME", str(casebook))
    verb, *rest = shlex.split(command)
    try:
        load(verb)([*rest, "-q"], standalone_mode=False)
    except SystemExit as end:
        assert end.code in (0, 3)
    out = one_spaced(capsys.readouterr().out)
    assert lines
    for line in lines:
        assert one_spaced(line) in out


def test_hongxiang_keeps_to_the_public_figures() -> None:
    found = payments("dandong-hongxiang")
    sides = [p for payment in found for p in payment.parties if payment.party("debtor")]
    own = {p.account for p in sides if p.name == DHID or p.name.startswith("Front ")}
    fronts = {p.name for p in sides if p.name.startswith("Front ")}
    assert len(own) == 25
    assert len(fronts) > 20
    assert {p.country for p in sides if p.name in fronts} == PLACES
    assert all("2009-08-11" < payment.date < "2015-10-01" for payment in found)


def test_yuanye_wood_keeps_to_the_public_sum() -> None:
    paid = [p.amount for p in payments("yuanye-wood") if p.parties[0].name == "Yuanye Wood Co. Ltd."]
    assert len(paid) == 4
    assert sum(a.value for a in paid if a) == Decimal(1722723)
    assert {a.currency for a in paid if a} == {"USD"}


def test_every_file_says_that_it_is_invented() -> None:
    files = [path for name in STORIES for path in (EXAMPLES / name).rglob("*") if path.is_file()]
    assert len(files) == 8
    for path in files:
        assert "invented" in path.read_text().casefold(), path
    named = {
        p.name
        for name in STORIES
        for payment in payments(name)
        for p in payment.parties
        if "(invented)" not in p.name.casefold()
    }
    assert named == {DHID, "Yuanye Wood Co. Ltd."}
    banks = {a.bic for name in STORIES for payment in payments(name) for a in payment.agents}
    assert all(bic.startswith("FICT") for bic in banks)
