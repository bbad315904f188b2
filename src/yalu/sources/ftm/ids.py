"""Ids of official lists, as collectors of data write them, in Yalu's form: to be quoted, never merged."""

from __future__ import annotations

import re
from collections.abc import Callable

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"ofac-(\d+)"), lambda m: f"ofac-{m[1]}"),
    (re.compile(r"gb-hmt-(\d+)"), lambda m: f"gb-{m[1]}"),
    (re.compile(r"eu-fsf-eu-(\d+)-(\d+)"), lambda m: f"eu-{m[1]}.{m[2]}"),
    (re.compile(r"unsc-([A-Za-z]{2}[ie]\.\d{3,4})"), lambda m: f"un-{m[1]}"),
)


def quoted(referent: str) -> str:
    """The id under which Yalu holds that entry; the text itself where its form is not known.

    >>> quoted("gb-hmt-13321"), quoted("eu-fsf-eu-3613-20"), quoted("NK-abc")
    ('gb-13321', 'eu-3613.20', 'NK-abc')
    """
    for form, make in _FORMS:
        if match := form.fullmatch(referent):
            return make(match)
    return referent
