"""Errors as pages, for who asks for a page; programs get them as JSON, as ever."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from yalu.errors import StorageError, UsageError, YaluError
from yalu.workbench import problems
from yalu.workbench.frame import render
from yalu.workbench.frame.asking import Loading
from yalu.workbench.frame.route import Gone

Handler = Callable[[Request, Exception], Awaitable[Response]]


def install(app: FastAPI) -> None:
    """Answer what a page raises. Called after the API's own handlers, which go on for programs."""
    former = dict(app.exception_handlers)
    for kind in (HTTPException, UsageError, YaluError, Gone, Loading, ValidationError, Exception):
        app.add_exception_handler(kind, _handler(former.get(kind)))


def _handler(former: Any) -> Handler:
    async def handle(request: Request, error: Exception) -> Response:
        status, what, expected, do = _said(error)
        headers = dict(getattr(error, "headers", None) or {})
        if isinstance(error, Loading):
            headers["retry-after"] = "1"
        if "text/html" in request.headers.get("accept", "") and not request.url.path.endswith(
            (".json", ".csv")
        ):
            html = render.environment().get_template("error.html.j2")
            text = html.render(
                status=status,
                title=HTTPStatus(status).phrase,
                what=what,
                expected=expected,
                do=do,
                refresh=1 if isinstance(error, Loading) else 0,
            )
            return HTMLResponse(text, status, headers)
        if former is not None:
            answer: Response = await former(request, error)
            return answer
        detail = " ".join(part for part in (what, f"Expected: {expected}." if expected else "", do) if part)
        return problems.answer(status, problems.safe(detail), headers)

    return handle


def _said(error: Exception) -> tuple[int, str, str, str]:
    """The status, what failed, what was expected, what to do."""
    match error:
        case HTTPException():
            return error.status_code, str(error.detail), "", ""
        case Loading():
            return 503, "The first snapshot is being opened. This page comes by itself when it is.", "", ""
        case Gone():
            return 404, error.what, "", error.do
        case ValidationError():
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            return 400, f"{where or 'The form'}: {first['msg']}"[:300], "", "Go back and give another value."
        case UsageError():
            return 400, error.what, error.expected, error.do
        case YaluError():
            return 503 if isinstance(error, StorageError) else 500, error.what, error.expected, error.do
        case _:
            return 500, "Something failed here. What was kept before still stands.", "", "The log says more."
