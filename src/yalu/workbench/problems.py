"""Errors as answers, in yente's shape ``{"detail": ...}``, and with no more of the input than helps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from yalu.errors import StorageError, UsageError, YaluError
from yalu.workbench.shapes import ErrorResponse

_MOST_PROBLEMS = 20
_MOST_INPUT = 200

Documented = dict[int | str, dict[str, Any]]

TEXTS: Mapping[int, str] = {
    400: "An unknown schema, algorithm, option or day, too many queries, or a body that is no JSON",
    404: "No such dataset, entity or property",
    413: "The body is larger than the server reads",
    414: "The address is longer than the server reads",
    421: "The Host header names another host than this one",
    500: "Server error",
    503: "No snapshot is open yet",
}


def documented(*codes: int) -> Documented:
    """The entries of a route's documentation for the errors that it may give."""
    always = (413, 414, 421, 500)
    return {code: {"model": ErrorResponse, "description": TEXTS[code]} for code in sorted({*codes, *always})}


def install(app: FastAPI) -> None:
    """Let the application answer errors in this shape."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(UsageError, _usage)
    app.add_exception_handler(YaluError, _failed)
    app.add_exception_handler(Exception, _broken)


def answer(status: int, detail: Any, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """One error."""
    return JSONResponse({"detail": detail}, status, headers=headers)


def refuse(status: int, detail: str) -> HTTPException:
    """The error to raise within a route."""
    return HTTPException(status, detail)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    problems = list(error.errors())
    shown = [
        {
            "type": str(p.get("type", "")),
            "loc": [part if isinstance(part, int) else safe(part) for part in p.get("loc", ())],
            "msg": safe(p.get("msg", "")),
            "input": safe(p.get("input", "")),
        }
        for p in problems[:_MOST_PROBLEMS]
    ]
    return answer(422, shown)


async def _usage(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, UsageError)
    expected = f" Expected: {error.expected}" if error.expected else ""
    return answer(400, safe(error.what) + safe(expected))


async def _failed(request: Request, error: Exception) -> JSONResponse:
    status = 503 if isinstance(error, StorageError) else 500
    return answer(status, safe(error))


async def _broken(request: Request, error: Exception) -> JSONResponse:
    return answer(500, "Server error")  # the trace is in the log


def safe(value: Any) -> str:
    """A value as text that any JSON can hold, cut to what a reader needs."""
    text = value if isinstance(value, str) else str(value)[: _MOST_INPUT * 2]
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= _MOST_INPUT else f"{text[:_MOST_INPUT]}…"
