"""A tie of a file, in the form in which the casebook states its own."""

from __future__ import annotations

import re
from typing import Any

from yalu.model.dates import OPEN
from yalu.model.ftm import Edge
from yalu.sources.ftm.maker import Maker
from yalu.sources.ftm.record import Record

ROLES = ("role", "relationship", "purpose", "ownershipType", "controlType", "status")
NOTES = ("summary", "description")
MAX_ENDS = 100
"""Ends on one side; a tie of more is no tie but an index."""

_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%?", re.ASCII)
_BACKWARDS = re.compile(r"(.*) \((\w+) to (\w+)\)", re.DOTALL)


def state_tie(maker: Maker, record: Record, edge: Edge) -> None:
    """Say a tie from each of its sources to each of its targets. One without an end is counted, no tie."""
    sources, targets = record.texts(edge.source), record.texts(edge.target)
    if not sources or not targets:
        missing = edge.target if sources else edge.source
        maker.tally.add("tie_without_end", f"{record.schema} without {missing} is left out", record.where)
        return
    if max(len(sources), len(targets)) > MAX_ENDS:
        maker.tally.add(
            "too_many_ends", f"{record.schema} with over {MAX_ENDS} ends is left out", record.where
        )
        return
    known = max((v.known for v in record.values), default="") or record.known
    detail = _detail(record, edge)
    start = record.days("startDate") or record.days("date")
    end = record.days("endDate")
    for source in sources:
        for target in targets:
            maker.say(
                *(maker.party(source), "", edge.kind, maker.party(target), record.where, known),
                detail=detail,
                from_=start,
                to=end if not start or end.hi >= start.lo else OPEN,
            )


def _detail(record: Record, edge: Edge) -> dict[str, Any]:
    role = record.first(*ROLES) or edge.role
    backwards = _BACKWARDS.fullmatch(role)
    turned = bool(backwards and backwards.groups()[1:] == (edge.target, edge.source))
    share = record.first("percentage")
    plain = _SHARE.fullmatch(share)
    exact = plain[1] if plain and float(plain[1]) <= 100 else ""
    return {
        "tie": record.id,
        "type": record.schema if record.schema != edge.kind else "",
        "role": backwards[1] if backwards and turned else role,
        "reversed": turned or None,
        "share": share,
        "share_pct": exact,
        "amount": record.first("amount"),
        "currency": record.first("currency"),
        "note": "; ".join(record.texts(*NOTES)),
        "datasets": ", ".join(record.datasets),
        "publisher": record.first("publisher"),
        "url": record.first("sourceUrl"),
    }
