"""The messages of a run read whole, for what several of them show: money that moves, and flags together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from yalu.errors import UsageError
from yalu.payments import Reject, read
from yalu.payments.flags.batch import Group, Ledger, groups
from yalu.payments.trace import Book, Closed
from yalu.workbench.payment_runs.run import Run

MOST = 50_000
"""Payments that a page follows; the command line follows any number."""


@dataclass(frozen=True)
class Together:
    """The movements of a run, the groups that rules raise, and how much could not be read."""

    book: Closed
    groups: tuple[Group, ...]
    rejects: int


def together(run: Run, day: str) -> Together:
    """What a run's messages show together until a day. Raises UsageError for more than a page follows."""
    path = run.source()
    return _together(path, _state(path), str(run.job.params.get("columns", "")), day)


def _state(path: Path) -> tuple[int, int]:
    """Another value where what lies there is another."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file() and not p.is_symlink()]
    return sum(p.stat().st_size for p in files), max((p.stat().st_mtime_ns for p in files), default=0)


@lru_cache(maxsize=2)
def _together(path: Path, state: tuple[int, int], columns: str, day: str) -> Together:
    book, rejects, count = Book(day), 0, 0
    with Ledger() as ledger:
        for one in read(path, columns):
            if isinstance(one, Reject):
                rejects += 1
                continue
            held = []
            for payment in one.payments:
                count += 1
                if count > MOST:
                    raise UsageError(
                        f"A page follows up to {MOST:,} payments; {path.name} holds more.",
                        do="Use yalu payments trace and yalu payments flags, or choose a part of it.",
                    )
                held.append(payment)
                if payment.date <= day:
                    ledger.add(payment, one)
            one.payments = held
            book.take(one)
        found = tuple(groups(ledger, day))
    return Together(book.closed(), found, rejects)
