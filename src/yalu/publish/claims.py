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

CONFIRMED, DIFFERS, UNCHECKED, LATER = "confirmed", "differs", "cannot_be_checked", "not_yet_public"


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
    """A note holds where a stored text of the cited work was read, and its citation is right."""
    text = sentence(
        "Note {note}: {supports}.",
        item.all("note", "supports"),
        note=f.value(f.of_party(item.id, "note")),
        supports=f.value(f.of_party(item.id, "supports")),
    )
    wrong, remark, held = item.one("citation_error"), item.one("check"), item.one("stored_copy_found")
    if wrong:
        why = _quote("The citation is wrong: {remark}.", item, "citation_error")
        return ClaimCheck(claim_id, DIFFERS, text, why)
    if item.one("stored_copy_note"):
        # Summaries and excerpts are no text of the work: they neither confirm nor contradict it.
        why = _quote("Only this was read, not the work as a whole: {remark}.", item, "stored_copy_note")
        return ClaimCheck(claim_id, UNCHECKED, text, why)
    if held and held.value == "true":
        statements = [held, *([remark] if remark else [])]
        template = "A text of the cited work was read{found}" + ("; {remark}." if remark else ".")
        slots: dict[str, SlotFunction] = {"found": _when_true}
        if remark:
            slots["remark"] = f.value(f.of_party(item.id, "check"))
        return ClaimCheck(claim_id, CONFIRMED, text, sentence(template, statements, fill=slots))
    statements = [s for s in (held, remark) if s]
    if remark:
        why = _quote("No text of the cited work is held; {remark}.", item, "check")
    else:
        why = sentence("No text of the cited work is held{found}.", statements, found=_when_false)
    return ClaimCheck(claim_id, UNCHECKED, text, why)


def _quote(template: str, item: Item, prop: str) -> Sentence:
    return sentence(template, item.all(prop), remark=f.value(f.of_party(item.id, prop)))


def _when_true(seen: Sequence[Statement]) -> str:
    return _empty_if(seen, "true")


def _when_false(seen: Sequence[Statement]) -> str:
    return _empty_if(seen, "false")


def _empty_if(seen: Sequence[Statement], value: str) -> str:
    if not any(s.prop == "stored_copy_found" and s.value == value for s in seen):
        raise ValueError("the casebook no longer says whether a text is held")
    return ""
