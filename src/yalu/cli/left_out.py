"""What a plain ``yalu sync`` does not fetch, and what to do about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace
    from yalu.sources.registry import Source


def left_out(place: Workspace, wanted: Iterable[Source]) -> dict[str, str]:
    """Why each source is left out where none is named, by id: what to do stands in it.

    One edition of a list is fetched: the usual one, or the one that the workspace holds in its place.
    """
    offered = list(wanted)
    chosen = {usual: _edition(place, usual, offered) for usual in {s.edition_of or s.id for s in offered}}
    return {s.id: why for s in offered if (why := "".join(_reasons(s, chosen[s.edition_of or s.id])))}


def _edition(place: Workspace, usual: str, offered: Iterable[Source]) -> str:
    from yalu.evidence import archive

    if archive.copies(place, usual):
        return usual
    others = sorted(s.id for s in offered if s.edition_of == usual)
    return next((one for one in others if archive.copies(place, one)), usual)


def _reasons(one: Source, edition: str) -> Iterator[str]:
    if edition != one.id:
        yield f"not fetched: {edition} is another edition of the list. To have this too: yalu sync {one.id}"
    elif one.closed:
        yield (
            f"not fetched: its publisher closed it on {one.closed}."
            f" To load a copy that you have: yalu sync {one.id} --from FILE"
        )
    elif one.by_hand:
        yield (
            f"not fetched: its address is a page. Take {one.by_hand} from {one.parts[0].address}"
            f" and run: yalu sync {one.id} --from FILE"
        )
