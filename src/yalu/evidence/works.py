"""The works that statements cite, as a day may show them."""

from __future__ import annotations

from collections.abc import Mapping

from yalu.model.clock import Mode
from yalu.model.dates import partial
from yalu.model.vocabulary import OWN_KNOWLEDGE

LATER_COPY = "a later copy, which itself states the earlier day"
"""What stands for the title of a source that is dated after the day asked."""

INEXACT = "a page whose date is not exact, and which may be of a later day"
"""What stands for the title of a source that may be dated after the day asked."""

UNDATED = "an undated page, not known to have been there that day"
"""What stands for the title of a source without a date."""

MEMORY = "no page, but the compiler's own knowledge"
"""What stands for the title of a source that is nobody's text."""


def is_later(work: Mapping[str, str], as_of: str, mode: Mode = Mode.STRICT) -> bool:
    """Whether a work is dated after the day; an undated one is of the day of the facts' compilation.

    Of an inexact date the latest day counts, and the earliest one where what may have been public is asked.
    """
    date = work.get("date") or work.get("known", "")
    if not date:
        return False
    days = partial(date)
    return (days.lo if mode is Mode.LIKELY else days.hi) > as_of


def as_shown(work: Mapping[str, str], as_of: str, mode: Mode = Mode.STRICT) -> dict[str, str]:
    """The work without what is text of a later day: its title, date and address.

    A list of today may be the evidence for a listing of long ago, since it states that day. It is then named
    by its publisher alone.
    """
    if not is_later(work, as_of, mode):
        return dict(work)
    kept = {name: work[name] for name in ("author", "publisher", "basis") if name in work}
    return kept | {"title": _instead(work, as_of), "date": ""}


def _instead(work: Mapping[str, str], as_of: str) -> str:
    if work.get("basis") == OWN_KNOWLEDGE and not work.get("publisher"):
        return MEMORY
    date = work.get("date", "")
    if not date:
        return UNDATED
    return LATER_COPY if partial(date).lo > as_of else INEXACT
