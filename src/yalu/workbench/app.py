"""The application: its routes, what every request passes, what begins and ends with it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from yalu import __version__
from yalu.evidence.workspace import Workspace
from yalu.workbench import entities, match, payments, problems, search, system
from yalu.workbench.held import Holder, Tell
from yalu.workbench.middleware import AccessLog, Door
from yalu.workbench.turns import Turns

DESCRIPTION = """
Is this name, number or ship on a list, as known on a day? The addresses and shapes are those of yente, so
that its clients work unchanged; what Yalu adds stands in fields beside them.

"Listed" means on a list at the day asked. A party on no list is "named in a source".
"""

SWITCH = 0.001
"""Seconds after which a thread that computes lets another run: health checks do not wait for screening."""


def create_app(workspace: Workspace, *, log: str = "text", tell: Tell = lambda _: None) -> FastAPI:
    """The application on a workspace. ``log`` is ``text``, ``json`` or ``off``."""
    holder = Holder(workspace, tell)

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        sys.setswitchinterval(SWITCH)
        app.state.turns = Turns()
        holder.start()
        yield
        holder.stop()
        app.state.turns.close()

    app = FastAPI(
        title="Yalu",
        description=DESCRIPTION,
        version=__version__,
        docs_url=None,  # their pages load scripts from another host
        redoc_url=None,
        lifespan=running,
        redirect_slashes=False,
    )
    app.state.holder = holder
    problems.install(app)
    for part in (match, search, entities, payments, system):
        app.include_router(part.router)
    app.add_middleware(Door)
    if log != "off":
        app.add_middleware(AccessLog, json=log == "json")
    return app
