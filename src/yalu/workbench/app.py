"""The application: its routes, what every request passes, what begins and ends with it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from yalu import __version__
from yalu.evidence.workspace import Workspace
from yalu.jobs import Jobs
from yalu.jobs.worker import Worker
from yalu.workbench import entities, match, payments, problems, search, system
from yalu.workbench.frame import install
from yalu.workbench.frame.csrf import Tokens
from yalu.workbench.frame.guard import Guard
from yalu.workbench.frame.reader import Readers
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


def create_app(
    workspace: Workspace, *, log: str = "text", tell: Tell = lambda _: None, prepared: str = ""
) -> FastAPI:
    """The application on a workspace. ``log`` is ``text``, ``json`` or ``off``; ``prepared`` as Holder's."""
    holder = Holder(workspace, tell, prepared)
    jobs = Jobs(workspace)
    worker = Worker(jobs, tell)

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        sys.setswitchinterval(SWITCH)
        app.state.turns = Turns()
        holder.start()
        worker.start()
        yield
        worker.stop()
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
    app.state.holder, app.state.readers, app.state.tokens = holder, Readers(workspace), Tokens()
    app.state.jobs, app.state.worker = jobs, worker
    problems.install(app)
    for part in (match, search, entities, payments, system):
        app.include_router(part.router)
    install.install(app)
    app.add_middleware(Door, limits=install.body_limits())
    app.add_middleware(Guard)
    if log != "off":
        app.add_middleware(AccessLog, json=log == "json")
    return app
