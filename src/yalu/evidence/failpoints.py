"""Named points at which an intake can be made to die, so that tests prove what a crash leaves behind.

With the environment variable ``YALU_FAILPOINT`` set to one of the names, the process kills itself there
with SIGKILL: no cleanup runs, no buffer is flushed. Without it a point costs one look at the environment.
"""

from __future__ import annotations

import os
import signal

VARIABLE = "YALU_FAILPOINT"

NAMES = (
    "archived",  # the documents are kept
    "parsed",  # they are read and nothing of it is written
    "written",  # the sightings stand
    "folded",  # the statements of all sources stand, and no snapshot binds them
    "recorded",  # the copy counts as held; the snapshot in force lacks it
    "before_publish",  # the new snapshot is whole and not in force
    "after_publish",  # it is in force, and nobody was told
)
"""In the order in which an intake meets them; ``yalu build`` does not meet archived and recorded."""


def reach(name: str) -> None:
    """Die here if the variable names this point."""
    if os.environ.get(VARIABLE) == name:
        os.kill(os.getpid(), signal.SIGKILL)
