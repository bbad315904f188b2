"""A bad document is refused as a whole, and the last good snapshot stays in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.lists import sdn, un, write
from tests.running import yalu, yalu_json
from yalu.cli import load
from yalu.errors import UsageError

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    b'<CONSOLIDATED_LIST dateGenerated="2024-06-01">&c;</CONSOLIDATED_LIST>'
)
HTML = b"<!DOCTYPE html><html><body><h1>503 Service Unavailable</h1></body></html>"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a good copy of each list."""
    folder = tmp_path_factory.mktemp("lists")
    home = folder / "home"
    yalu(
        "sync",
        "ofac_sdn",
        "--from",
        write(folder / "a", sdn_csv=sdn(300)),
        "--dated",
        "2024-05-01",
        workspace=home,
    )
    yalu("sync", "un_sc", "--from", write(folder / "b", consolidated_xml=un(300)), workspace=home)
    return home


UN_REFUSED = {
    "a truncated file": un(300)[:-4000],
    "an HTML error page": HTML,
    "a wrong encoding": un(300).replace(b"INVENTED 901", b"INVENTED \xff\xfe"),
    "an entity expansion bomb": BOMB,
    "a list shrunk by half": un(150, generated="2024-06-01T00:00:00"),
    "an empty file": b"",
    "no date": un(300).replace(b' dateGenerated="2024-05-01T00:00:00"', b""),
}
SDN_REFUSED = {
    "a truncated file": sdn(300)[:-60],
    "an HTML error page": HTML,
    "a wrong encoding": "\n".join(sdn(300).decode().split("\r\n")).encode("utf-16"),
    "a new column": sdn(300).replace(b"\r\n", b',"new"\r\n'),
    "a list shrunk by half": sdn(150),
    "an empty file": b"",
}


@pytest.mark.parametrize("case", UN_REFUSED)
def test_a_bad_un_list_is_refused(case: str, home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "bad", consolidated_xml=UN_REFUSED[case])
    refused(home, "un_sc", "--from", folder)


@pytest.mark.parametrize("case", SDN_REFUSED)
def test_a_bad_sdn_list_is_refused(case: str, home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "bad", sdn_csv=SDN_REFUSED[case])
    refused(home, "ofac_sdn", "--from", folder, "--dated", "2024-06-01")


def refused(home: Path, *words: str | Path) -> None:
    before = (home / "CURRENT").read_text()
    done = yalu("sync", *words, workspace=home, check=False)
    assert done.returncode == 5, done.stderr
    assert str(words[0]) in done.stderr
    assert "Traceback" not in done.stderr
    assert (home / "CURRENT").read_text() == before
    assert len(list((home / "archive" / "copies" / str(words[0])).glob("*.json"))) == 1


def test_a_refusal_is_told_with_the_name_of_the_source_once(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", write(tmp_path / "bad", consolidated_xml=HTML)
    yalu("sync", "un_sc", "--from", folder, workspace=home, check=False)
    told = yalu("sources", "un_sc", workspace=home, check=False).stdout
    assert "last run refused" in told and "un_sc: un_sc" not in told
    assert told.count("\nun_sc: ") == 1


def test_a_real_loss_can_be_accepted(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first, second = write(tmp_path / "a", sdn_csv=sdn(300)), write(tmp_path / "b", sdn_csv=sdn(150))
    yalu("sync", "ofac_sdn", "--from", first, "--dated", "2024-05-01", workspace=home)
    # An older copy that is larger is the same shrink, whatever was loaded first.
    yalu("sync", "ofac_sdn", "--from", second, "--dated", "2024-06-01", "--accept-shrink", workspace=home)
    answer = yalu_json("entity", "ofac-90200", "--as-of", "2024-06-01", workspace=home, check=False)
    assert answer["entity"] is None or not answer["entity"]["listings"]
    earlier = yalu_json("entity", "ofac-90200", "--as-of", "2024-05-15", workspace=home)
    assert earlier["entity"]["listed"] == ["US"]


def test_the_same_copy_twice_changes_nothing(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", write(tmp_path / "a", sdn_csv=sdn(120))
    words = ("sync", "ofac_sdn", "--from", folder, "--dated", "2024-05-01")
    first = yalu_json(*words, workspace=home)
    second = yalu_json(*words, workspace=home)
    assert (first["new"], second["new"]) == (True, False)
    assert first["snapshot"] == second["snapshot"]


def test_a_document_s_own_date_wins(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", write(tmp_path / "a", consolidated_xml=un(120))
    answer = yalu_json("sync", "un_sc", "--from", folder, "--dated", "2020-01-01", workspace=home)
    assert answer["copy"] == "2024-05-01"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("sync", "no_such"), "one of: au_dfat"),
        (("sync", "--from", "x"), "needs the one source"),
        (("sync", "ofac_sdn", "--from", "/no/such/file"), "is not there"),
        (("sync", "ofac_sdn", "--dated", "2020-01-01"), "Name them with --from"),
        (("brief", "--as-of", "2017-13-01"), "a day such as 2017-06-13"),
        (("entity", "x", "--as-of", "June"), "a day such as 2017-06-13"),
        (("entity", "x", "--snapshot", "s000"), "There is no snapshot"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_to_do(
    words: tuple[str, ...], expected: str, home: Path
) -> None:
    done = yalu(*words, workspace=home, check=False)
    assert done.returncode == 2
    assert expected in done.stderr


def test_files_without_a_date_need_one(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", sdn_csv=sdn(120))
    done = yalu("sync", "ofac_sdn", "--from", folder, workspace=tmp_path / "home", check=False)
    assert done.returncode == UsageError.exit_code
    assert "--dated" in done.stderr


def test_sources_tells_what_was_refused(home: Path, tmp_path: Path) -> None:
    refused(home, "un_sc", "--from", write(tmp_path / "bad", consolidated_xml=HTML))
    answer = yalu_json("sources", workspace=home, check=False)
    states = {s["id"]: s for s in answer["sources"]}
    assert states["un_sc"]["state"] == "refused"
    assert "html" in states["un_sc"]["last_run"]["message"].lower()
    assert states["un_sc"]["records"] == 300, "the last good copy is still held"
    assert states["casebook"]["state"] == "current"


def test_every_verb_has_help() -> None:
    from yalu.cli import VERBS

    for verb in VERBS:
        assert load(verb).help
