"""All sources of a workspace: those that come with Yalu, and those that its user brought."""

from __future__ import annotations

import yaml

from yalu.errors import UsageError, YaluError
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.sources import registry
from yalu.sources.registry import Source
from yalu.sources.user import KINDS, UserSource, user_source


def user_sources(workspace: Workspace) -> dict[str, UserSource]:
    """The user's own sources by id. A definition that cannot be read is an error that names its file."""
    found = {}
    for path in sorted((workspace.root / "sources").glob("[!.]*.yml")):
        try:
            raw = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
            one = user_source(raw["kind"], raw["id"], raw.get("columns"))
            if raw["kind"] not in KINDS or one.id != path.stem:
                raise ValueError("its kind or id is not what it should be")
        except (KeyError, TypeError, ValueError, AttributeError, UsageError, yaml.YAMLError) as error:
            raise YaluError(
                f"{path}: {error}",
                expected="id (the name of the file), kind (ftm, own, documents or results), columns",
                do="Mend it, or move it away; the copies that it describes stay in the archive.",
            ) from error
        found[one.id] = one
    return found


def all_sources(workspace: Workspace) -> dict[str, Source]:
    """Every source by id: those of Yalu first, then the user's."""
    return {**registry.sources(), **user_sources(workspace)}


def source_of(workspace: Workspace, source_id: str) -> Source:
    """The source of that id, or an error that names those there are."""
    found = all_sources(workspace)
    if source_id not in found:
        raise UsageError(f"There is no source {source_id!r}.", expected="one of: " + ", ".join(found))
    return found[source_id]


def define(workspace: Workspace, source: UserSource) -> None:
    """Remember a user's source, for the holder of the right to write."""
    text = yaml.safe_dump(source.definition(), sort_keys=False, allow_unicode=True)
    path = workspace.root / "sources" / f"{source.id}.yml"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_whole(path, text.encode())


def check_new(workspace: Workspace, source: UserSource) -> None:
    """Refuse a source whose id another kind has, or whose parties' ids could be taken for another's."""
    held = user_sources(workspace)
    if source.id in held and held[source.id].kind != source.kind:
        raise UsageError(
            f"{source.id} is {KINDS[held[source.id].kind]} here.",
            expected="another name",
        )
    for other in held:
        longer, shorter = max(other, source.id, key=len), min(other, source.id, key=len)
        if longer.startswith(f"{shorter}-"):
            raise UsageError(
                f"The ids of {longer} could be taken for ids of {shorter}, which begins in the same way.",
                expected=f"a name that does not begin with that of another source and a hyphen: not {longer}",
            )


def describe(source: Source) -> str:
    """What kind of source it is, for a reader: ``list``, ``casebook``, ``ftm``, ``own``, ..."""
    if isinstance(source, UserSource):
        return source.kind
    return "casebook" if source.packaged else "list"
