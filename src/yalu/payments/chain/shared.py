"""Addresses, telephone numbers and e-mail of listed parties, to see who shares one."""

from __future__ import annotations

import re
from functools import cached_property

from yalu.evidence.view import View
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
    """What the listed parties of a day gave as address, telephone or e-mail."""

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def _held(self) -> dict[str, str]:
        listed = {s.party for s in self._view.statements(prop=LISTING) if not s.lead}
        found: dict[str, str] = {}
        for s in self._view.statements(prop=PROPS):
            made = key(s.value)
            if s.party in listed and not s.lead and len(made) >= SHORTEST and any(c.isdigit() for c in made):
                found.setdefault(made, s.party)
        return found

    def of(self, address: str) -> str:
        """The listed party that has this address, as ``name (id)``; ``""`` where none has."""
        if not self._held:
            return ""
        party = self._held.get(key(address), "")
        return f"{clean(self._view.name(party))} ({party})" if party else ""
