"""Reads a file of holdings: owner, owned, and a share or the ends of a range."""

from __future__ import annotations

import csv
import io
import sys
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import numpy as np

from yalu.errors import ContractError, UsageError
from yalu.model.dates import partial
from yalu.ownership.finding import Finding
from yalu.ownership.holdings import INDICATED, NO_CONTROL, STATED, Holdings, empty
from yalu.ownership.merge import Rows, merged
from yalu.ownership.unit import Unit, units

COLUMNS = ("owner", "owned", "share", "low", "high", "from", "to", "control", "joint")
CONTROL = {"": NO_CONTROL, "no": NO_CONTROL, "indicated": INDICATED, "yes": STATED}
EVERY = 500_000
"""Rows between two messages of progress."""


@dataclass
class _Read:
    """What was read so far: numbers of parties and of share texts, row by row."""

    parties: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    joints: dict[str, int] = field(default_factory=dict)
    ends: array[int] = field(default_factory=lambda: array("i"))
    shares: array[int] = field(default_factory=lambda: array("i"))
    control: array[int] = field(default_factory=lambda: array("B"))
    joint: array[int] = field(default_factory=lambda: array("i"))
    first: list[int] = field(default_factory=list)  # for each share text the row of the file where it begins
    numbers: array[int] = field(default_factory=lambda: array("i"))  # for each holding its row of the file
    rows: int = 0
    apart: int = 0
    unstated: int = 0


def read(
    file: str, on: str, unit: Unit = Unit.AUTO, step: Callable[[str], None] = lambda _: None
) -> Holdings:
    """The holdings of a file that hold on a day; ``-`` is standard input.

    A share is a percent figure (``50`` or ``50%``) or a fraction (``0.5``), alike in the whole file. An
    empty one is anything from nothing to all, unless the row states control. Raises UsageError where the
    file cannot be read, ContractError with the row for what is not a holding.
    """
    found = _Read()
    with _opened(file) as lines:
        for number, row in _rows(file, lines):
            _take(found, file, number, row, on)
            if found.rows % EVERY == 0:
                step(f"{found.rows:,} rows read")
    if not found.rows:
        return empty([Finding("empty", f"{file} holds no row.")])
    findings = []
    if found.apart:
        findings.append(
            Finding("other_days", f"Rows that do not hold on {on} are left out.", count=found.apart)
        )
    if found.unstated:
        findings.append(
            Finding(
                "share_not_stated", "Rows without a share: anything from 0% to 100%.", count=found.unstated
            )
        )
    low, high, small = units(file, list(found.texts), unit, found.first)
    if small:
        findings.append(
            Finding(
                "small_shares",
                f"Shares below 1, such as {small[0]}, are read as percent figures, as nearly all others are.",
                count=len(small),
            )
        )
    ends = np.frombuffer(found.ends, np.int32).reshape(-1, 2)
    shares = np.frombuffer(found.shares, np.int32).reshape(-1, 2)
    ids, ends = _sorted(found.parties, ends)
    turned = np.flatnonzero(low[shares[:, 0]] > high[shares[:, 1]])
    if len(turned):
        owner, owned = (ids[i] for i in ends[turned[0]])
        raise ContractError(
            file,
            f"the range of what {owner} holds of {owned} begins above its end.",
            where=f"row {found.numbers[int(turned[0])]}",
            expected="low, then high",
            do="Correct the row.",
        )
    return merged(
        ids,
        Rows(
            owner=ends[:, 0],
            owned=ends[:, 1],
            low=low[shares[:, 0]],
            high=high[shares[:, 1]],
            control=np.frombuffer(found.control, np.uint8),
            joint=np.frombuffer(found.joint, np.int32),
        ),
        findings,
    )


def _sorted(parties: dict[str, int], ends: np.ndarray) -> tuple[tuple[str, ...], np.ndarray]:
    ids = tuple(sorted(parties))
    anew = np.empty(len(ids), np.int32)
    anew[np.fromiter((parties[party] for party in ids), np.int64, len(ids))] = np.arange(
        len(ids), dtype=np.int32
    )
    return ids, anew[ends] if len(ends) else ends


def _take(found: _Read, file: str, number: int, row: dict[str, str], on: str) -> None:
    owner, owned = row["owner"], row["owned"]
    if not owner or not owned:
        raise _fault(
            file, number, f"the {'owned party' if owner else 'owner'} is missing", "an id at both ends"
        )
    control = CONTROL.get(row.get("control", "").lower())
    if control is None:
        raise _fault(file, number, f"control is {row['control'][:40]!r}", "yes, indicated, no or nothing")
    found.rows += 1
    if not _holds(file, number, row, on):
        found.apart += 1
        return
    share = row.get("share", "")
    low, high = (share, share) if share else (row.get("low", ""), row.get("high", ""))
    if not low and not high:
        low, high = ("0", "0") if control else ("0", "100%")
        found.unstated += not control
    numbers, texts = found.parties, found.texts
    found.ends.append(numbers.setdefault(owner, len(numbers)))
    found.ends.append(numbers.setdefault(owned, len(numbers)))
    least = texts.setdefault(low or "0", len(texts))
    found.shares.append(least)
    found.shares.append(least if low is high else texts.setdefault(high or "100%", len(texts)))
    found.first.extend([number] * (len(texts) - len(found.first)))
    found.numbers.append(number)
    found.control.append(control)
    joint = row.get("joint", "")
    found.joint.append(found.joints.setdefault(joint, len(found.joints)) if joint else -1)


def _holds(file: str, number: int, row: dict[str, str], on: str) -> bool:
    """Whether a holding is true on the day: since its latest start, and not over by its latest end."""
    start, end = row.get("from", ""), row.get("to", "")
    try:
        since = partial(start).hi if start else ""
        until = partial(end).hi if end else ""
    except ValueError as error:
        raise _fault(file, number, str(error), "a date such as 2014-08-13") from None
    if since and until and until < partial(start).lo:
        raise _fault(file, number, f"it ends on {end}, before it begins on {start}", "an end after the start")
    return since <= on and not (until and until <= on)


def _rows(file: str, lines: TextIO) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(lines, strict=True)
    number = 0
    try:
        heading = [cell.strip().lower() for cell in next(reader, [])]
        _check(file, heading)
        for number, cells in enumerate(reader, 2):
            if not any(cells):
                continue
            if len(cells) != len(heading):
                raise _fault(file, number, f"{len(cells)} fields", f"{len(heading)}, as in row 1")
            yield number, dict(zip(heading, map(str.strip, cells), strict=True))
    except UnicodeDecodeError as error:
        raise _fault(file, number + 1, str(error), "UTF-8 text") from None
    except csv.Error as error:
        raise _fault(file, number + 1, str(error), "CSV, ids with a comma in quotes") from None


def _check(file: str, heading: list[str]) -> None:
    needed = {"owner", "owned"}
    if not needed <= set(heading) or not ({"share", "low", "high", "control"} & set(heading)):
        raise _fault(
            file,
            1,
            f"the columns are {', '.join(heading)[:80] or 'none'}",
            "owner, owned, and share or low and high",
        )
    strange = [c for c in heading if c not in COLUMNS or heading.count(c) > 1]
    if strange:
        raise _fault(
            file,
            1,
            f"the column {strange[0][:40]!r} is unknown or stands twice",
            "some of " + ", ".join(COLUMNS),
        )


def _opened(file: str) -> TextIO:
    try:
        if file != "-":
            return Path(file).open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror}.",
            expected="a CSV file with the columns owner, owned, share",
        ) from None
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")


def _fault(file: str, number: int, what: str, expected: str) -> ContractError:
    return ContractError(file, f"{what}.", where=f"row {number}", expected=expected, do="Correct the row.")
