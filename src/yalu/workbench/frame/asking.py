"""Reads from a request which snapshot and day it asks for, and how it may write."""

from __future__ import annotations

import getpass
import os
import re

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request

from yalu.errors import UsageError
from yalu.evidence.view import When
from yalu.model.clock import Mode
from yalu.workbench.frame.ask import Ask
from yalu.workbench.frame.reader import Readers
from yalu.workbench.held import Held

_SNAPSHOT = re.compile(r"s[0-9a-f]{12}")
_MODE = TypeAdapter(Mode)
PATIENCE = 40
"""Seconds that a page waits for the first snapshot, after a start, before it says that it is not open."""


class Loading(Exception):
    """No snapshot could be opened in :data:`PATIENCE` seconds."""


def ask(request: Request, ending: str) -> Ask:
    """The request for a page. Raises UsageError for a day or a snapshot that is none, Loading."""
    held: Held | None = request.app.state.holder.wait(PATIENCE)
    if held is None:
        raise Loading
    query: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        query.setdefault(name, []).append(value.encode("utf-8", "replace").decode())
    readers: Readers = request.app.state.readers
    path = request.url.path.removesuffix(ending) if ending else request.url.path
    return Ask(
        workspace=held.workspace,
        reader=readers.reader(_snapshot(_one(query, "snapshot"), held.snapshot.id)),
        when=when(_one(query, "as_of"), _one(query, "mode"), held.day),
        today=held.day,
        in_force=held.snapshot.id,
        held=held,
        turns=request.app.state.turns,
        jobs=request.app.state.jobs,
        path="/" if path == "/home" else path,
        query=query,
        cookies=request.cookies,
        csrf=_token(request),
    )


def when(as_of: str, mode: str, today: str) -> When:
    """The day and mode asked for, by default today and strict. Raises UsageError."""
    expected = "a day such as 2017-06-13"
    try:
        found = When.at(as_of.strip() or today, mode=_MODE.validate_python(mode or Mode.STRICT))
    except ValidationError:
        raise UsageError(f"{mode[:40]!r} is no mode.", expected="strict or likely") from None
    except ValueError:
        raise UsageError(f"{as_of[:40]!r} is no day.", expected=expected) from None
    if found.as_of > today:
        raise UsageError(f"{found.as_of} has not come: nothing is known by it.", expected=expected)
    return found


def _snapshot(asked: str, in_force: str) -> str:
    if asked and not _SNAPSHOT.fullmatch(asked):
        raise UsageError(f"{asked[:40]!r} is no snapshot.", expected="an id such as s8319abe2637c")
    return asked or in_force


def _one(query: dict[str, list[str]], name: str) -> str:
    return query.get(name, [""])[-1]


def _token(request: Request) -> str:
    tokens = request.app.state.tokens
    request.state.form_cookie = tokens.cookie(request)
    found: str = tokens.token(request.state.form_cookie)
    return found


def who() -> str:
    """Who decides: nobody logs in, so ``YALU_USER`` or the login name of who started the server."""
    try:
        return os.environ.get("YALU_USER", "").strip() or getpass.getuser()
    except (KeyError, OSError):
        return "somebody at this machine"
