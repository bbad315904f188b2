"""Payment messages over HTTP."""

from __future__ import annotations

from tests.payments.made import mt103, pacs8
from tests.workbench.serving import Served


def test_messages_are_screened_and_rejects_named(served: Served) -> None:
    body = mt103(creditor="QUONDAM VENTURES LTD") + mt103(uetr="two", creditor="NOBODY ATALL")
    with served.client() as client:
        answer = client.post("/payments/screen", params={"name": "a.fin"}, content=body).json()
    assert [m["type"] for m in answer["messages"]] == ["MT103", "MT103"]
    assert answer["version"] == 1
    assert answer["messages"][0]["file"] == "a.fin"
    assert sum(answer["decisions"].values()) == 2
    with served.client() as client:
        again = client.post("/payments/screen", params={"name": "a.fin"}, content=body).json()
    assert again == answer


def test_a_listed_party_stops_a_payment_at_its_day(served: Served) -> None:
    with served.client() as client:
        body = pacs8(creditor="Inventus Rangsom", date="2026-07-01")
        answer = client.post("/payments/screen", content=body).json()
    hits = answer["messages"][0]["hits"]
    assert [h["name"] for h in hits] and answer["messages"][0]["decision"] in ("review", "stop")


def test_what_cannot_be_read_is_a_reject_and_no_error(served: Served) -> None:
    with served.client() as client:
        found = client.post("/payments/screen", content=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
        empty = client.post("/payments/screen", content=b"")
        late = client.post("/payments/screen", params={"as_of": "2999-01-01"}, content=pacs8())
        mapped = client.post(
            "/payments/screen", params={"name": "a.csv", "columns": "nonsense"}, content=b"a,b\n1,2\n"
        )
        large = client.post("/payments/screen", content=b"x" * (5 << 20))
    assert found.status_code == 200
    assert "document type" in found.json()["rejects"][0]["reason"]
    assert [r.status_code for r in (empty, late, mapped, large)] == [400, 400, 400, 413]
