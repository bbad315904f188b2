"""Ids as people write them: in any case, or ``imo-`` and the number of a ship that has another id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from yalu.resolve.grouping import Grouped
from yalu.resolve.record import Record

IMO = "imo-"


class Ids:
    """Which record somebody means. ``whole`` gives all records, and is asked only for an IMO number."""

    def __init__(self, grouped: Grouped, whole: Callable[[], Mapping[str, Record]]) -> None:
        self._grouped = grouped
        self._whole = whole
        self._folded: dict[str, list[str]] | None = None
        self._ships: dict[str, list[str]] | None = None

    def read(self, text: str) -> tuple[str, str]:
        """The id of a record and how the text was read, ``""`` where it is one; else the text and why not."""
        plain = text.strip()
        if plain in self._grouped.resolution.prints:
            return plain, ""
        if not plain:
            return plain, "an id is empty"
        found = self._any_case().get(plain.casefold(), [])
        if len(found) == 1:
            return found[0], f"{plain} is read as {found[0]}"
        number = plain.casefold().removeprefix(IMO)
        ships = self._by_number(number) if plain.casefold().startswith(IMO) and number.isdigit() else []
        if ships and set(self._grouped.merged().party(ships[0])) >= set(ships):
            return ships[0], f"{plain} is read as {ships[0]}, which has the number"
        several = found or ships
        if several:
            return plain, f"{plain} may be any of {', '.join(several[:5])}"
        return plain, f"no record {plain} is loaded"

    def _any_case(self) -> dict[str, list[str]]:
        if self._folded is None:
            self._folded = _grouped((one.casefold(), one) for one in self._grouped.resolution.prints)
        return self._folded

    def _by_number(self, number: str) -> list[str]:
        if self._ships is None:
            held = self._whole().values()
            self._ships = _grouped((n, r.id) for r in held for n in r.of_kind("imo"))
        return self._ships.get(number, [])


def _grouped(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, one in rows:
        found[key].append(one)
    return {key: sorted(held) for key, held in found.items()}
