"""``python -m yalu.jobs.child WORDS``: the command of a job, which ends when its worker does.

The worker holds the other end of standard input. Where the worker is gone, however it went, that end closes,
and so no job runs on that another worker may have taken up.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading


def _watch() -> None:
    while os.read(0, 1):
        pass
    os.killpg(os.getpgrp(), signal.SIGKILL)


def main() -> None:
    """Run ``yalu`` with the words given."""
    os.nice(5)  # requests are answered meanwhile
    threading.Thread(target=_watch, daemon=True).start()
    sys.argv = ["yalu", *sys.argv[1:]]
    runpy.run_module("yalu", run_name="__main__")


if __name__ == "__main__":
    main()
