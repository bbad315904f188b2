"""What to look at before a wave is published: aid, food, medicine, minors, namesakes, accusations alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yalu.designation.held import Held
from yalu.designation.package import flags, identity
from yalu.designation.wave.model import WavePair
from yalu.evidence.view import View


def safety(view: View, known: Held, pairs: Sequence[WavePair]) -> list[dict[str, Any]]:
    """The flags that a package of each pair would bear; one that several pairs bear stands once."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    dossiers = {party: identity.gathered(known, party) for party in dict.fromkeys(p.party for p in pairs)}
    for pair in pairs:
        dossier = dossiers[pair.party]
        marks = ", ".join("?" * len(pair.statements))
        met = view.evidence.rows(f"id IN ({marks})", list(pair.statements)) if marks else []
        told = [("evidence", f) for f in flags.from_evidence(known, dossier, pair.authority, met, [], [])]
        told += [("safeguard", f) for f in flags.safeguards(view, dossier, pair.authority)]
        for of, flag in told:
            row = found.setdefault(
                (pair.party, flag.topic, flag.text),
                {
                    "party": pair.party,
                    "name": pair.name,
                    "by": [],
                    "of": of,
                    "topic": flag.topic,
                    "text": flag.text,
                    "check": flag.check,
                    "names_it": " mentions: " in flag.text,
                    "statements": [s.id for s in flag.statements],
                },
            )
            row["by"].append(pair.authority)
    return list(found.values())
