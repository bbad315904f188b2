"""``yalu serve``: the workbench and the HTTP API, on this machine alone."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from yalu.cli.options import Quiet, WorkspaceOption, tell
from yalu.errors import YaluError

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="A loopback address, and no other.")]
Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 is any free one.")
]
Workers = Annotated[
    int,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        max=64,
        help="Processes that share the index; one a core is enough.",
    ),
]
JsonLogs = Annotated[bool, typer.Option("--json-logs", help="The access log as JSON Lines.")]


def run(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = 1,
    json_logs: JsonLogs = False,
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
) -> None:
    """Serve the workbench to browsers, and screening in the shapes of yente to programs, on this machine.

    Open the address that it prints. In a new folder the casebook is taken in first. A snapshot published
    meanwhile is taken up without a pause. Each request leaves a line on stderr, without its query; --quiet
    leaves it out. Ctrl-C or SIGTERM ends it once the requests under way are answered.

    Examples: yalu serve · yalu serve --port 9000 --workers 4
    """
    missing = [name for name in ("fastapi", "uvicorn", "python_multipart") if find_spec(name) is None]
    if missing:
        raise YaluError(
            f"yalu serve needs {' and '.join(missing)}, which is not installed.",
            expected="Yalu with its extra [serve]",
            do="pip install 'yalu[serve]'",
        )
    from yalu.evidence import packaged
    from yalu.evidence.snapshot import current_id
    from yalu.evidence.workspace import Workspace
    from yalu.workbench import held, server

    server.check_host(host)
    found = Workspace.find(workspace)
    bound = server.bind(host, port)
    packaged.ensure(found, step=lambda message: tell(message, quiet=quiet))
    snapshot = current_id(found)
    if not held.prepare(found, snapshot, quiet=quiet):
        raise YaluError(
            f"The indexes of snapshot {snapshot} in {found.root} cannot be made.",
            do="Run yalu build to make the snapshot anew; yalu doctor says more.",
        )
    address, chosen = bound.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    many = "1 worker" if workers == 1 else f"{workers} workers"
    tell(f"http://{shown}:{chosen} serves {found.root} with {many}; Ctrl-C ends it")
    log = "off" if quiet else "json" if json_logs else "text"
    server.serve(found, bound, workers=workers, log=log, prepared=snapshot)
