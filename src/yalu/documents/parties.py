"""Whom a citation is about: a party of the evidence, or one that the document names first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yalu.errors import UsageError
from yalu.evidence import dossier
from yalu.evidence.view import View
from yalu.model.statement import statement_id
from yalu.model.vocabulary import PARTY_KINDS
from yalu.sources.user import DOCUMENTS

_NEW = re.compile(r"new:([A-Za-z]+):(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Party:
    """An id, its kind, and the name under which the document brings it where it is new."""

    id: str
    kind: str
    name: str = ""


def party_of(view: View, word: str, sha256: str) -> Party:
    """The party that a word means: an id, a number or a whole name, or ``new:KIND:NAME``.

    A new party has an id of its kind, its name and the document, so that two documents that happen to name
    two people alike never make them one. Raises UsageError.
    """
    if word.startswith("new:"):
        return _new(word, sha256)
    matches = dossier.find(view, word)
    exact = [m for m in matches if m.exact]
    if len(exact) == 1:
        ids = exact[0].ids
        id_ = next((i for i in ids if i.casefold() == word.casefold()), ids[0])
        return Party(id_, exact[0].kind or "LegalEntity")
    if exact or matches:
        some = "; ".join(f"{m.ids[0]} ({m.name})" for m in (exact or matches)[:6])
        raise UsageError(
            f"{word[:80]!r} may mean {len(exact or matches)} parties.", expected="an id", do=f"One of: {some}"
        )
    raise UsageError(
        f"No party is known as {word[:80]!r}.",
        expected="an id, a number or a whole name",
        do=f'For a party that the document names first: new:Person:"{word[:40]}" (or Company, Vessel ...)',
    )


def _new(word: str, sha256: str) -> Party:
    found = _NEW.fullmatch(word)
    kinds = {k.casefold(): k for k in PARTY_KINDS}
    kind = kinds.get(found[1].casefold(), "") if found else ""
    name = " ".join(found[2].strip(" \"'“”").split()) if found else ""
    if not kind or not name:
        raise UsageError(
            f"{word[:80]!r} names no new party.",
            expected="new:KIND:NAME, of kind " + ", ".join(sorted(PARTY_KINDS)),
        )
    return Party(f"{DOCUMENTS}-{statement_id(kind, name.casefold(), sha256)[:12]}", kind, name)
