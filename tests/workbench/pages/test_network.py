"""The page of the network: its list, its ways on, its files, what is kept."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from urllib.parse import urlencode

import httpx
from lxml import etree

from tests.workbench.serving import Served
from yalu.publish.graph_xml import GEXF, GRAPHML

BANK = "ofac-15603"
HTML = {"accept": "text/html"}


def page(client: httpx.Client, **query: Any) -> dict[str, Any]:
    answer = client.get(f"/network.json?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["page"]
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [spot["id"] for spot in found["graph"]["spots"]]


def test_it_starts_at_paths_from_principals_to_banks(served: Served) -> None:
    with served.client() as client:
        found = page(client)
    spots = found["graph"]["spots"]
    assert "shortest evidenced paths" in found["lead"] and 2 < len(spots) < 60
    banks = [s for s in spots if s["shape"] == "bank"]
    assert any(not s["listed"] for s in banks) and any("UN" in s["standing"] for s in spots)


def test_the_list_holds_what_is_drawn(served: Served) -> None:
    with served.client() as client:
        found = page(client, open=BANK)
        tables = {s["table"]["id"]: s["table"]["rows"] for s in found["sections"] if s["table"]}
        assert [row[-1]["text"] for row in tables["parties"]] == ids(found)
        assert len(tables["ties"]) == sum(len(j["ties"]) for j in found["graph"]["joins"]) > 10
        html = client.get(f"/network?open={BANK}&tab=list", headers=HTML).text
    assert 'id="stage"' not in html and html.count("<tr>") > len(tables["parties"])


def test_neighbors_come_25_at_a_time(served: Served) -> None:
    with served.client() as client:
        alone = page(client, show=BANK)
        assert ids(alone) == [BANK]
        opened = page(client, show=BANK, open=BANK)
    near = alone["graph"]["spots"][0]["more"]
    assert len(ids(opened)) == 1 + min(near, 25)


def test_a_hidden_party_is_left_out_and_comes_back(served: Served) -> None:
    with served.client() as client:
        before = page(client)
        party = ids(before)[0]
        hidden = page(client, hide=party)
        assert party not in ids(hidden) and len(ids(hidden)) == len(ids(before)) - 1
        undone = client.get(hidden["graph"]["undo"].replace("/network", "/network.json", 1)).json()["page"]
    assert ids(undone) == ids(before) and not undone["graph"]["undo"]


def test_filters_leave_ties_out_and_say_so(served: Served) -> None:
    with served.client() as client:
        every = page(client, open=BANK)
        some = page(client, open=BANK, kind="Employment")
        people = page(client, open=BANK, type="Person")
    note = next(s["note"] for s in some["sections"] if s["id"] == "ties-part")
    assert "left out by filters" in note and len(some["graph"]["joins"]) < len(every["graph"]["joins"])
    assert {s["kind"] for s in people["graph"]["spots"]} == {"Person"}


def test_nothing_peeks_past_the_day(served: Served) -> None:
    with served.client() as client:
        found = page(client, open=BANK, as_of="2017-06-13")
    rows = next(s["table"]["rows"] for s in found["sections"] if s["id"] == "ties-part")
    assert all(row[5]["text"] <= "2017-06-13" for row in rows)
    assert "as_of=2017-05-13" in found["clock"]["back"] and "as_of=2017-07-13" in found["clock"]["forward"]


def test_no_path_is_said_so(served: Served) -> None:
    with served.client() as client:
        found = page(client, **{"from": "x-chinpo", "to": "x-bank-mrb"})
        unknown = page(client, party="nobody of this name at all")
    assert found["lead"].startswith("No path by evidenced ties was known on")
    assert "No party is known" in unknown["notices"][0]["text"]


def test_graphml_and_gexf_hold_the_picture_and_say_what_they_are(served: Served) -> None:
    with served.client() as client:
        found = page(client)
        graph = etree.fromstring(client.get("/network.graphml").content)
        gexf = etree.fromstring(client.get("/network.gexf").content)
        snapshot = client.get("/network.json").json()["snapshot"]
    ties = sum(len(j["ties"]) for j in found["graph"]["joins"])
    keys = {k.get("id"): k.get("for") for k in graph.iter(f"{{{GRAPHML}}}key")}
    for data in graph.iter(f"{{{GRAPHML}}}data"):
        parent = data.getparent()
        assert parent is not None and keys[data.get("key")] == etree.QName(parent).localname
    for root, space in ((graph, GRAPHML), (gexf, GEXF)):
        nodes = [n.get("id") for n in root.iter(f"{{{space}}}node")]
        edges = list(root.iter(f"{{{space}}}edge"))
        assert nodes == ids(found) and len(edges) == ties
        assert all(e.get("source") in nodes and e.get("target") in nodes for e in edges)
        text = etree.tostring(root, encoding="unicode")
        assert snapshot in text and "not a finding of wrongdoing" in text
    declared = {a.get("id") for a in gexf.iter(f"{{{GEXF}}}attribute")}
    assert {v.get("for") for v in gexf.iter(f"{{{GEXF}}}attvalue")} <= declared


def test_lines_of_the_svg_end_at_their_parties(served: Served) -> None:
    with served.client() as client:
        text = client.get("/network.svg").content
    root = etree.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    spots = {g.get("data-id"): str(g.get("transform")) for g in root.iter(f"{space}g") if g.get("data-id")}
    lines = [p for p in root.iter(f"{space}path") if p.get("data-from")]
    assert lines and b"snapshot" in text and b"not a finding of wrongdoing" in text
    for line in lines:
        found = re.fullmatch(r"M(\d+) (\d+)L(\d+) (\d+)", str(line.get("d")))
        assert found
        x1, y1, x2, y2 = found.groups()
        assert spots[line.get("data-from")] == f"translate({x1},{y1})"
        assert spots[line.get("data-to")] == f"translate({x2},{y2})"


def test_each_row_of_the_csv_says_its_snapshot_and_notice(served: Served) -> None:
    with served.client() as client:
        text = client.get("/network-ties.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows and all(r["snapshot"] and r["as_of"] and "Listed" in r["notice"] for r in rows)
    assert not [c for r in rows for c in r.values() if c[:1] in ("=", "+", "@")]


def test_a_view_and_a_note_are_kept_removed_and_brought_back(served: Served) -> None:
    with served.client() as client:
        html = client.get("/network", headers=HTML).text
        token = re.findall(r'name="token" value="([0-9a-f]{64})"', html)[0]
        address = f"/network?hide={BANK}"
        evil = "<b>My view</b>"
        client.post("/network/keep", data={"token": token, "name": evil, "address": address})
        party = ids(page(client))[0]
        client.post("/network/note", data={"token": token, "about": party, "text": "ask the bank"})
        kept = page(client)["kept"]
        assert [(k["kind"], k["text"]) for k in kept] == [("view", evil), ("note", "ask the bank")]
        shown = client.get("/network", headers=HTML).text
        assert "&lt;b&gt;My view" in shown and "<b>My view" not in shown
        view = kept[0]["id"]
        client.post("/network/remove", data={"token": token, "id": view})
        assert view not in [k["id"] for k in page(client)["kept"]]
        client.post("/network/back", data={"token": token, "id": view})
        assert view in [k["id"] for k in page(client)["kept"]]
        elsewhere = {"token": token, "name": "x", "address": "https://evil.example/network"}
        assert client.post("/network/keep", data=elsewhere, headers=HTML).status_code == 400
        assert client.post("/network/keep", data={"name": "x", "address": address}).status_code == 403
