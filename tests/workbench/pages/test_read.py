"""Documents: what is refused at the door, what is kept, and the text of a page as runs."""

from __future__ import annotations

import re

import httpx

from tests.workbench.serving import Served
from yalu.workbench.reading.leaf import runs, sentence

HTML = {"accept": "text/html"}


def token(client: httpx.Client, page: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get(page, headers=HTML).text)
    assert found
    return found.group(1)


def test_what_is_no_document_is_refused_and_not_kept(served: Served) -> None:
    with served.client() as client:
        data = {"token": token(client, "/read")}
        files = {"document": ("../../evil.pdf", b"\x7fELF\x00\x01 no document")}
        answer = client.post("/read/bring", data=data, files=files, headers=HTML)
        assert answer.status_code == 400 and "<h1>" in answer.text
        empty = client.post("/read/bring", data=data, files={"document": ("a.txt", b"")}, headers=HTML)
        assert empty.status_code == 400
        late = client.post(
            "/read/bring",
            data=data | {"public": "soon"},
            files={"document": ("a.txt", b"text")},
            headers=HTML,
        )
        assert late.status_code == 400
        assert "evil" not in client.get("/read", headers=HTML).text


def test_forms_without_a_token_change_nothing(served: Served) -> None:
    with served.client() as client:
        sent = client.post("/read/bring", data={}, files={"document": ("a.txt", b"text")}, headers=HTML)
        assert sent.status_code == 403
        cited = client.post("/read/cite", data={"sha256": "0" * 64, "page": "1"}, headers=HTML)
        assert cited.status_code == 403
        assert client.get(f"/read/{'0' * 64}", headers=HTML).status_code == 404
        assert client.get("/read/..%2f..%2fCURRENT", headers=HTML).status_code in (400, 404)


def test_mentions_and_citations_overlap_in_runs() -> None:
    text = "Foo Ltd acts for Bar Bank."
    mentions = [
        {"start": 0, "end": 7, "parties": ["a-1"]},
        {"start": 0, "end": 3, "parties": ["a-2"]},
        {"start": 17, "end": 25, "parties": ["b/1"]},
    ]
    found = runs(text, mentions, [(8, 25)])
    assert "".join(r.text for r in found) == text
    assert [(r.text, r.href, r.cited) for r in found] == [
        ("Foo Ltd", "/party/a-1", False),
        (" ", "", False),
        ("acts for ", "", True),
        ("Bar Bank", "/party/b%2F1", True),
        (".", "", False),
    ]


def test_a_sentence_is_picked_by_its_number() -> None:
    text = "Foo Ltd is a firm. It acts for Bar Co. Ltd of Foo. Nothing else."
    assert sentence(text, 2) == "It acts for Bar Co. Ltd of Foo."
    assert sentence(text, 0) == sentence(text, 9) == ""
