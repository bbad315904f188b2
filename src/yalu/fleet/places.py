"""In which state a port of a paper lies, and what sources of the day say of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yalu.evidence.dossier import name_key
from yalu.evidence.view import Ever, View
from yalu.model import countries
from yalu.model.statement import Statement
from yalu.screening.countries import code as country_code

_NAMES = ("name", "hangul", "hanja", "original", "other_names", "unlocode")
_ROLES = frozenset({"port", "harbor", "harbour", "anchorage", "of"})
KINDS = ("Port", "ForeignPort")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a paper writes it; ``state`` and ``port`` are empty where it is not known."""

    text: str
    state: str = ""
    port: str = ""
    """The id of the port, where it is one that the regime's content holds."""


class Places:
    """The ports that the regime's content holds. Where a port lies is no news of a later day; ``why`` is."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def _ports(self) -> dict[tuple[str, ...], str]:
        rows = Ever(self.view.evidence).statements(kind=KINDS, prop=_NAMES)
        return {key: s.party for s in rows if (key := _key(s.value))}

    @cached_property
    def _states(self) -> dict[str, str]:
        rows = Ever(self.view.evidence).statements(kind=KINDS, prop="country")
        return {s.party: s.value for s in rows}

    @cached_property
    def _whys(self) -> dict[str, Statement]:
        rows = self.view.statements(kind="ForeignPort", prop="why")
        return {s.party: s for s in rows if not s.lead}

    def find(self, text: str) -> Place:
        """The place that a text means: a port that is held, ``Port, State``, or a state."""
        plain = text.strip()
        first, comma, last = plain.rpartition(",")
        for part in (plain, first if comma else "", plain.split("(")[0]):
            if (key := _key(part)) and (port := self._ports.get(key)):
                return Place(plain, self._states.get(port, ""), port)
        for part in (last, plain):
            if part.strip() and (state := country_code(part.strip())) in countries.codes():
                return Place(plain, state)
        return Place(plain)

    def why(self, port: str) -> Statement | None:
        """What a stored text that was public by the day says of a port elsewhere."""
        return self._whys.get(port)


def _key(text: str) -> tuple[str, ...]:
    return tuple(word for word in name_key(text) if word not in _ROLES)
