"""Answers that are already data: written as JSON without being checked once more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.responses import Response


def written(content: Any, headers: Mapping[str, str] | None = None) -> Response:
    """An answer; its header names the snapshot that the body names."""
    snapshot = content.get("snapshot") if isinstance(content, dict) else None
    named = {"x-yalu-snapshot": snapshot} if snapshot else {}
    return Response(
        orjson.dumps(content), headers={**named, **(headers or {})}, media_type="application/json"
    )
