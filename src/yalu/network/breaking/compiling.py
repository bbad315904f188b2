"""Functions that are compiled for the processor, and where what was compiled is kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., Any])
_functions: list[Any] = []
_folders: list[Path] = []


def compiled(function: Function) -> Function:
    """Compile a function at its first call; it releases the interpreter's lock while it runs."""
    jit: Any = numba.njit(nogil=True)
    made = jit(function)
    _functions.append(made)
    if _folders:
        _keep(made)
    return cast(Function, made)


def keep_in(folder: Path) -> None:
    """Keep what is compiled from now on in a folder, so that it happens once.

    Each version of the code has a folder of its own in it: the compiler's own check looks at one file, and
    does not see that a function called from another file has changed. Where the folder cannot be written,
    nothing is kept. ``YALU_COMPILED`` names a folder for all workspaces together.
    """
    if _folders:
        return
    place = Path(os.environ.get("YALU_COMPILED") or folder) / f"breaking-{_digest()}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        (place / "used").touch()
    except OSError:
        return
    _folders.append(place)
    for function in _functions:
        _keep(function)


def _keep(function: Any) -> None:
    settings: Any = numba.config
    before = settings.CACHE_DIR
    settings.CACHE_DIR = str(_folders[0])
    try:
        if not function.signatures:
            function.enable_caching()
    finally:
        settings.CACHE_DIR = before


def _digest() -> str:
    code = b"".join(p.read_bytes() for p in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(code).hexdigest()[:12]
