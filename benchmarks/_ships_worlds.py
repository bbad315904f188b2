"""The worlds that ships are measured on: that of the shared generator, and Yalu's own."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb

from benchmarks._lists import shared

BUILD = Path("build/ships")
PEER = BUILD / "bin" / "python"
EPOCH = 1_772_323_200
FIRST = 400_000_000
PINNED = ("pandas==3.1.1", "pyarrow==26.0.1", "movingpandas==0.23.0", "duckdb==2.0.1")


def peers() -> None:
    """Make the environment of the peers, which are no dependency of Yalu."""
    if not PEER.exists():
        subprocess.run([sys.executable, "-m", "venv", BUILD], check=True)
        install = [PEER, "-m", "pip", "install", "-q", "--only-binary", ":all:", *PINNED]
        subprocess.run(install, check=True)


def generated(ships: int = 2000) -> Path:
    """Run the shared generator as it stands, but for the path of its ports; keep what it made."""
    folder = BUILD.resolve() / f"gen-{ships}"
    if not (folder / "ports.csv").exists():
        folder.mkdir(parents=True, exist_ok=True)
        text = (shared() / "measure" / "ships" / "gen.py").read_text()
        ports = shared() / "data" / "ships" / "gfw_ports" / "WPI_ports.csv"
        given = text.replace("../data/gfw_ports/WPI_ports.csv", str(ports))
        if given == text:
            sys.exit("gen.py no longer reads its ports where this benchmark expects it")
        (folder / "gen.py").write_text(given)
        subprocess.run([PEER.absolute(), "gen.py", str(ships)], cwd=folder, check=True)
    return folder


def sparse(folder: Path, keep: int) -> Path:
    """The reports of which ``keep`` in a hundred are left, chosen as sparse.py does."""
    path = folder / f"sparse-{keep}.parquet"
    if not path.exists():
        duckdb.sql(
            f"COPY (SELECT * FROM '{folder}/ais.parquet' WHERE hash(mmsi::bigint*1000003+ts)%100<{keep})"
            f" TO '{path}' (FORMAT parquet)"
        )
    return path


def truth(folder: Path, name: str) -> list[dict[str, Any]]:
    """A table of planted truth."""
    with (folder / f"truth_{name}.csv").open() as file:
        return list(csv.DictReader(file))
