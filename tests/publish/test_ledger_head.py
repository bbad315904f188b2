"""Each face of the brief prints where the ledger stands; making it makes no ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from tests.durability.workspaces import content, copied
from tests.running import yalu, yalu_json
from yalu.errors import StorageError
from yalu.evidence.view import Evidence, When
from yalu.ledger import printed
from yalu.ledger.chain import Head
from yalu.ledger.store import Ledger
from yalu.publish.as_json import brief_json
from yalu.publish.brief import Brief, make_brief
from yalu.publish.html import brief_html
from yalu.publish.print_data import print_data
from yalu.regimes import Regime

HEAD = Head("abc", 12, "ab34cd56ef78" + "0" * 52)


@pytest.fixture(scope="module")
def brief(evidence: Evidence, regime: Regime) -> Brief:
    return make_brief(evidence, regime, When.at("2017-06-13"))


@pytest.mark.parametrize(("head", "words"), [(None, "no judgements"), (HEAD, "12:ab34cd56ef78")])
def test_every_face_prints_the_head(brief: Brief, head: Head | None, words: str) -> None:
    made = replace(brief, ledger=head)
    assert f"<dt>Ledger</dt><dd><code>{words}</code></dd>" in brief_html(made)
    assert ["Ledger", words] in print_data(made)["facts"]
    wanted = {"seq": 12, "head": HEAD.hash} if head else {"seq": 0, "head": ""}
    assert orjson.loads(brief_json(made))["ledger"] == wanted


def test_the_command_prints_it_and_makes_no_ledger(casebook: Path, tmp_path: Path) -> None:
    home, out = copied(casebook, tmp_path / "home"), tmp_path / "out"
    words = ("brief", "--as-of", "2017-06-13", "--out", out)
    assert yalu_json(*words, workspace=home)["ledger"] == {"seq": 0, "head": ""}
    assert not (home / "ledger").exists()
    yalu("decide", "a", "b", "same", "--why", "x", workspace=home)
    before, head = content(home), Ledger.find(home).head()
    assert head is not None
    assert yalu_json(*words, workspace=home)["ledger"] == {"seq": head.seq, "head": head.hash}
    assert orjson.loads((out / "brief.json").read_bytes())["ledger"]["head"] == head.hash
    assert content(home) == before


def test_a_ledger_that_does_not_answer_stops_the_brief(home: Path) -> None:
    with pytest.raises(StorageError, match="failed"):
        printed.head(home, "postgresql+psycopg://yalu@127.0.0.1:1/none")
