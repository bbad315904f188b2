"""What ``--json`` prints."""

from __future__ import annotations

import sys
from typing import Any


def write(answer: Any) -> None:
    """One line of JSON on stdout."""
    import orjson

    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
