"""Sentences on the states: who reported, whose law was seen, which cases were public, who watches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from yalu.evidence.view import Item, View, items
from yalu.model import figures as f
from yalu.model.countries import states
from yalu.model.figures import counted, joined
from yalu.model.sentence import MUTATION, Sentence, SlotFunction, sentence
from yalu.model.statement import Statement

RESPONSES = {
    "technical_assistance": "help with law and practice",
    "sanction_if_refused": "sanctions if help is refused",
    "engage_or_none": "talks or nothing",
}
"""The responses that the rows suggest, in words."""

SUBMITTED, MISSING = "submitted", "not submitted"
"""How the status of a report begins."""


def rows(view: View, kind: str, *needed: str) -> list[Item]:
    """The verified rows of a kind that give the fields needed."""
    return [item for item in items(view, kind) if item.verified and all(map(item.one, needed))]


def reports(view: View) -> list[Sentence]:
    """The last public count of reports for each resolution."""
    last: dict[str, Item] = {}
    for item in sorted(
        rows(view, "ReportCount", "resolution", "states", "as_of"), key=lambda i: i.text("as_of")
    ):
        last[item.text("resolution")] = item
    if not last:
        return [sentence("No count of the states that report to the UN was public.", [])]
    return [
        sentence(
            "States that had reported to the UN, by resolution: {counts}. The counts name no state, so a"
            " state that is not in them is unknown, not late.",
            _all(last.values(), "resolution", "states", "as_of"),
            counts=_each("{states} on {resolution} ({as_of})"),
        )
    ]


def due(view: View) -> list[Sentence]:
    """By when states had to report, as far as a text was read."""
    found = rows(view, "ReportingDuty", "resolution", "due", "deadline")
    if not found:
        return [sentence("No deadline for reports to the UN was public.", [])]
    return [
        sentence(
            "Reports to the UN were due by resolution: {duties}{doubts}.",
            _all(sorted(found, key=lambda i: i.text("deadline")), "resolution", "due", "deadline"),
            duties=_each("{resolution} by {deadline} ({due})"),
            doubts=_doubts,
        )
    ]


def _doubts(seen: Sequence[Statement]) -> str:
    unread = {s.party for s in seen if s.unverified}
    return f" ({counted(len(unread), 'duty', 'duties')} not read in full text)" if unread else ""


def status(view: View) -> list[Sentence]:
    """What is public of single states' reports."""
    known = rows(view, "ReportStatus", "state", "status")
    if not known:
        return [sentence("Of no single state was it public whether it had reported.", [])]
    return [
        sentence(
            "Reports known by name: submitted by {given}; not submitted by {missing}.",
            _all(known, "state", "status"),
            given=_with_status(SUBMITTED),
            missing=_with_status(MISSING),
        )
    ]


def _with_status(start: str) -> SlotFunction:
    def made(seen: Sequence[Statement]) -> str:
        those = {s.party for s in seen if s.prop == "status" and s.value.startswith(start)}
        found = states(s.value for s in seen if s.prop == "state" and s.party in those)
        return joined(found) if found else "no state"

    return made


def cases(view: View) -> list[Sentence]:
    """How many cases about a state's duties were public, and the response that rows suggest."""
    known = rows(view, "StateCase", "state")
    if not known:
        return [sentence("No case about how a state carries out the resolutions was public.", [])]
    return [
        sentence(
            "The public record holds {cases} about how a state carries out the resolutions, in {states}; the"
            " suggested response is {responses}. Being named in a case is no finding of breach.",
            _all(known, "state", "memo_response"),
            cases=lambda seen: counted(sum(map(_is_state, seen)), "case"),
            states=lambda seen: counted(len({s.value for s in seen if _is_state(s)}), "state"),
            responses=_responses,
        )
    ]


def _is_state(s: Statement) -> bool:
    return s.prop == "state" and not s.value.startswith(MUTATION)


def _responses(seen: Sequence[Statement]) -> str:
    found = Counter(s.value for s in seen if s.prop == "memo_response")
    known = [f"{RESPONSES[r]} ({found[r]:,})" for r in RESPONSES if found[r]]
    return joined(known) if known else "no response"


def responses(view: View) -> list[Sentence]:
    """For which states each response is suggested."""
    found = []
    for response, words in RESPONSES.items():
        mine = [i for i in rows(view, "StateCase", "state") if i.text("memo_response") == response]
        if mine:
            text = f"The suggested response is {words} for {{states}}: this is no finding about a state."
            found.append(sentence(text, _all(mine, "state"), states=state_names))
    return found


def leads(view: View) -> list[Sentence]:
    """Cases that no stored text backs, apart."""
    unread = [i for i in items(view, "StateCase") if not i.verified and i.one("state")]
    if not unread:
        return []
    return [
        sentence(
            "Unverified, and counted nowhere: {cases}, about {states}.",
            _all(unread, "state"),
            cases=lambda seen: counted(sum(s.prop == "state" for s in seen), "case"),
            states=state_names,
        )
    ]


def law(view: View) -> list[Sentence]:
    """Whose law was seen."""
    seen_law = rows(view, "NationalLaw", "state", "resolution")
    if not seen_law:
        return [sentence("No national law that carries out a resolution is held for this day.", [])]
    return [
        sentence(
            "National law that carries out resolutions is held of {states}; that none is held of another"
            " state does not mean that it has none.",
            _all(seen_law, "state"),
            states=state_names,
        )
    ]


def studies(view: View) -> list[Sentence]:
    """How many states studies name, by period."""
    known = rows(view, "StatesNamed", "period", "n")
    if not known:
        return []
    return [
        sentence(
            "Studies named states in alleged cases: {counts}. Being named is no finding of breach.",
            _all(known, "period", "n"),
            counts=_each("{n} ({period})"),
        )
    ]


def contradictions(view: View) -> list[Sentence]:
    """Where a study's own list is not as long as it says."""
    return [
        sentence(
            "For {period} the study says {said} states, and its list names {listed}.",
            item.all("period", "n", "n_coded"),
            period=f.value(f.of_party(item.id, "period")),
            said=f.value(f.of_party(item.id, "n")),
            listed=f.value(f.of_party(item.id, "n_coded")),
        )
        for item in rows(view, "StatesNamed", "period", "n", "n_coded")
        if item.text("n") != item.text("n_coded")
    ]


def state_names(seen: Sequence[Statement]) -> str:
    """The states of the statements, each once."""
    found = states(s.value for s in seen if s.prop == "state")
    if not found:
        raise ValueError("no statement names a state")
    return joined(found)


def _all(found: Iterable[Item], *props: str) -> list[Statement]:
    return [s for item in found for s in item.all(*props)]


def _each(pattern: str) -> SlotFunction:
    """One phrase for each row of the statements, in their order."""

    def made(seen: Sequence[Statement]) -> str:
        fields: dict[str, dict[str, str]] = {}
        for s in seen:
            fields.setdefault(s.party, {})[s.prop] = s.value
        return joined([pattern.format(**row) for row in fields.values()])

    return made
