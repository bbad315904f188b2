"""``/payments/screen``: the messages of a body screened, each at its own day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any
from weakref import WeakKeyDictionary

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from yalu.evidence.view import When
from yalu.model.clock import Mode
from yalu.payments import Message, Read, Reject, read_bytes
from yalu.payments.chain import Chain
from yalu.workbench.answers import written
from yalu.workbench.asked import AsOf, ModeQuery, On, held, turns
from yalu.workbench.held import Held
from yalu.workbench.limits import MAX_BODY
from yalu.workbench.problems import documented, refuse, safe
from yalu.workbench.turns import Turns

router = APIRouter()

CHUNK = 16
"""Messages that are screened before other requests get their turn."""
MAX_PAYMENTS = 20_000
"""Payments of one request; the body's limit allows few more."""
CHAINS = 4
"""Days ``as_of`` whose memory of answers is kept for a snapshot."""

_chains: WeakKeyDictionary[Held, dict[When, Chain]] = WeakKeyDictionary()


@router.post(
    "/payments/screen",
    summary="Screen payment messages",
    tags=["Payments"],
    responses=documented(400, 503),
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": f"ISO 20022, SWIFT FIN or CSV as it is, at most {MAX_BODY:,} bytes",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def screen(
    request: Request,
    taken: Annotated[Held, Depends(held)],
    turn: Annotated[Turns, Depends(turns)],
    as_of: AsOf = "",
    on: On = "",
    mode: ModeQuery = Mode.STRICT,
    name: Annotated[str, Query(max_length=200, title="What the answer calls the body")] = "body",
    columns: Annotated[str, Query(max_length=2000, title="For a table: FIELD=HEADING,...")] = "",
) -> Response:
    """Screen what the body holds, as `yalu payments screen` does: release, review or stop, with reasons.

    `messages` holds a line for each message, `rejects` what is no payment or cannot be read, with reasons.
    """
    try:
        when = When.at(as_of or taken.day, on, mode)
    except ValueError as error:
        raise refuse(400, safe(str(error))) from None
    if when.as_of > taken.day:
        raise refuse(400, f"as_of={when.as_of} has not come: nothing is known by it")
    content = await request.body()
    if not content:
        raise refuse(400, "The body is empty: send payment messages.")
    chain = await turn.screen(_chain, taken, when, on)
    found = read_bytes(content, name, columns)
    messages: list[dict[str, Any]] = []
    rejects: list[dict[str, str]] = []
    while await turn.screen(_some, chain, found, messages, rejects):
        if sum(line["payments"] for line in messages) > MAX_PAYMENTS:
            raise refuse(400, f"Too many payments in one request (limit: {MAX_PAYMENTS:,})")
    decisions = [line["decision"] for line in messages]
    return written(
        {
            "version": 1,
            "snapshot": chain.snapshot,
            "as_of": when.as_of,
            "on": on,
            "mode": str(mode),
            "decisions": {one: decisions.count(one) for one in ("stop", "review", "release")},
            "messages": messages,
            "rejects": rejects,
        },
        {},
    )


def _chain(taken: Held, when: When, on: str) -> Chain:
    """The chain of a snapshot and day. What was met twice counts within a request, so each begins anew."""
    kept = _chains.setdefault(taken, {})
    if when not in kept:
        if len(kept) >= CHAINS:
            del kept[next(iter(kept))]
        kept[when] = Chain.open(taken.workspace, when.as_of, on, when.mode, taken.snapshot.id)
    return kept[when].anew()


def _some(
    chain: Chain, found: Iterator[Read], messages: list[dict[str, Any]], rejects: list[dict[str, str]]
) -> bool:
    """Screen a few messages; False where none was left."""
    some = 0
    for one in islice(found, CHUNK):
        some += 1
        if isinstance(one, Message):
            messages.append(chain.screen(one))
        elif isinstance(one, Reject):
            rejects.append(
                {
                    "file": one.file,
                    "place": one.place,
                    "kind": one.kind,
                    "type": one.type,
                    "reason": one.reason,
                }
            )
    return bool(some)
