"""Reads the form of an action, after its token was checked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from yalu.workbench.frame.csrf import FIELD, Tokens
from yalu.workbench.frame.route import Action, Upload

KINDS = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS = 200
Sent = tuple[dict[str, Any], dict[str, Upload]]


class Refused(HTTPException):
    """A form without a valid token, or one that is no form."""


def checked_form(route: Action[Any]) -> Callable[[Request], Awaitable[Sent]]:
    """The dependency of an action: its fields and files; an answer 403 or 415 where the form is refused."""
    lists = {n for n, f in route.form.model_fields.items() if str(f.annotation).startswith(("list", "tuple"))}

    async def checked(request: Request) -> Sent:
        if request.headers.get("content-type", "").partition(";")[0].strip() not in KINDS:
            raise Refused(415, "This address takes forms of the pages here.")
        fields: dict[str, Any] = {}
        files: dict[str, Upload] = {}
        async with request.form(max_files=4, max_fields=MOST_FIELDS) as form:
            tokens: Tokens = request.app.state.tokens
            if fault := tokens.fault(request, str(form.get(FIELD, ""))):
                raise Refused(403, f"{fault} Nothing was changed. Load the page again, then send the form.")
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    if name in route.files and value.filename:
                        files[name] = Upload(value.filename[:200], await value.read())
                elif name in lists:
                    fields.setdefault(name, []).append(value)
                elif name in route.form.model_fields:
                    fields[name] = value
        return fields, files

    checked.checks_token = True  # type: ignore[attr-defined]  # for whoever walks the routes
    return checked
