"""From a publisher's server to the snapshot in force: what changed is taken, what is bad is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.lists import NONE, sdn
from tests.evidence.misbehaving import Server, answer, file
from yalu.errors import ContractError, SourceMissing
from yalu.evidence import archive, download, fetch, intake, snapshot
from yalu.evidence.intake import Taken
from yalu.evidence.workspace import Workspace
from yalu.sources.registry import Source, source

HTML = b"<!DOCTYPE html><html><body><h1>Sorry, try later</h1></body></html>"
ALT = "".join(f'{90001 + n},{n},"aka","ALIAS {n}",{NONE}\r\n' for n in range(300)).encode()
ADD = "".join(f'{90001 + n},{n},"Street {n}","Dandong","China",{NONE}\r\n' for n in range(300)).encode()
FIRST = {"/sdn.csv": sdn(300), "/alt.csv": ALT, "/add.csv": ADD}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetch without pauses, without this machine's proxy, and with little patience for silence."""

    def quick(url: str, **more: Any) -> fetch.Fetched:
        transport = httpx.HTTPTransport()
        return fetch.fetch(url, **more, timeout=0.5, sleep=lambda _: None, transport=transport)

    monkeypatch.setattr(download, "fetch", quick)


@pytest.fixture
def listed(server: Server) -> Source:
    """The SDN list of three parts, offered by the server of the test."""
    real = source("ofac_sdn")
    parts = [p.model_copy(update={"address": f"{server.root}/{p.files[0]}"}) for p in real.parts]
    server.files = {path: [file(content, f'"{path}-1"')] for path, content in FIRST.items()}
    return real.model_copy(update={"parts": parts})


@pytest.fixture
def place(home: Path) -> Workspace:
    return Workspace(home)


def sync(place: Workspace, listed: Source) -> Taken | None:
    """What ``yalu sync`` does; ``None``: the server says that nothing changed."""
    fetched = download.fetch_source(place, listed, step=lambda _: None)
    if fetched is None:
        return None
    taken = intake.take(place, listed, fetched.documents)
    download.remember(place, listed, fetched)
    return taken


def held(place: Workspace, listed: Source) -> dict[str, bytes]:
    """The documents of the last copy."""
    copy = archive.copies(place, listed.id)[-1]
    return {f"/{part}.csv": archive.document(place, digest) for part, digest in copy.documents.items()}


def asked(server: Server) -> dict[str, str]:
    """The addresses asked since last time, each with the ETag that was sent."""
    found = {one["path"]: one.get("if-none-match", "") for one in server.asked}
    server.asked.clear()
    return found


def test_a_first_fetch_takes_every_part(server: Server, listed: Source, place: Workspace) -> None:
    taken = sync(place, listed)
    assert taken is not None
    assert (taken.records, taken.new) == (300, True)
    assert held(place, listed) == FIRST
    assert asked(server) == dict.fromkeys(FIRST, "")
    assert snapshot.current_id(place) == taken.snapshot


def test_an_unchanged_list_is_asked_and_not_taken_again(
    server: Server, listed: Source, place: Workspace
) -> None:
    first = sync(place, listed)
    asked(server)
    assert sync(place, listed) is None
    assert asked(server) == {path: f'"{path}-1"' for path in FIRST}
    assert first is not None
    assert snapshot.current_id(place) == first.snapshot


def test_one_changed_part_makes_a_copy_with_the_others_as_held(
    server: Server, listed: Source, place: Workspace
) -> None:
    sync(place, listed)
    longer = ALT + b'90001,900,"aka","ANOTHER ALIAS",-0- \r\n'
    server.files["/alt.csv"] = [file(longer, '"alt-2"')]
    taken = sync(place, listed)
    assert taken is not None and taken.new
    assert held(place, listed) == FIRST | {"/alt.csv": longer}
    asked(server)
    assert sync(place, listed) is None
    assert asked(server)["/alt.csv"] == '"alt-2"'


@pytest.mark.parametrize(
    "misbehavior",
    [
        [answer(500), answer(503, Retry_After="0"), answer(500)],
        [answer(200, FIRST["/sdn.csv"][:5000], length=len(FIRST["/sdn.csv"]))],
        [answer(200, b"", length=len(FIRST["/sdn.csv"]), stall=0.8)],
    ],
    ids=["errors", "truncated", "silent"],
)
def test_what_passes_is_tried_again(
    misbehavior: list[Any], server: Server, listed: Source, place: Workspace
) -> None:
    server.files["/sdn.csv"] = [*misbehavior, *server.files["/sdn.csv"]]
    assert sync(place, listed)
    assert held(place, listed) == FIRST


MISSING = {
    "always an error": [answer(500)],
    "always truncated": [answer(200, sdn(300)[:5000], length=len(sdn(300)))],
    "always silent": [answer(200, b"", length=9, stall=0.8)],
    "gone": [answer(404, HTML)],
    "too large": [answer(200, b"1", length=100_000_001)],
}


@pytest.mark.parametrize("case", MISSING)
def test_a_list_that_cannot_be_had_leaves_all_as_it_was(
    case: str, server: Server, listed: Source, place: Workspace
) -> None:
    first = sync(place, listed)
    server.files["/alt.csv"] = [file(ALT[:600], '"alt-2"')]
    server.files["/sdn.csv"] = MISSING[case]
    with pytest.raises(SourceMissing, match=f"{server.root}/sdn.csv could not be fetched") as caught:
        sync(place, listed)
    assert "yalu sync SOURCE --from FILE" in caught.value.do
    as_before(place, listed, first)


def test_one_part_that_cannot_be_had_refuses_the_copy(
    server: Server, listed: Source, place: Workspace
) -> None:
    first = sync(place, listed)
    server.files["/sdn.csv"] = [file(sdn(301), '"sdn-2"')]
    server.files["/add.csv"] = [answer(404, HTML)]
    with pytest.raises(SourceMissing):
        sync(place, listed)
    as_before(place, listed, first)


BROKEN = {
    "an error page with status 200": HTML,
    "a list cut at a server that says no length": sdn(300)[:-60],
    "a list that lost half": sdn(150),
    "nothing": b"",
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_list_that_breaks_its_contract_is_refused_and_asked_for_anew(
    case: str, server: Server, listed: Source, place: Workspace
) -> None:
    first = sync(place, listed)
    server.files["/sdn.csv"] = [answer(200, BROKEN[case], length=-1, ETag='"bad"')]
    with pytest.raises(ContractError):
        sync(place, listed)
    as_before(place, listed, first)
    asked(server)
    server.files["/sdn.csv"] = [file(sdn(301), '"sdn-2"')]
    taken = sync(place, listed)
    assert taken is not None and taken.records == 301
    assert asked(server)["/sdn.csv"] == '"/sdn.csv-1"', "the validator of what was refused is not kept"


def as_before(place: Workspace, listed: Source, first: Taken | None) -> None:
    assert first is not None
    assert snapshot.current_id(place) == first.snapshot
    assert held(place, listed) == FIRST
    assert len(archive.copies(place, listed.id)) == 1


def test_a_lost_document_is_fetched_again(server: Server, listed: Source, place: Workspace) -> None:
    first = sync(place, listed)
    digest = archive.sha256(ALT)
    (place.archive / digest[:2] / digest).unlink()
    asked(server)
    again = sync(place, listed)
    assert asked(server) == {path: f'"{path}-1"' for path in FIRST} | {"/alt.csv": ""}
    assert held(place, listed) == FIRST
    assert first is not None and again is not None
    assert (again.copy, again.snapshot) == (first.copy, first.snapshot)
    assert sync(place, listed) is None


@pytest.mark.parametrize("lost", ["the record of the copy", "what the server said", "what it said, torn"])
def test_what_is_not_held_is_not_called_unchanged(
    lost: str, server: Server, listed: Source, place: Workspace
) -> None:
    sync(place, listed)
    said = place.root / "fetched" / "ofac_sdn.json"
    if lost == "the record of the copy":
        next((place.copies / "ofac_sdn").glob("*.json")).unlink()
    elif lost == "what the server said":
        said.unlink()
    else:
        said.write_bytes(said.read_bytes()[:20])
    asked(server)
    assert sync(place, listed)
    assert asked(server) == dict.fromkeys(FIRST, "")
    assert held(place, listed) == FIRST


def test_without_network_it_says_what_to_do(server: Server, listed: Source, place: Workspace) -> None:
    server.close()
    with pytest.raises(SourceMissing, match=r"could not be fetched: .*refused.* \(tried 4 times\)") as caught:
        sync(place, listed)
    assert caught.value.exit_code == 4
    assert "Try again later, or download it yourself" in caught.value.do
    assert snapshot.current_id(place) == ""


def test_a_source_without_address_is_told_from_files(listed: Source, place: Workspace) -> None:
    parts = [p.model_copy(update={"address": ""}) for p in listed.parts]
    with pytest.raises(SourceMissing, match="ofac_sdn has no address") as caught:
        sync(place, listed.model_copy(update={"parts": parts}))
    assert caught.value.do == "yalu sync ofac_sdn --from FILE"
