"""Do the memo's figures and notes hold against the evidence?

Each claim is checked by the method that its row names, against what the view shows. The status is
computed on every run: ``confirmed``, ``differs``, ``cannot_be_checked``, or ``not_yet_public`` for a claim
whose sources are later than the day asked; of that one nothing but its id is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model import figures as f
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.publish import claim_checks
from yalu.publish.verdict import CONFIRMED, LATER, UNCHECKED


@dataclass(frozen=True)
class ClaimCheck:
    """One claim with its verdict. ``text`` and ``why`` are missing where it is not yet public."""

    id: str
    status: str
    text: Sentence | None = None
    why: Sentence | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the claim and its verdict rest on."""
        sentences = [s for s in (self.text, self.why) if s]
        return tuple(s for one in sentences for s in one.statements)


def check_claims(scope: Scope) -> list[ClaimCheck]:
    """Check every figure and every note of the memo, those not yet public included by id."""
    shown = {item.id: item for kind in ("Claim", "MemoNote") for item in items(scope.view, kind)}
    rows = scope.view.evidence.query(
        "SELECT DISTINCT party FROM statement WHERE kind IN ('Claim', 'MemoNote') ORDER BY party"
    )
    return [_check(scope, claim_name(party), shown.get(party)) for (party,) in rows]


def claim_name(party: str) -> str:
    """What a reader calls it: ``q05`` for a figure, ``note-05`` for a note of the memo."""
    return f"note-{party[-2:]}" if "." in party else party


def _check(scope: Scope, claim_id: str, item: Item | None) -> ClaimCheck:
    if item is None or not (item.one("claim") or item.one("memo_text") or item.one("supports")):
        return ClaimCheck(claim_id, LATER)
    if item.one("supports"):
        return _note(claim_id, item)
    said = item.one("claim") or item.one("memo_text")
    assert said is not None
    text = sentence("{claim}.", [said], claim=f.value(f.of_party(item.id, said.prop)))
    verdict = claim_checks.METHODS[item.text("method", "none")](scope, item)
    return ClaimCheck(claim_id, verdict.status, text, verdict.why)


def _note(claim_id: str, item: Item) -> ClaimCheck:
    """A note holds where the cited work was read; a wrong citation is told and decides nothing."""
    text = sentence(
        "Note {note}: {supports}.",
        item.all("note", "supports"),
        note=f.value(f.of_party(item.id, "note")),
        supports=f.value(f.of_party(item.id, "supports")),
    )
    held = item.text("stored_copy_found") == "true"
    # Summaries and excerpts are no text of the work: they neither confirm nor contradict it.
    read = held and not item.one("stored_copy_note")
    if read:
        words = "A text of the cited work was read"
    elif held:
        words = "Only this was read, not the work as a whole: {stored_copy_note}"
    else:
        words = "No text of the cited work is held"
    template = words + "{found}"
    props = ["stored_copy_found", *(["stored_copy_note"] if held and not read else [])]
    wrong = "; the citation is wrong: {citation_error}"
    for prop, clause in (("check", "; {check}"), ("citation_error", wrong)):
        if item.one(prop):
            template += clause
            props.append(prop)
    slots: dict[str, SlotFunction] = {p: f.value(f.of_party(item.id, p)) for p in props[1:]}
    slots["found"] = _as_held(item.text("stored_copy_found"))
    why = sentence(template + ".", item.all(*props), fill=slots)
    return ClaimCheck(claim_id, CONFIRMED if read else UNCHECKED, text, why)


def _as_held(value: str) -> SlotFunction:
    """Nothing to read; it fails where the casebook no longer says whether a text is held."""

    def nothing(seen: Sequence[Statement]) -> str:
        if not any(s.prop == "stored_copy_found" and s.value == value for s in seen):
            raise ValueError("the casebook no longer says whether a text is held")
        return ""

    return nothing
