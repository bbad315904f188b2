"""What the check of a claim says: a status, and the sentence that gives its reason."""

from __future__ import annotations

from typing import NamedTuple

from yalu.model.sentence import Sentence, sentence

CONFIRMED, DIFFERS, UNCHECKED = "confirmed", "differs", "cannot_be_checked"
LATER = "not_yet_public"


class Verdict(NamedTuple):
    """A status and its reason."""

    status: str
    why: Sentence


def unchecked(reason: str) -> Verdict:
    """Nothing that is held can decide it; the reason rests on no statement."""
    return Verdict(UNCHECKED, sentence(reason, []))
