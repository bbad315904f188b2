"""The pages of ships, on a workspace with a few positions and on one without."""

from __future__ import annotations

import csv
import io
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.fleet.behavior.test_rules import T, dark, track
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.intake import How, take_file
from yalu.fleet.ais.store import Positions
from yalu.workbench.app import create_app

SILENT, MET = 273000001, 799000009
LISTED = "7937317"
DAY = 86_400
START = (int(time.time()) // DAY - 60) * DAY
"""The reports begin 60 days ago: events are read of the last year."""
EARLIER = START - T
FIRST = time.strftime("%Y-%m-%d", time.gmtime(START))
NASTY = "<script>alert(1)</script>"
HTML = {"accept": "text/html"}
PATIENCE = 120


@pytest.fixture(scope="module")
def client(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("ships")
    home = folder / "home"
    shutil.copytree(casebook, home)
    reports = [
        *dark(13),
        *track(SILENT, 3 * DAY, 3 * DAY + 4 * 3600, 36.0, 124.0, sog=1.0),
        *track(MET, 3 * DAY, 3 * DAY + 4 * 3600, 36.001, 124.0, sog=1.0),
        *track(MET, 5 * DAY, 5 * DAY + 3 * 3600, 38.7167, 125.4, sog=0.0),
    ]
    said = {SILENT: (LISTED, "CHONG CHON GANG"), MET: ("", NASTY)}
    lines = [
        f"{m},{t + EARLIER},{lat},{lon},{sog},{','.join(said.get(m, ('', '')))}"
        for m, t, lat, lon, sog in reports
    ]
    table = folder / "ais.csv"
    table.write_text("mmsi,time,lat,lon,sog,imo,name\n" + "\n".join(lines) + "\n")
    take_file(Positions(Workspace(home)), table, How(), now=lambda: int(time.time()))
    app = create_app(Workspace(home), log="off")
    with TestClient(app, base_url="http://localhost", headers=HTML) as one:
        until = time.monotonic() + PATIENCE
        while one.get("/readyz").status_code != 200 or page(one, "/fleet")["reading"]:
            assert time.monotonic() < until, "the positions were not read in time"
            time.sleep(0.2)
        yield one


def page(client: TestClient, address: str, **query: Any) -> dict[str, Any]:
    answer = client.get(f"{address}.json", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["page"]
    return found


def table(found: dict[str, Any], name: str) -> list[list[str]]:
    [rows] = [s["table"]["rows"] for s in found["sections"] if s["table"] and s["table"]["id"] == name]
    return [[cell["text"] for cell in row] for row in rows]


def test_the_fleet_shows_the_register_the_sea_and_the_events(client: TestClient) -> None:
    found = page(client, "/fleet", back=0)
    assert found["counts"]["hulls"] > 30 and found["counts"]["ships heard"] >= 2
    kinds = {row[2] for row in table(found, "events")}
    assert {"┄ gap (strong)", "✕ meeting (firm)", "◇ call at a port of the country (seen)"} <= kinds
    ship = next(row for row in table(found, "ships") if row[1] == LISTED)
    assert ship[6] > FIRST and ship[6].endswith("UTC")
    html = client.get("/fleet?back=0").text
    assert html.count('class="silence"') > 1 and "no position held; this line is no track" in html
    assert '<path class="land"' in html and "Natural Earth, public domain" in html


def test_the_map_and_its_time_bar_work_without_scripts(client: TestClient) -> None:
    html = client.get("/fleet").text
    days = re.findall(r'<a href="(/fleet\?[^"]*at=[^"]*)" tabindex', html)
    assert len(days) >= 5
    earlier = client.get(days[0].replace("&amp;", "&")).text
    assert f"{FIRST} 23:59 UTC" in earlier
    closer = re.search(r'<a href="([^"]*box=[^"]*)" data-look title="Closer"', html)
    assert closer
    seen = client.get(closer.group(1).replace("&amp;", "&"))
    assert seen.status_code == 200 and seen.text.count('class="sea-map"') == 1
    early, late = (page(client, "/fleet", at=at) for at in (FIRST, ""))
    assert early["bar"]["moment"] < late["bar"]["moment"]


def test_filters_choose_hulls_and_their_events(client: TestClient) -> None:
    whole = page(client, "/fleet")
    by = page(client, "/fleet", by="UN")
    assert 0 < by["counts"]["chosen"] < whole["counts"]["chosen"]
    assert all("UN" in row[2] for row in table(by, "ships"))
    nobody = page(client, "/fleet", by="none")
    assert by["counts"]["chosen"] + nobody["counts"]["chosen"] <= whole["counts"]["hulls"]
    alone = page(client, "/fleet", q=LISTED, back=0)
    assert [row[1] for row in table(alone, "ships")] == [LISTED] and table(alone, "events")
    gaps = page(client, "/fleet", kind="gap", back=0)
    assert {row[2] for row in table(gaps, "events")} == {"┄ gap (strong)"}
    ban = page(client, "/fleet", measure="port ban")
    assert ban["counts"]["chosen"] == ban["counts"]["on a list"]


def test_a_ship_has_its_identity_track_events_and_both_scores(client: TestClient) -> None:
    found = page(client, f"/ship/{LISTED}")
    assert found["mmsi"] == {str(SILENT): "it sent this IMO number"} and found["positions"] > 50
    identity = table(found, "identity")
    assert identity[-2][:2] == ["Class", "no source is held"] and identity[0][0] == "Name"
    assert any(row[2].startswith("┄ gap") for row in table(found, "events"))
    assert found["scores"]["points"] > 0 and "age of ship" in " ".join(found["scores"]["missing"])
    assert all(len(row) == 2 for row in table(found, "unknown"))
    html = client.get(f"/ship/{LISTED}").text
    assert "Two scores" in html and 'class="bands"' in html and f"/ship/{LISTED}.pdf" in html
    text = client.get(f"/ship/{LISTED}.csv?table=reasons").text.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 1 + len(found["scores"]["reasons"]["rows"])


def test_the_sheet_of_a_ship_is_a_page_of_pdf(client: TestClient) -> None:
    sheet = client.get(f"/ship/{LISTED}.pdf")
    assert sheet.status_code == 200 and sheet.content.startswith(b"%PDF")
    assert sheet.headers["content-type"] == "application/pdf"


def test_a_ship_that_no_source_names_stands_by_its_number(client: TestClient) -> None:
    html = client.get(f"/ship/{MET}").text
    assert "not on the register" in html and "known from positions alone" in html
    assert NASTY not in html and "&lt;script&gt;" in html
    calls = table(page(client, f"/ship/{MET}"), "calls")
    assert len(calls) == 1 and "Namp" in calls[0][4]
    assert client.get("/ship/799999999").status_code == 404


def test_nothing_peeks_past_the_day(client: TestClient) -> None:
    early = page(client, "/fleet", as_of="2021-01-02")
    assert early["counts"]["positions held"] == 0 and not table(early, "heard")
    assert "No position of any ship by 2021-01-02 is held" in early["lead"]
    until = time.monotonic() + PATIENCE
    while (found := page(client, "/fleet", as_of=FIRST, back=0))["reading"]:
        assert time.monotonic() < until
        time.sleep(0.2)
    assert all(row[0][:10] <= FIRST for row in table(found, "events"))
    assert (
        client.get(
            "/fleet", params={"as_of": FIRST, "at": time.strftime("%Y-%m-%d", time.gmtime(START + 2 * DAY))}
        ).status_code
        == 400
    )


def test_the_map_as_geojson_has_silences_that_are_no_tracks(client: TestClient) -> None:
    answer = client.get(f"/ship/{LISTED}.geojson")
    found = answer.json()
    assert found["type"] == "FeatureCollection" and found["yalu"]["as_of"]
    kinds = {f["properties"].get("kind") for f in found["features"]}
    assert {"track", "silence"} <= kinds
    [silence] = [f for f in found["features"] if f["properties"].get("kind") == "silence"][:1]
    assert "no track" in silence["properties"]["note"]
    ships = client.get("/fleet.geojson").json()["features"]
    assert sum(f["properties"].get("kind") == "ship" for f in ships) >= 2


def test_calls_at_a_port_come_from_positions(client: TestClient) -> None:
    found = page(client, "/fleet/port", port="kp-nampo")
    rows = table(found, "calls")
    assert len(rows) == 1 and str(MET) in rows[0][0] and rows[0][6] == "not on the register"


def send(client: TestClient, content: bytes, name: str = "arrivals.csv") -> Any:
    form = client.get("/fleet/port").text
    token = re.search(r'name="token" value="([^"]+)"', form)
    assert token
    return client.post(
        "/fleet/port/arrivals",
        data={"token": token.group(1), "columns": ""},
        files={"arrivals": (name, content)},
        headers={"origin": "http://localhost"},
        follow_redirects=False,
    )


def test_arrivals_are_sent_and_ranked(client: TestClient) -> None:
    rows = f"Vessel,IMO,Flag,Last port\nCHONG CHON GANG,{LISTED},KP,Nampo\nEVER CALM,9300001,Panama,Busan\n"
    answer = send(client, rows.encode())
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"].partition("?")[0]
    until = time.monotonic() + PATIENCE
    while not (found := page(client, address))["job"]["final"]:
        assert time.monotonic() < until
        time.sleep(0.3)
    assert found["job"]["state"] == "done", found["job"]["error"]
    first, last = found["ships"]
    assert first["imo"] == LISTED and first["points"] > 0 and first["reasons"] and not last["points"]
    assert client.get(first["sheet"]).content.startswith(b"%PDF")
    html = client.get(address).text
    assert "May be innocent" in html and "Inputs missing" in html and "never" not in last["verdict"]
    assert address in client.get("/fleet/port").text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "No file was sent"),
        (b"a,b\n1,2\n", "No column of this list of arrivals"),
        (b"Vessel,IMO\n", "holds no row"),
        (b"Vessel,IMO\n" + b"X,1\n" * 5001, "5,001 ships"),
    ],
)
def test_arrivals_that_cannot_be_read_are_refused(client: TestClient, content: bytes, says: str) -> None:
    answer = send(client, content)
    assert answer.status_code == 400 and says in answer.text
