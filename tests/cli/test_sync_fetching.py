"""``yalu sync`` from a server: what it prints, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from tests.cli.lists import sdn, un
from tests.evidence.misbehaving import Server, answer, file
from yalu.cli import main
from yalu.evidence.workspace import Workspace
from yalu.sources import registry

HTML = b"<!DOCTYPE html><html><body><h1>Sorry, try later</h1></body></html>"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Offers the UN list as ``/un_sc/list`` and the SDN list as ``/ofac_sdn/sdn``; no other list or part."""
    yield from serving(monkeypatch, ["casebook", "ofac_sdn", "un_sc"])


@pytest.fixture
def all_lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Offers the same two lists, and for every other address a page."""
    for one in serving(monkeypatch, list(registry.sources())):
        one.answers = [answer(200, HTML, Content_Type="text/html")]
        yield one


def serving(monkeypatch: pytest.MonkeyPatch, wanted: list[str]) -> Iterator[Server]:
    one = Server()

    def here(source: registry.Source) -> registry.Source:
        parts = [p.model_copy(update={"address": f"{one.root}/{source.id}/{p.name}"}) for p in source.parts]
        return source.model_copy(update={"parts": [p for p in parts if p.required]})

    found = (registry.sources()[name] for name in wanted)
    offered = {s.id: s if s.packaged else here(s) for s in found}
    monkeypatch.setattr(registry, "sources", lambda: offered)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    one.files = {"/un_sc/list": [file(un(300), '"un"')], "/ofac_sdn/sdn": [file(sdn(300), '"sdn"')]}
    yield one
    one.close()


def sync(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Run the command in this process; its exit code."""
    monkeypatch.setattr(sys, "argv", ["yalu", "sync", *words, "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def outcomes(text: str) -> dict[str, str]:
    return {line["source"]: line["outcome"] for line in map(orjson.loads, text.splitlines())}


def current(home: Path) -> str:
    return Workspace(home).current.read_text()


def test_what_is_new_and_then_unchanged_ends_with_0(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync(monkeypatch) == 0
    assert outcomes(capsys.readouterr().out) == {"ofac_sdn": "done", "un_sc": "done"}
    assert sync(monkeypatch) == 0
    assert outcomes(capsys.readouterr().out) == {"ofac_sdn": "unchanged", "un_sc": "unchanged"}


def test_a_list_that_cannot_be_had_ends_with_4_and_the_others_are_taken(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    server.files["/ofac_sdn/sdn"] = [answer(404, HTML)]
    assert sync(monkeypatch) == 4
    said = capsys.readouterr()
    assert outcomes(said.out) == {"ofac_sdn": "failed", "un_sc": "done"}
    assert "/ofac_sdn/sdn could not be fetched: the server answered 404" in said.err
    assert "--from FILE" in said.err
    assert current(home)


def test_an_error_page_ends_with_5_and_the_last_good_list_stays(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync(monkeypatch, "un_sc") == 0
    before = current(home)
    server.files["/un_sc/list"] = [answer(200, HTML, Content_Type="text/html")]
    capsys.readouterr()
    assert sync(monkeypatch, "un_sc") == 5
    said = capsys.readouterr()
    assert outcomes(said.out) == {"un_sc": "refused"}
    assert "un_sc: " in said.err
    assert current(home) == before


def test_the_worse_of_two_failures_decides(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.files["/ofac_sdn/sdn"] = [answer(200, HTML)]
    server.files["/un_sc/list"] = [answer(404, HTML)]
    assert sync(monkeypatch) == 5


BY_HAND = {"eu_1509", "jp_mof", "un_1718_vessels"}
"""Lists whose publisher shows a page."""


def test_without_a_name_what_needs_a_person_is_left_out_and_said(
    all_lists: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sync(monkeypatch)
    lines = {line["source"]: line for line in map(orjson.loads, capsys.readouterr().out.splitlines())}
    skipped = {name for name, line in lines.items() if line["outcome"] == "skipped"}
    assert skipped == BY_HAND | {"ofac_advanced", "ofac_xml", "uk_ofsi"}
    assert lines["ofac_sdn"]["outcome"] == lines["un_sc"]["outcome"] == "done"
    for name in BY_HAND:
        assert f"{all_lists.root}/{name}/list" in lines[name]["why"], "where to get it"
        assert f"yalu sync {name} --from FILE" in lines[name]["why"], "by which command"
    asked = {one["path"].split("/")[1] for one in all_lists.asked}
    assert asked == set(registry.sources()) - skipped - {"casebook"}


def test_a_list_left_out_does_not_change_the_exit_code(
    all_lists: Server, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {"casebook", "ofac_sdn", "ofac_xml", "jp_mof"}
    offered = {name: one for name, one in registry.sources().items() if name in few}
    monkeypatch.setattr(registry, "sources", lambda: offered)
    assert sync(monkeypatch) == 0
    assert outcomes(capsys.readouterr().out) == {
        "jp_mof": "skipped",
        "ofac_xml": "skipped",
        "ofac_sdn": "done",
    }


def test_a_page_is_still_asked_for_where_it_is_named(
    all_lists: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync(monkeypatch, "jp_mof") == 5
    assert outcomes(capsys.readouterr().out) == {"jp_mof": "refused"}
    assert sync(monkeypatch, "ofac_xml") == 5
    assert outcomes(capsys.readouterr().out) == {"ofac_xml": "refused"}


def test_the_edition_that_is_held_is_the_one_kept_up_to_date(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = registry.sources()
    other = offered["ofac_sdn"].model_copy(update={"edition_of": "un_sc"})  # any list that can be held
    monkeypatch.setattr(registry, "sources", lambda: {**offered, "ofac_sdn": other})
    assert sync(monkeypatch, "ofac_sdn") == 0
    capsys.readouterr()
    assert sync(monkeypatch) == 0
    assert outcomes(capsys.readouterr().out) == {"un_sc": "skipped", "ofac_sdn": "unchanged"}
