"""No script of a name runs, no form of another site is taken, and no route is without its checks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import httpx
import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tests.workbench.serving import Served
from yalu.evidence.workspace import Workspace
from yalu.workbench.app import create_app
from yalu.workbench.frame.page import Cell, Column, Page, Section, Table
from yalu.workbench.frame.registry import actions, pages
from yalu.workbench.frame.render import environment
from yalu.workbench.limits import MAX_URL

HTML = {"accept": "text/html"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
BOUNDS = ("max_length", "le", "lt", "pattern", "ge")


def constrained(annotation: Any, metadata: list[Any]) -> bool:
    """Whether a parameter can hold only so much: a bound, a pattern, or a closed set of values."""
    if any(getattr(m, bound, None) is not None for m in metadata for bound in (*BOUNDS, "regex")):
        return True
    if isinstance(annotation, type) and annotation.__module__ != "builtins":
        return True  # an enumeration, or a model of its own
    if annotation in (bool, float) or get_origin(annotation) is Literal:
        return True
    inner = [a for a in get_args(annotation) if a is not type(None)]
    return bool(inner) and all(constrained(a, list(getattr(a, "__metadata__", ()))) for a in inner)


def loose(model: type[BaseModel]) -> list[str]:
    def bad(field: FieldInfo) -> bool:
        return not constrained(field.annotation, list(field.metadata))

    return [f"{model.__name__}.{name}" for name, field in model.model_fields.items() if bad(field)]


APP = create_app(Workspace(Path("nowhere")))


def routes(within: Iterable[Any] = tuple(APP.routes)) -> list[APIRoute]:
    """Every route, those of included routers too; /openapi.json is Starlette's own and takes nothing."""
    found: list[APIRoute] = []
    for route in within:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            found += routes(inner.routes)
        elif isinstance(route, APIRoute):
            found.append(route)
        else:
            assert getattr(route, "path", "") == "/openapi.json", route
    return found


def test_every_route_declares_its_methods() -> None:
    assert len(routes()) > 50
    assert not [r.path for r in routes() if not r.methods or not r.methods <= {"GET", "HEAD", "POST"}]


def test_every_form_is_taken_with_a_token_alone() -> None:
    posts = [r for r in routes() if "POST" in (r.methods or ()) and not r.include_in_schema]
    assert {r.path for r in posts} == {a.path for a in actions()} and posts
    for route in posts:
        calls = [d.call for d in route.dependant.dependencies]
        assert any(getattr(call, "checks_token", False) for call in calls), route.path


def test_what_the_api_takes_by_post_changes_nothing() -> None:
    """Both screen what they are sent, JSON or a payment message, and keep nothing: no token is asked."""
    posts = [r for r in routes() if "POST" in (r.methods or ()) and r.include_in_schema]
    assert sorted(r.path for r in posts) == ["/match/{dataset}", "/payments/screen"]
    assert all(p.field_info.annotation is not None for r in posts for p in r.dependant.body_params)


def test_every_parameter_is_bounded() -> None:
    """Text in the API's addresses is bounded by the length of the address, numbers by their own bounds."""
    models = {p.params for p in pages()} | {a.form for a in actions()}
    found = [name for model in models for name in loose(model)]
    for route in routes():
        for param in (*route.dependant.query_params, *route.dependant.path_params):
            info = param.field_info
            text = str in (info.annotation, *get_args(info.annotation))
            if not constrained(info.annotation, list(info.metadata)) and not (
                text and route.include_in_schema
            ):
                found.append(f"{route.path} {param.name}")
    assert not found and MAX_URL <= 60_000


def test_markup_in_a_name_is_text() -> None:
    """Through every macro that shows a value, in every place that a name can stand."""
    evil = Cell(text=EVIL, note=EVIL, href=f"/party/{EVIL}", shape="person")
    table = Table(id="t", columns=(Column(key="a", label=EVIL, head=True),), rows=((evil,),), caption=EVIL)
    page = Page(title=EVIL, lead=EVIL, sections=(Section(id="s", title=EVIL, text=(evil,), table=table),))
    source = (
        '{% from "macros.html.j2" import section, finding, timeline, badge with context %}'
        "{% for s in page.sections %}{{ section(s) }}{% endfor %}"
        "{% set t, runs = page.title, page.sections[0].text %}{{ t|tongue }}{{ badge('named', t) }}"
        "{{ finding(t, t, t, runs, runs, t) }}{{ timeline([(t, t, runs[0])]) }}"
        "{{ data_island('x', page.data()) }}"
    )
    html = environment().from_string(source).render(page=page, link=lambda href, **_: href, token="")
    assert "<img" not in html and html.count("<script") == 1 == html.count("</script>")
    assert "alert(1)" in html


def test_markup_asked_for_is_text(served: Served) -> None:
    with served.client() as client:
        for path in ("/search", "/screening"):
            page = client.get(path, params={"q": EVIL}, headers=HTML).text
            assert "<img" not in page and "&lt;script&gt;alert(1)" in page


def form(client: httpx.Client, path: str = "/sources") -> str:
    """The token of a page's form; the cookie stays in the client."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get(path, headers=HTML).text)
    assert found
    return found.group(1)


@pytest.mark.parametrize(
    ("token", "headers", "cookie", "says"),
    [
        ("", {}, True, "token"),
        ("0" * 64, {}, True, "token"),
        ("right", {}, False, "cookie"),
        ("right", {"origin": "https://evil.example"}, True, "another site"),
        ("right", {"origin": "null"}, True, "another site"),
        ("right", {"sec-fetch-site": "cross-site"}, True, "another site"),
    ],
)
def test_a_form_that_is_not_ours_changes_nothing(
    served: Served, token: str, headers: dict[str, str], cookie: bool, says: str
) -> None:
    with served.client() as client:
        given = form(client) if token == "right" else (form(client) and token)
        if not cookie:
            client.cookies.clear()
        before = len(client.get("/jobs.json").json()["page"]["sections"][0]["table"]["rows"])
        answer = client.post("/queue/resolve", data={"token": given}, headers=HTML | headers)
        assert answer.status_code == 403 and says in answer.text
        assert len(client.get("/jobs.json").json()["page"]["sections"][0]["table"]["rows"]) == before


def test_json_is_no_form(served: Served) -> None:
    with served.client() as client:
        answer = client.post("/queue/resolve", json={"token": form(client)})
    assert answer.status_code == 415


def test_programs_may_post_json_and_other_sites_may_not(served: Served) -> None:
    query = {"queries": {"q": {"schema": "Person", "properties": {"name": "Kim"}}}}
    with served.client() as client:
        assert client.post("/match/default", json=query).status_code == 200
        refused = client.post("/match/default", json=query, headers={"origin": "https://evil.example"})
        assert refused.status_code == 403


def test_every_answer_has_the_policy(served: Served) -> None:
    with served.client() as client:
        for path in ("/", "/healthz", "/openapi.json", "/static/css/base.css", "/nothing", "/catalog"):
            headers = client.get(path).headers
            assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"]
            assert "script-src 'self'" in headers["content-security-policy"]
            assert "unsafe" not in headers["content-security-policy"]
        turned = client.get("/", headers={"host": "evil.example"})
        assert turned.status_code == 421 and "content-security-policy" in turned.headers


def test_a_cell_that_a_spreadsheet_would_run_is_made_plain() -> None:
    from types import SimpleNamespace

    from yalu.workbench.frame.twins import as_csv

    rows = ((Cell(text="=HYPERLINK(1)"),), (Cell(text="@SUM(1)"),), (Cell(text="-5"),))
    table = Table(id="t", columns=(Column(key="a", label="+a"),), rows=rows)
    page = Page(title="t", sections=(Section(id="s", title="s", table=table),))
    mode = SimpleNamespace(value="strict")
    ask: Any = SimpleNamespace(query={}, path="/x/..%0d", as_of="2026-01-01", snapshot="s", mode=mode)
    answer = as_csv(page, ask)
    assert bytes(answer.body).decode("utf-8-sig").splitlines() == ["'+a", "'=HYPERLINK(1)", "'@SUM(1)", "-5"]
    assert "\r" not in answer.headers["content-disposition"]
