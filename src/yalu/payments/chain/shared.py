"""Addresses, telephone numbers and e-mail of listed parties, to see who shares one."""

from __future__ import annotations

import re
from functools import cached_property

from yalu.evidence.view import Evidence, When
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING
from yalu.names.text import clean

PROPS = ("address", "phone", "email")
SHORTEST = 10
"""Letters and digits of an address; shorter ones are a town."""
_PARTS = re.compile(r"[^\w]+")


def key(text: str) -> str:
    """An address as its words in any order: punctuation and order differ between sources.

    >>> key("No. 8, Main Street, Dandong") == key("Main Street no 8 Dandong")
    True
    """
    return " ".join(sorted(w for w in _PARTS.split(text.casefold()) if w))


class Attributes:
    """What parties of any day gave as address, telephone or e-mail; a view then says who is listed."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    @cached_property
    def _held(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        props = ", ".join(f"'{prop}'" for prop in PROPS)
        for s in self._evidence.rows(f"prop IN ({props})"):
            made = key(s.value)
            if not s.lead and len(made) >= SHORTEST and any(c.isdigit() for c in made):
                found.setdefault(made, []).append(s)
        return found

    def of(self, address: str, when: When) -> str:
        """The party listed on a day that has this address then, as ``name (id)``; ``""`` where none has."""
        held = self._held.get(key(address), ()) if self._held else ()
        standing = [s for s in held if s.shows(when.as_of, when.on, when.mode)]
        if not standing:
            return ""
        view = self._evidence.at(when.as_of, when.on, when.mode)
        for s in standing:
            if any(not one.lead for one in view.statements(prop=LISTING, party=s.party)):
                return f"{clean(view.name(s.party))} ({s.party})"
        return ""
