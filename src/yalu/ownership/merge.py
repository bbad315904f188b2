"""Rows become holdings: loops are told apart, and a pair that stands twice becomes a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yalu.ownership.finding import Finding, about
from yalu.ownership.holdings import Holdings, Int32, Int64, UInt8
from yalu.ownership.shares import FULL


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of one length: ends as places in sorted ids, shares in units."""

    owner: Int32
    owned: Int32
    low: Int64
    high: Int64
    control: UInt8
    joint: Int32


def merged(
    ids: Sequence[str],
    rows: Rows,
    findings: Sequence[Finding] = (),
    refs: Sequence[tuple[str, ...]] = (),
) -> Holdings:
    """The holdings of rows.

    Rows of one pair may be lots that add up, or one holding told twice. Which of them is not known, so the
    least is the largest row and the most is their sum. Of its control and arrangement the strongest counts.
    ``refs`` are the statements behind each row, where no pair stands twice.
    """
    loop = rows.owner == rows.owned
    itself: dict[int, int] = {}
    for party, share in zip(rows.owned[loop].tolist(), rows.high[loop].tolist(), strict=True):
        itself[party] = min(FULL, itself.get(party, 0) + share)
    key = rows.owner.astype(np.int64) * len(ids) + rows.owned
    order = np.argsort(key, kind="stable")
    order = order[~loop[order]]
    key = key[order]
    first = np.flatnonzero(np.concatenate((key[:1] == key[:1], key[1:] != key[:-1])))
    one = order[first]
    low, high, control, joint = rows.low[order], rows.high[order], rows.control[order], rows.joint[order]
    twice: list[str] = []
    if len(first) < len(order):
        low, high = np.maximum.reduceat(low, first), np.minimum(np.add.reduceat(high, first), FULL)
        control, joint = np.maximum.reduceat(control, first), np.maximum.reduceat(joint, first)
        many = np.diff(np.concatenate((first, [len(order)]))) > 1
        twice = [ids[i] for i in rows.owned[one[many]]]
    return Holdings(
        ids=tuple(ids),
        owner=np.ascontiguousarray(rows.owner[one]),
        owned=np.ascontiguousarray(rows.owned[one]),
        low=low,
        high=high,
        control=control,
        joint=joint,
        itself=itself,
        refs=[refs[i] for i in one] if refs else (),
        findings=(
            *findings,
            *about(
                "pair_twice",
                "An owner stands twice beside the same party: one holding told twice, or lots that add up."
                " The least is the largest row, the most is their sum.",
                twice,
            ),
        ),
    )
