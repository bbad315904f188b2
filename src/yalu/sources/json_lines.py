"""The entries of a journal that is kept as JSON, one a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import orjson

from yalu.errors import ContractError


def entries(
    content: bytes, longest: int, refuse: Callable[[str, int], ContractError]
) -> Iterator[tuple[int, Any]]:
    """Each line that is not empty, with its number. Raises what ``refuse`` makes of a line that is none."""
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        if len(line) > longest:
            raise refuse("the line is too long", number)
        try:
            yield number, orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise refuse(f"the line is no JSON: {error}", number) from error
