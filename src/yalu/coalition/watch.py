"""Sentences on who watches and who helps: the panel, what came after it, and offers of help."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.coalition.duties import rows
from yalu.evidence.view import Item, View
from yalu.model import figures as f
from yalu.model.countries import states
from yalu.model.figures import joined
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement


def assessments(view: View) -> list[Sentence]:
    """What the panel, or states about its work, said."""
    return [
        _filled("On compliance, {document} ({year}): {fact}.", item)
        for item in rows(view, "PanelAssessment", "document", "year", "fact")
    ]


def ended(view: View) -> list[Sentence]:
    """How the panel's mandate ended."""
    found = []
    for item in rows(view, "MonitoringEnd", "veto", "mandate_end"):
        after = " What followed: {joint_statement}." if item.one("joint_statement") else ""
        text = "A veto on {veto} barred the renewal of the panel's mandate, which ended on {mandate_end}."
        found.append(_filled(text + after, item))
    return found


def successors(view: View) -> list[Sentence]:
    """The team that followed the panel, and its reports."""
    return [
        *(
            _filled("{name} ({nature}) was made in {created} by {members}.", item, members=_members)
            for item in rows(view, "MonitoringTeam", "name", "nature", "created", "members")
        ),
        *(
            _filled("Report {no} of {date}, on {subject}: {facts}.", item, facts=_facts)
            for item in rows(view, "MonitoringReport", "no", "date", "subject", "facts")
        ),
    ]


def _members(seen: Sequence[Statement]) -> str:
    return joined(states(s.value for s in seen if s.prop == "members"))


def _facts(seen: Sequence[Statement]) -> str:
    return "; ".join(s.value for s in seen if s.prop == "facts")


def helpers(view: View) -> list[Sentence]:
    """Who offers help to states, with what."""
    found = rows(view, "AssistanceProvider", "provider", "type")
    if not found:
        return []
    cited = [s for item in found for s in item.all("provider", "type")]
    return [sentence("Help for states with their duties was on offer from {offers}.", cited, offers=_offers)]


def _offers(seen: Sequence[Statement]) -> str:
    kinds = {s.party: s.value for s in seen if s.prop == "type"}
    return "; ".join(f"{s.value} ({kinds[s.party]})" for s in seen if s.prop == "provider")


def rule(view: View) -> list[Sentence]:
    """When to help and when to sanction, as the memo has it."""
    return [
        _filled("The memo's rule: {from_memo}.", item) for item in rows(view, "ResponseRule", "from_memo")
    ]


def _filled(template: str, item: Item, **own: SlotFunction) -> Sentence:
    """A sentence whose slots are fields of one row under their names; ``own`` says how to put some."""
    fields = dict.fromkeys(s.prop for s in item.statements if "{" + s.prop + "}" in template)
    slots = {p: own.get(p) or f.value(f.of_party(item.id, p)) for p in fields}
    return sentence(template, item.all(*fields), fill=slots)
