"""``yalu payments world``: an invented world of payments from a seed, with the truth apart."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli import json_line
from yalu.cli.options import Json, Quiet, tell

EVERY = 100_000
MOST = 50_000_000

Seed = Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same files, byte by byte.")]
Payments = Annotated[
    int, typer.Option("--payments", min=100, max=MOST, help="How many payments, planted ones included.")
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="A folder that does not exist, or is empty.")]
Parquet = Annotated[bool, typer.Option("--parquet/--no-parquet", help="The table as Parquet as well.")]


def run(
    out: Out,
    seed: Seed = 1,
    payments: Payments = 10_000,
    parquet: Parquet = True,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make an invented world of payments for exercises, tests and measurements.

    Banks, customers, a fictional list, ordinary trade, and three planted schemes whose sums are those of
    ordinary payments: fronts that pay through US correspondents, covert branches of a bank with layers,
    workers' wages on collective accounts. Messages, a table, the banks' alerts; the truth apart.

    Load its list only into a workspace of its own. Settings: settings.json in the folder, fixed before any
    comparison.

    Examples: yalu payments world --seed 7 --payments 20000 --out exercise
    """
    from yalu.errors import UsageError
    from yalu.payments.world import World, write

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(
            f"--out {out} is not empty", expected="a new or empty folder", do="Choose another folder."
        )
    progress = not quiet and sys.stderr.isatty()

    def step(number: int) -> None:
        if progress and number % EVERY == 0:
            tell(f"{number:,} of {payments:,} payments")

    world = World(seed, payments)
    write(world, out, parquet=parquet, step=step)
    if json:
        said = {
            "version": 1, "seed": seed, "payments": payments, "planted": len(world.planted),
            "banks": len(world.cast.banks), "out": str(out),
        }  # fmt: skip
        json_line.write(said)
    else:
        print(f"{payments:,} invented payments, {len(world.planted):,} of them planted: see {out}/README.md")
