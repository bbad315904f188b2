"""The ledger's clock: UTC, and never backwards, whatever the computer's clock does."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from yalu.errors import UsageError

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def after(last: str) -> str:
    """Now; or, where the clock says no later than ``last``, a microsecond after ``last``."""
    now = datetime.now(UTC).replace(tzinfo=None)
    if last:
        now = max(now, datetime.strptime(last, _FORM) + timedelta(microseconds=1))
    return now.strftime(_FORM)


def instant(text: str) -> str:
    """A time in the ledger's form, from that form or another with a zone. Raises UsageError."""
    try:
        found = datetime.fromisoformat(re.sub("Z$", "+00:00", text.strip()))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise UsageError(f"{text!r} is no time.", expected="a time with its zone: 2026-11-24T08:30:00Z")
    return found.astimezone(UTC).replace(tzinfo=None).strftime(_FORM)
