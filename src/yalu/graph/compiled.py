"""Compiles functions on arrays, and keeps what was compiled where it can be written.

A function is written as plain Python on arrays and compiled only where the arrays are large: the compiler
takes longer to load than a small network takes to walk.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

LARGE = 20_000
"""From this many edges on it pays to compile."""


class Compiler:
    """Compiles each function once, for arrays of ``large`` on. ``folder`` keeps the code between runs."""

    def __init__(self, folder: Path | None = None, large: int = LARGE) -> None:
        self.folder = folder
        self.large = large
        self._made: dict[Any, Any] = {}

    def __call__(self, function: F, size: int = LARGE) -> F:
        """The function, compiled where arrays of ``size`` are worth it. It may call none of ours."""
        if size < self.large:
            return function
        if function not in self._made:
            import numba

            settings: Any = numba.config
            if self.folder is not None:
                settings.CACHE_DIR = str(self.folder)
            jit: Any = numba.njit(cache=self.folder is not None, nogil=True)
            self._made[function] = jit(function)
        made: F = self._made[function]
        return made


def compile_in(root: Path | None) -> Compiler:
    """A compiler that keeps its code in the folder ``compiled`` of a workspace that can be written.

    Else it keeps it in a folder of the user's own among the temporary files, else nowhere. ``YALU_COMPILED``
    names a folder for all workspaces together.
    """
    if (shared := os.environ.get("YALU_COMPILED")) and os.access(shared, os.W_OK):
        return Compiler(Path(shared))
    if root is not None and root.is_dir() and os.access(root, os.W_OK):
        return Compiler(root / "compiled")
    try:
        folder = Path(tempfile.gettempdir()) / f"yalu-compiled-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        mine = folder.stat().st_uid == os.getuid() and not folder.is_symlink()
    except OSError:
        return Compiler()
    return Compiler(folder if mine and os.access(folder, os.W_OK) else None)
