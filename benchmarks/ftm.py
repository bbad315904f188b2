"""A large file of FollowTheMoney in and out: ``make bench NAME=ftm``.

26,000 parties and 58,000 ties, generated from a seed: the size of the reports of the UN Panel as one file.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import _ftm_file
from benchmarks.measuring import measure, store

YALU = (sys.executable, "-m", "yalu")
PARTIES, TIES = 26_000, 58_000
RUNS = 3


def main() -> int:
    """Measure, store, show."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        file, home = folder / "entities.ftm.json.gz", folder / "home"
        file.write_bytes(gzip.compress(b"".join(_ftm_file.entities(PARTIES, TIES)), 6))

        def anew() -> None:
            shutil.rmtree(home, ignore_errors=True)
            subprocess.run(
                [*YALU, "entity", "ofac-9345", "--workspace", home], check=True, capture_output=True
            )

        sync = [*YALU, "sync", "ftm", "--name", "reports", "--from", file, "--workspace", home]
        export = [*YALU, "export", "ftm", "--out", folder / "out.json", "--force", "--workspace", home]
        entity = [*YALU, "entity", "reports-p-77", "--workspace", home]
        rows = {
            "sync": measure(sync, runs=RUNS, folder=folder, before=anew),
            "export": measure(export, runs=RUNS, folder=folder),
            "entity": measure(entity, runs=RUNS, folder=folder),
        }
    for verb, took in rows.items():
        print(
            f"{verb}: {took.wall.median:.1f} s, {took.cpu.median:.1f} s CPU, {took.memory.max:.0f} MB at most"
        )
    size = {"parties": PARTIES, "ties": TIES}
    stored = store("ftm", [{"command": verb, **size, "figures": took} for verb, took in rows.items()])
    print(f"stored in {stored.relative_to(Path.cwd())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
