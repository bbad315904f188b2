"""One party out of many records: which ids of all lists and of the casebook are one.

    from yalu.resolve import opened

    grouped = opened(workspace, Ledger.find(workspace.root))
    for ids in grouped.groups(as_of="2018-06-08"):
        print(ids)

Strong proof merges (an IMO number, a passport beside a birth date, a reference, a score above a line);
judgements of the ledger override; what is between the lines waits in a queue. Nothing merges against a fact.
"""

from __future__ import annotations

from yalu.resolve.decision import Decision, decide
from yalu.resolve.grouping import Grouped
from yalu.resolve.opening import opened, stored

__all__ = ["Decision", "Grouped", "decide", "opened", "stored"]
