"""The files that pages load: styles, fonts, bundles. Named by their content, they may be kept for good."""

from __future__ import annotations

import hashlib
import mimetypes
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Path as InPath
from starlette.responses import Response

from yalu.workbench.problems import refuse

HERE = Path(__file__).parent.parent / "static"
KINDS = {".woff2": "font/woff2", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

router = APIRouter()


@cache
def _files() -> dict[str, Path]:
    """Every file by its address; what is not here is not served, whatever dots an address holds."""
    return {p.relative_to(HERE).as_posix(): p for p in sorted(HERE.rglob("*")) if p.is_file()}


@cache
def _content(name: str) -> tuple[bytes, str]:
    content = _files()[name].read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:12]


def asset(name: str) -> str:
    """The address of a file with its hash."""
    return f"/static/{name}?v={_content(name)[1]}"


@router.api_route("/static/{name:path}", methods=["GET", "HEAD"], include_in_schema=False)
async def static(request: Request, name: Annotated[str, InPath(max_length=200)]) -> Response:
    """A file, with its hash as entity tag."""
    if name not in _files():
        raise refuse(404, "No such file")
    content, digest = _content(name)
    tag = f'"{digest}"'
    kept = FOREVER if request.query_params.get("v") == digest or name.endswith(".woff2") else ASK_AGAIN
    headers = {"etag": tag, "cache-control": kept}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    suffix = Path(name).suffix
    kind = KINDS.get(suffix) or mimetypes.guess_type(name)[0] or "text/plain"
    return Response(content, headers=headers, media_type=kind)
