"""The three answers as sentences: a template without figures, and the figures that fill it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yalu.model.figures import counted
from yalu.network.structure.verdicts import BY_DEGREES, FEWEST, SHOWN, TOO_THIN

SAME_DEGREES = "networks in which each party keeps its number of ties"
RANDOM = "random networks of as many parties and ties"

QUESTIONS = ("centralized", "limited", "vulnerable")


@dataclass(frozen=True)
class Phrase:
    """A sentence in two parts; ``text`` puts them together."""

    template: str
    values: dict[str, str]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.template.format(**self.values)


def phrases(found: dict[str, Any]) -> dict[str, Phrase]:
    """The sentences of an analysis, by question."""
    return {
        "centralized": _centralized(found),
        "limited": _limited(found["limited"]),
        "vulnerable": _vulnerable(found),
    }


def _centralized(found: dict[str, Any]) -> Phrase:
    part = found["centralized"]
    if part["verdict"] == TOO_THIN:
        return _thin("Centralized", found, part)
    measured = part["measures"]
    if part["basis"] == BY_DEGREES:
        free = measured["random_networks"]["freeman"]
        return Phrase(
            f"Centralized: {part['verdict']}, {BY_DEGREES}. In the largest group ({{group}}) betweenness"
            f" centralization is {{value}}, and all {SAME_DEGREES} have the same; of {{samples}} {RANDOM},"
            " {percentile}% have less.",
            {"group": _group(found), **_beside(free)},
        )
    kept, top = measured["rewirings"]["freeman"], measured["top_dependence"][-1]
    why, reason = _why(part)
    return Phrase(
        f"Centralized: {part['verdict']}{why}. In the largest group ({{group}}) betweenness centralization is"
        f" {{value}}, above that of {{percentile}}% of {{samples}} {SAME_DEGREES} (z = {{z}}). Without the"
        " {k} parties on which most hangs, {share} of the pairs are no longer joined, against {chance} by"
        " chance.",
        {
            "group": _group(found),
            **_beside(kept),
            **reason,
            "k": str(top["k"]),
            "share": _percent(top["share"]),
            "chance": _percent(measured["rewirings"][f"dependence_{top['k']}"]["mean"]),
        },
    )


def _limited(part: dict[str, Any]) -> Phrase:
    if "parties" not in part:
        return Phrase("Limited: too thin. Its ties have no sources, by which alone it could be told.", {})
    if part["verdict"] == TOO_THIN:
        return Phrase(
            "Limited: too thin. Of {parties} that {sources} name in ties, {once} are named by one source"
            " alone; there are at least {chao1}, and how many is not known.",
            _naming(part),
        )
    high = f"{round(part['chao1_high']):,}"
    return Phrase(
        f"Limited: {part['verdict']}. Of {{parties}} that {{sources}} name in ties, {{once}} are named by one"
        " source alone; a further naming is of a known party in {coverage} of cases, and there are at least"
        " {chao1} (up to {high} by the same estimate).",
        _naming(part) | {"coverage": _percent(part["coverage"]), "high": high},
    )


def _naming(part: dict[str, Any]) -> dict[str, str]:
    return {
        "parties": counted(part["parties"], "party", "parties"),
        "sources": counted(part["sources"], "independent source"),
        "once": f"{part['named_by'].get('1', 0):,}",
        "chao1": f"{round(part['chao1']):,}",
    }


def _vulnerable(found: dict[str, Any]) -> Phrase:
    part = found["vulnerable"]
    if part["verdict"] == TOO_THIN:
        return _thin("Vulnerable", found, part)
    measured = part["measures"]
    by_degrees = part["basis"] == BY_DEGREES
    chance = measured["random_networks" if by_degrees else "rewirings"]["robustness"]
    than = RANDOM if by_degrees else SAME_DEGREES
    basis = f", {BY_DEGREES}" if by_degrees else ""
    least = measured["removed_at_least"]
    at_least = " ({least} at the least)" if least else ""
    why, reason = _why(part)
    values = _beside(chance)
    del values["percentile"]
    return Phrase(
        f"Vulnerable: {part['verdict']}{basis}{why}. Without {{removed}} of the {{parties}} parties of the"
        f" largest group{at_least} no part holds more than {{target}} of them; its robustness is"
        f" {{value}}, below that of {{more}}% of {{samples}} {than} (z = {{z}}).",
        {
            **values,
            **reason,
            "removed": f"{measured['removed']:,}",
            **({"least": f"{least:,}"} if least else {}),
            "parties": f"{found['largest_group']['parties']:,}",
            "target": _percent(measured["target"]),
            "more": _whole(100 - chance["percentile"]),
        },
    )


def _thin(name: str, found: dict[str, Any], part: dict[str, Any]) -> Phrase:
    group = found["largest_group"]
    if min(group.values()) >= FEWEST:
        return Phrase(f"{name}: too thin, for {{why}}.", {"why": part["why"]})
    return Phrase(
        f"{name}: too thin. Of {{all}} the largest group has {{parties}} and {{ties}}, too few for a"
        " structure.",
        {
            "all": counted(found["parties"], "party", "parties"),
            "parties": counted(group["parties"], "party", "parties"),
            "ties": counted(group["ties"], "tie"),
        },
    )


def _why(part: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """What kept it from being shown; it may name a source, so it is filled in and never a template."""
    said = part["why"] and part["verdict"] != SHOWN
    return (", for {why}", {"why": part["why"]}) if said else ("", {})


def _group(found: dict[str, Any]) -> str:
    group, parties = found["largest_group"], counted(found["parties"], "party", "parties")
    return f"{group['parties']:,} of {parties}, {counted(group['ties'], 'tie')}"


def _beside(chance: dict[str, Any]) -> dict[str, str]:
    return {
        "value": f"{chance['value']:.2f}" if chance["value"] >= 0.1 else f"{chance['value']:.3f}",
        "percentile": _whole(chance["percentile"]),
        "samples": f"{chance['samples']:,}",
        "z": f"{chance['z']:.1f}",
    }


def _whole(percent: float) -> str:
    return f"{percent:.0f}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"
