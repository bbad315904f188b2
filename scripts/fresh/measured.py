"""Run a command and note what it took: ``measured.py FIGURES NAME COMMAND...``.

Appends one line: name, wall seconds, CPU seconds, and the memory of its largest process in KiB.
"""

import resource
import subprocess
import sys
import time

_, figures, name, *command = sys.argv
began = time.monotonic()
code = subprocess.call(command)
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(figures, "a") as out:  # noqa: PTH123
    out.write(f"{name}\t{wall:.1f}\t{used.ru_utime + used.ru_stime:.1f}\t{used.ru_maxrss}\n")
sys.exit(code)
