"""The works that statements cite, as a day may show them."""

from __future__ import annotations

from collections.abc import Mapping

from yalu.model.dates import partial

LATER_COPY = "a later copy, which itself states the earlier day"
"""What stands for the title of a source that is dated after the day asked."""

UNDATED = "an undated page, not known to have been there that day"
"""What stands for the title of a source without a date."""


def is_later(work: Mapping[str, str], as_of: str) -> bool:
    """Whether a work is dated after the day; an undated one is of the day of the facts' compilation."""
    date = work.get("date") or work.get("known", "")
    return bool(date) and partial(date).lo > as_of


def as_shown(work: Mapping[str, str], as_of: str) -> dict[str, str]:
    """The work without what is text of a later day: its title, date and address.

    A list of today may be the evidence for a listing of long ago, since it states that day. It is then named
    by its publisher alone.
    """
    if not is_later(work, as_of):
        return dict(work)
    kept = {name: work[name] for name in ("author", "publisher", "basis") if name in work}
    return kept | {"title": LATER_COPY if work.get("date") else UNDATED, "date": ""}
