"""Named points at which a process can be made to die, so that tests prove what a crash leaves behind.

An intake meets some of them, a write to the ledger others, one of ships' positions and a bulletin their own.

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

LEDGER = (
    "ledger_half",  # a row of the audit is written, what it records is not, and nothing is committed
    "ledger_before_commit",  # all is written, and nothing is committed
    "ledger_after_commit",  # it stands; its head is not noted, and nobody was told
    "ledger_head_noted",  # its head is noted, and nobody was told
    "restore_kept_aside",  # the ledger in force is copied aside, and is still in force
    "move_copied",  # the copy stands elsewhere, and is not in force
    "move_closed",  # the old place takes no more, and the workspace still names it
    "move_switched",  # the workspace names the new place, and nobody was told
)
"""Those of the ledger; a decision meets the first four."""

AIS = (
    "positions_written",  # the files of a block stand, and no manifest names them
    "positions_recorded",  # the block counts, and nobody was told
)
"""Those of an intake of ships' positions, which meets them at each block."""

BULLETIN = (
    "bulletin_half",  # some files of a bulletin are written, and its number is not issued
    "bulletin_whole",  # all are on the disk, and its number is not issued
    "bulletin_issued",  # it is issued; no copy of it was handed out, and nobody was told
)
"""Those of issuing a bulletin on ships."""


def reach(name: str) -> None:
    """Die here if the variable names this point."""
    if os.environ.get(VARIABLE) == name:
        os.kill(os.getpid(), signal.SIGKILL)
