"""Which source a user means: one of Yalu's, one of the workspace's, or a new one of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace
    from yalu.sources.registry import Source
    from yalu.sources.user import Kind, UserSource

KIND_WORDS: tuple[Kind, ...] = ("ftm", "own")


def wanted_sources(place: Workspace, names: list[str], name: str, columns: list[str]) -> list[Source]:
    """The sources that the words of a command mean; without words all that can be fetched."""
    from yalu.evidence.registered import source_of
    from yalu.sources.own.columns import read_columns
    from yalu.sources.registry import sources
    from yalu.sources.user import DOCUMENTS, UserSource

    kind = next((k for k in KIND_WORDS if names == [k]), None)
    if name and kind is None:
        raise UsageError(
            "--name names a source that you bring.", do="yalu sync ftm --name NAME --from FILE, or own"
        )
    mapping = read_columns(columns)
    if kind is not None:
        return [_brought(place, kind, name, mapping)]
    if not names:
        return [s for s in sources().values() if not s.packaged]
    found = [source_of(place, one) for one in names]
    if any(isinstance(one, UserSource) and one.kind == DOCUMENTS for one in found):
        raise UsageError(
            "What was cited from documents comes in by yalu cite.", do="yalu cite add FILE --help"
        )
    if any(isinstance(one, UserSource) and one.kind == "results" for one in found):
        raise UsageError("What ports reported comes in by yalu fleet result.", do="yalu fleet result --help")
    if mapping:
        [one] = found if len(found) == 1 else [None]
        if not isinstance(one, UserSource) or one.kind != "own":
            raise UsageError("--columns tells the columns of your own list.", do="yalu sync own --name NAME")
        return [_brought(place, "own", one.id, mapping)]
    return found


def _brought(place: Workspace, kind: Kind, name: str, columns: dict[str, str]) -> UserSource:
    from yalu.evidence.registered import check_new, user_sources
    from yalu.sources.user import user_source

    if columns and kind == "ftm":
        raise UsageError("--columns tells the columns of your own list; a file of FollowTheMoney has none.")
    if not name and kind == "own":
        raise UsageError(
            "Your own list needs a name.",
            expected="small letters, digits and hyphens",
            do="yalu sync own --name my-clients --from FILE --columns name=COLUMN",
        )
    made = user_source(kind, name or kind, columns)
    check_new(place, made)
    held = user_sources(place).get(made.id)
    if kind == "own" and not columns:
        if held is None:
            raise UsageError(
                f"Which columns of {made.id} mean what is not known yet.",
                expected="a column of names at least; the mapping is remembered",
                do='--columns "name=Full name,birth_date=Born,country=Country,id=Number"',
            )
        return held
    return made
