"""The client that yente's users have works unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from yente_client import Client, Company, Person, Vessel
from yente_client.exceptions import BadRequestError, NotFoundError

from tests.workbench.serving import Served


@pytest.fixture
def client(served: Served) -> Iterator[Client]:
    with Client(base_url=served.url) as client:
        yield client


def test_health(client: Client) -> None:
    assert client.healthz().status == "ok"
    assert client.readyz().status == "ok"


def test_a_person_is_matched_by_name_and_birth_date(client: Client) -> None:
    answer = client.match(Person(name="Inventus Rangsom", birthDate="1965-02-12", nationality="kp"))
    assert answer.top is not None
    assert answer.top.id == "ofac-90100"
    assert answer.top.match and answer.matches == answer.results
    assert answer.top.caption == "RANGSOM, Inventus"
    assert answer.top.schema_ == "Person" and answer.top.target
    assert answer.top.properties["nationality"] == ["kp"]
    assert answer.top.properties["topics"] == ["sanction"]
    assert answer.top.contributing_explanations["name_match"].candidate == "RANGSOM, Inventus"
    assert isinstance(answer.top.first_seen, datetime)
    assert answer.query["properties"]["name"] == ["Inventus Rangsom"]


def test_a_ship_is_matched_by_its_number_alone(client: Client) -> None:
    answer = client.match(Vessel(imoNumber="IMO 9074729"))
    assert [r.id for r in answer.results] == ["ofac-90101"]


def test_filters_leave_out_what_they_name(client: Client) -> None:
    asked = Person(name="Inventus Rangsom")
    assert client.match(asked, datasets=["ofac_sdn"]).results
    assert not client.match(asked, datasets=["casebook"]).results
    assert not client.match(asked, exclude_entities=["ofac-90100"]).results
    assert not client.match(asked, exclude_schemata=["Person"]).results
    assert not client.match(asked, topics=["role.pep"]).results
    assert client.match(asked, topics=["sanction"]).results


def test_many_are_matched_one_after_the_other(client: Client) -> None:
    asked = [("a", Person(name="Inventus Rangsom")), ("b", Company(name="Filler Enterprise 3"))]
    found = dict(client.match_iter(asked, workers=2))
    assert {key: [r.id for r in answer.results][:1] for key, answer in found.items()} == {
        "a": ["ofac-90100"],
        "b": ["ofac-90203"],
    }


def test_search_counts_and_pages(client: Client) -> None:
    first = client.search("filler", limit=5, facets=["datasets", "schema"])
    assert first.total.value == 12 and len(first.results) == 5
    assert first.facets["datasets"].values[0].name == "ofac_sdn"
    assert first.facets["datasets"].values[0].count == 12
    rest = client.search("filler", limit=10, offset=5)
    assert not {r.id for r in first.results} & {r.id for r in rest.results}
    assert len(rest.results) == 7


def test_a_party_is_fetched_by_any_of_its_ids_with_what_is_around_it(client: Client) -> None:
    whole = client.fetch("un-KPe.001")
    assert whole.id == "ofac-9345" and "un-KPe.001" in whole.referents
    assert any(s.schema_ == "Sanction" for s in whole.properties["sanctions"] if not isinstance(s, str))
    assert "sanctions" not in client.fetch("ofac-9345", nested=False).properties
    around = client.adjacent("ofac-9345", limit=2)
    assert around.adjacent["sanctions"].total.value > 2 and len(around.adjacent["sanctions"].results) == 2
    page = client.adjacent("ofac-9345", prop="sanctions", limit=2, offset=2)
    assert page.offset == 2 and page.results


def test_the_catalog_and_the_algorithms(client: Client) -> None:
    catalog = client.datasets()
    by_name = {d.name: d for d in catalog.datasets}
    assert set(by_name) == {"default", "casebook", "ofac_sdn"}
    assert by_name["default"].children == ["casebook", "ofac_sdn"]
    assert by_name["ofac_sdn"].load and by_name["ofac_sdn"].entity_count == 14
    assert not catalog.index_stale and catalog.current == ["default", "casebook", "ofac_sdn"]
    assert client.algorithms().best == "yalu"


def test_errors_arrive_as_the_errors_of_the_client(client: Client) -> None:
    with pytest.raises(NotFoundError, match="No such dataset: 'us_ofac_sdn'"):
        client.match(Person(name="Anybody"), datasets=["us_ofac_sdn"])
    with pytest.raises(NotFoundError, match="No such entity"):
        client.fetch("ofac-1")
    with pytest.raises(BadRequestError, match="Invalid algorithm: logic-v2"):
        client.match(Person(name="Anybody"), algorithm="logic-v2")
    with pytest.raises(NotFoundError, match="not available on this server"):
        client.statements(canonical_id="ofac-9345")
