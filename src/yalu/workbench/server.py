"""Runs the application: one process or several, on a loopback address, until it is told to stop."""

from __future__ import annotations

import errno
import ipaddress
import os
import secrets
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from yalu.errors import UsageError, YaluError
from yalu.evidence.workspace import Workspace
from yalu.workbench.app import create_app
from yalu.workbench.frame.csrf import VARIABLE

GRACE = 10
"""Seconds that requests under way have to end after a signal to stop."""
PATIENCE = 30
"""Seconds that a worker may be silent towards its parent, on a busy machine, before it is replaced."""
_WORKSPACE, _LOG = "YALU_SERVE_WORKSPACE", "YALU_SERVE_LOG"
"""How the settings reach workers, which are processes of their own."""


def check_host(host: str) -> str:
    """The loopback address that a host means. Raises UsageError for any other."""
    if host == "localhost":
        return "127.0.0.1"
    try:
        if ipaddress.ip_address(host).is_loopback:
            return host
    except ValueError:
        pass
    raise UsageError(
        f"yalu serve does not listen on {host[:80]!r}: it asks nobody who they are, so whoever reaches it"
        " may read all evidence.",
        expected="127.0.0.1, ::1 or localhost",
        do="Leave --host out. For other machines, put a proxy that asks for a login before it on this one.",
    )


def bind(host: str, port: int) -> socket.socket:
    """A bound socket on a loopback address; port 0 is any free one. Raises YaluError where it is taken."""
    address = check_host(host)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
        bound.set_inheritable(True)
    except OSError as error:
        bound.close()
        taken = error.errno == errno.EADDRINUSE
        why = "another program listens there" if taken else (error.strerror or str(error)).lower()
        raise YaluError(
            f"{address} port {port} cannot be used: {why}.",
            expected="a free port",
            do="Name another one with --port, or 0 for any that is free.",
        ) from error
    return bound


def serve(workspace: Workspace, bound: socket.socket, *, workers: int, log: str, prepared: str = "") -> None:
    """Serve until SIGINT or SIGTERM; requests under way are ended first. ``prepared`` as Holder has it."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: None)  # uvicorn raises them once more when it is done
    options: dict[str, Any] = {
        "log_config": _logging(),
        "access_log": False,
        "server_header": False,
        "timeout_graceful_shutdown": GRACE,
        "timeout_worker_healthcheck": PATIENCE,
        "lifespan": "on",
    }
    if workers == 1:
        app = create_app(workspace, log=log, tell=tell, prepared=prepared)
        uvicorn.Server(uvicorn.Config(app, **options)).run(sockets=[bound])
        return
    os.environ[VARIABLE] = secrets.token_hex(32)  # a form of one worker may be sent to another
    os.environ[_WORKSPACE], os.environ[_LOG] = str(Path(workspace.root).resolve()), log
    config = uvicorn.Config("yalu.workbench.server:worker", factory=True, workers=workers, **options)
    Multiprocess(config, sockets=[bound]).run()


def worker() -> FastAPI:
    """The application of one of several workers, with the settings that its parent left for it."""
    return create_app(Workspace(Path(os.environ[_WORKSPACE])), log=os.environ[_LOG], tell=tell)


def tell(message: str) -> None:
    """News of the server go to standard error, where the access log is."""
    print(f"yalu: {message}", file=sys.stderr, flush=True)


def _logging() -> dict[str, Any]:
    """uvicorn's own words only where something is wrong."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"format": "yalu: %(message)s"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
        "loggers": {"uvicorn": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
    }
