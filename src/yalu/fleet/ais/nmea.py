"""A block of NMEA lines to rows: parts joined, times found, what cannot be right set apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from yalu.fleet.ais import limits, messages, reports, sentence
from yalu.fleet.ais.rows import POINTS, VOYAGES, Batch, Reject

OPEN = 64
"""Messages that may wait for their other sentences; the oldest is given up."""

Column = NDArray[Any]


@dataclass
class _Open:
    """A message of several sentences, as far as it has come."""

    total: bytes
    line: int
    time: int
    parts: dict[bytes, sentence.Sentence] = field(default_factory=dict)


class Nmea:
    """Reads blocks of one log in their order; what waits between two blocks is in the batch.

    ``moment`` is the time of lines that bear none, 0 where there is none; with ``live`` it is asked for at
    every block. ``decode`` is that of pyais.
    """

    def __init__(
        self,
        decode: Callable[..., Any],
        now: Callable[[], int],
        *,
        moment: int = 0,
        live: bool = False,
        base_clock: int = 0,
    ) -> None:
        self.decode = decode
        self.now = now
        self.moment = moment
        self.live = live
        self.base = base_clock
        self.open: dict[bytes, _Open] = {}

    def read(self, block: bytes, engine: duckdb.DuckDBPyConnection, *, last: bool = False) -> Batch:
        """Fill new_points and new_voyages of the engine. With ``last`` nothing more comes."""
        batch = Batch()
        now = self.now()
        fast: list[bytes] = []
        facts: list[tuple[int, int, int]] = []  # line, time, whose clock
        slow: list[tuple[messages.Row, int, int, int, bytes]] = []
        voyages: list[tuple[messages.Row, int, int, int, bytes]] = []
        lines = block.split(b"\n")
        if lines and not lines[-1]:
            lines.pop()
        batch.lines = len(lines)
        for number, raw in enumerate(lines, 1):
            line = raw.rstrip(b"\r")
            if not line.strip():
                continue
            found = sentence.read(line)
            if isinstance(found, str):
                batch.rejects.append(Reject(found, number, _shown(line)))
                continue
            if found.total == b"1" and reports.readable(found.payload):
                facts.append((number, *self._clock(found.time, now)))
                fast.append(found.payload)
                continue
            joined = self._join(found, number, line, batch)
            if joined is None:
                continue
            parts, time = joined
            read = messages.read(parts, self.decode)
            if read is None:
                batch.rejects.append(Reject("payload", number, _shown(b" ".join(parts))))
                continue
            if read.time:
                self.base = read.time
            if read.passed:
                batch.passed[read.passed] += 1
            when, clock = self._clock(time, now)
            if read.point:
                slow.append((read.point, limits.aligned(when, read.second, clock), clock, number, line))
            if read.voyage:
                voyages.append((read.voyage, when, clock, number, line))
        self._keep_waiting(batch, len(lines), last=last)
        points = _merge(_columns(fast, facts), _rows(slow))
        limits.keep(engine, "new_points", POINTS, points, lambda n: _shown(lines[n - 1]), batch, now)
        limits.keep(
            engine,
            "new_voyages",
            VOYAGES,
            _rows(voyages, VOYAGES),
            lambda n: _shown(lines[n - 1]),
            batch,
            now,
        )
        batch.base_clock = self.base
        return batch

    def _clock(self, time: int, now: int) -> tuple[int, int]:
        """When a line was sent, and by whose clock: an index into limits.CLOCKS."""
        if time:
            return time, limits.STATED
        if self.live:
            return now, limits.RECEIPT
        if self.base:
            return self.base, limits.BASE
        return self.moment, limits.DATED

    def _join(
        self, found: sentence.Sentence, number: int, line: bytes, batch: Batch
    ) -> tuple[list[bytes], int] | None:
        if found.total == b"1":
            if not found.payload:
                batch.rejects.append(Reject("payload", number, _shown(line)))
                return None
            return [found.text], found.time
        key = found.group + found.total
        held = self.open.get(key)
        if held is None or found.part in held.parts or found.part == b"1":
            if held is not None:
                self._give_up(key, batch)
            held = self.open[key] = _Open(found.total, number, found.time)
            if len(self.open) > OPEN:
                self._give_up(next(iter(self.open)), batch)
        held.parts[found.part] = found
        held.time = held.time or found.time
        if len(held.parts) < int(found.total):
            return None
        del self.open[key]
        return [held.parts[p].text for p in sorted(held.parts)], held.time

    def _give_up(self, key: bytes, batch: Batch) -> None:
        held = self.open.pop(key)
        for part in held.parts.values():
            batch.rejects.append(Reject("incomplete", held.line, _shown(part.text)))

    def _keep_waiting(self, batch: Batch, lines: int, *, last: bool) -> None:
        if last:
            for key in list(self.open):
                self._give_up(key, batch)
        for held in self.open.values():
            held.line -= lines  # counted from the next block's first line
            tag = b"\\c:%d\\" % held.time if held.time else b""
            batch.pending += [tag + part.text for part in held.parts.values()]


def resumed(reader: Nmea, pending: Sequence[bytes]) -> None:
    """Give a reader the sentences that waited when an earlier run ended."""
    batch = Batch()
    for line in pending:
        found = sentence.read(line)
        if isinstance(found, sentence.Sentence):
            reader._join(found, 0, line, batch)


def _columns(payloads: list[bytes], facts: list[tuple[int, int, int]]) -> dict[str, Column]:
    about = np.array(facts, np.int64).reshape(-1, 3)
    found: dict[str, Column] = reports.read(payloads)
    second = found.pop("second")
    clock = about[:, 2]
    found["ts"] = limits.align(about[:, 1], second, clock)
    found["clock"] = clock
    found["line"] = about[:, 0]
    return found


def _rows(rows: list[tuple[messages.Row, int, int, int, bytes]], columns: Any = POINTS) -> dict[str, Column]:
    names = [c for c in columns if c not in ("ts", "clock")]
    found: dict[str, Column] = {}
    for name in names:
        values = [row.get(name) for row, *_ in rows]
        if columns[name] == "VARCHAR":
            found[name] = np.array(values, object)
        else:
            found[name] = np.array([np.nan if v is None else v for v in values], np.float64)
    found["ts"] = np.array([ts for _, ts, *_ in rows], np.int64)
    found["clock"] = np.array([clock for _, _, clock, *_ in rows], np.int64)
    found["line"] = np.array([line for *_, line, _ in rows], np.int64)
    return found


def _merge(a: dict[str, Column], b: dict[str, Column]) -> dict[str, Column]:
    merged = {name: np.concatenate([a[name], b[name]]) for name in a}
    order = np.argsort(merged["line"], kind="stable")
    return {name: column[order] for name, column in merged.items()}


def _shown(line: bytes) -> str:
    return line.decode("latin-1").rstrip("\r\n")
