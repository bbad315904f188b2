"""Run a verb as a user without rights, also where that user may not read the files of this Python.

``python nobody.py WARM WORD...`` runs the verb first in the folder and workspace WARM as who we are, so that
all code is loaded, then becomes nobody and runs it in the current folder on the workspace of ``YALU_HOME``.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

from yalu.cli import main

NOBODY = 65534


def load_all(warm: str, words: list[str]) -> None:
    here = Path.cwd()
    os.chdir(warm)
    sys.argv = ["yalu", *words, "--workspace", warm]
    with (
        Path(os.devnull).open("w") as nowhere,
        redirect_stdout(nowhere),
        redirect_stderr(nowhere),
        suppress(SystemExit),
    ):
        main()
    os.chdir(here)


def drop_rights() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


if __name__ == "__main__":
    _, workspace, *verb = sys.argv
    if os.geteuid() == 0:
        load_all(workspace, verb)
        drop_rights()
    sys.argv = ["yalu", *verb]
    main()
