"""Puts the pages and actions of the registry into the application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from pydantic import BaseModel
from starlette.responses import HTMLResponse, Response

from yalu.workbench.frame import asking, faults, files, render, static, twins
from yalu.workbench.frame.ask import Ask
from yalu.workbench.frame.csrf import COOKIE
from yalu.workbench.frame.forms import checked_form
from yalu.workbench.frame.page import Page
from yalu.workbench.frame.registry import actions, pages
from yalu.workbench.frame.route import Action, ActionRequest, Moved, PageRoute
from yalu.workbench.turns import Turns

Endpoint = Callable[..., Awaitable[Response]]
YEAR = 365 * 24 * 3600


def install(app: FastAPI) -> None:
    """Add every page with its twins, every action, the files, and the pages of errors."""
    app.include_router(static.router)
    app.include_router(files.router)
    faults.install(app)
    for page in sorted(pages(), key=lambda p: "{" in p.path):
        for ending in (*twins.ENDINGS, *page.exports, ""):
            path = (f"/home{ending}" if page.path == "/" else page.path + ending) if ending else page.path
            made = _page(page, ending)
            app.add_api_route(path, made, methods=["GET", "HEAD"], include_in_schema=False)
    for action in actions():
        app.add_api_route(action.path, _action(action), methods=["POST"], include_in_schema=False)


def body_limits() -> dict[str, int]:
    """How much the forms with uploads take, by address."""
    return {action.path: action.max_body for action in actions()}


def _page(route: PageRoute[Any], ending: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        turns: Turns = request.app.state.turns
        return await turns.page(_answer, request, route, ending)

    endpoint.page_route = route  # type: ignore[attr-defined]  # for whoever walks the routes
    return endpoint


def _answer(request: Request, route: PageRoute[Any], ending: str) -> Response:
    ask = asking.ask(request, ending)
    try:
        page = route.make(ask, _params(route.params, request, ask))
    except Moved as moved:
        asked = f"?{request.url.query}" if request.url.query else ""
        return Response(status_code=308, headers={"location": f"{moved.path}{ending}{asked}"})
    if ending == twins.JSON:
        return twins.as_json(page, ask)
    if ending == twins.CSV:
        return twins.as_csv(page, ask)
    if ending in route.exports:
        return twins.as_file(page, ask, ending, route.exports[ending])
    return shown(request, render.render(route, page, ask), ask, page)


def shown(request: Request, html: str, ask: Ask, page: Page) -> Response:
    """A page as an answer, with the cookie that its forms need."""
    headers = {"x-yalu-snapshot": ask.snapshot, "cache-control": "no-store", "vary": "cookie"}
    answer = HTMLResponse(html, page.status, headers)
    cookie = request.state.form_cookie
    if request.cookies.get(COOKIE) != cookie:
        answer.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
    for name, value in page.remember.items():
        answer.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="strict", path="/")
    return answer


def _params(model: type[BaseModel], request: Request, ask: Ask) -> Any:
    """The parameters that the model declares, from path and query; ValidationError where one does not fit."""
    given: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name in request.path_params:
            given[name] = request.path_params[name]
        elif name in ask.query:
            many = str(field.annotation).startswith(("list", "tuple"))
            given[name] = ask.query[name] if many else ask.query[name][-1]
    return model.model_validate(given)


def _action(route: Action[Any]) -> Endpoint:
    form = checked_form(route)

    async def endpoint(request: Request, sent: Annotated[Any, Depends(form)]) -> Response:
        turns: Turns = request.app.state.turns
        return await turns.page(_act, request, route, sent)

    # annotations are text here, and the dependency is not a name of this module
    endpoint.__annotations__["sent"] = Annotated[Any, Depends(form)]
    endpoint.__annotations__["request"] = Request
    return endpoint


def _act(request: Request, route: Action[Any], sent: Any) -> Response:
    ask = asking.ask(request, "")
    fields, files = sent
    done = route.do(ActionRequest(ask, route.form.model_validate(fields), files, asking.who()))
    if not done.href.startswith("/") or done.href.startswith(("//", "/\\")):
        raise ValueError(f"an action leads to a page here, not to {done.href}")
    return Response(status_code=303, headers={"location": ask.link(done.href), "cache-control": "no-store"})
