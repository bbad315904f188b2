"""The names of an identity: its parts put together, with what each alias is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yalu.sources.language import language
from yalu.sources.markup import Element, attribute, children, text
from yalu.sources.ofac_advanced.tables import Tables

_FIRST = ("Last Name",)
_PROPS = {"A.K.A.": "alias", "F.K.A.": "previousName", "N.K.A.": "alias", "Name": "name"}
_LATIN = "Latin"


class Written(NamedTuple):
    """One name in one script."""

    prop: str
    value: str
    lang: str
    detail: dict[str, str | bool]


def names_of(identity: Element, tables: Tables) -> Iterator[Written]:
    """The primary name in Latin letters as ``name``, every other one as what its alias type says."""
    groups = {
        attribute(group, "ID"): tables.value("NamePartType", attribute(group, "NamePartTypeID"))
        for group in children(identity, "NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
    }
    for alias in children(identity, "Alias"):
        kind = tables.value("AliasType", attribute(alias, "AliasTypeID"))
        primary = alias.get("Primary") == "true"
        weak = alias.get("LowQuality") == "true"
        for documented in children(alias, "DocumentedName"):
            value, script = _whole(documented, groups, tables)
            prop = _PROPS.get(kind, "alias")
            if primary and script in ("", _LATIN):
                prop = "name"
            elif primary or prop == "name":
                prop = "alias"
            detail: dict[str, str | bool] = {"now": True} if kind == "N.K.A." else {}
            if weak and prop == "alias" and not detail:
                prop = "weakAlias"
            elif weak and prop != "name":
                detail["weak"] = True
            yield Written(prop, value, "" if script in ("", _LATIN) else language(value), detail)


def _whole(documented: Element, groups: dict[str, str], tables: Tables) -> tuple[str, str]:
    """``LAST, First Middle``: as the CSV edition writes it; the script of its first part."""
    last: list[str] = []
    rest: list[str] = []
    script = ""
    for part in children(documented, "DocumentedNamePart", "NamePartValue"):
        of_group = groups.get(attribute(part, "NamePartGroupID"), "")
        (last if of_group in _FIRST else rest).append(text(part))
        script = script or tables.value("Script", attribute(part, "ScriptID"))
    pieces = (" ".join(filter(None, last)), " ".join(filter(None, rest)))
    return ", ".join(filter(None, pieces)), script
