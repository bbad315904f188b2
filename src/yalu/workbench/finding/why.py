"""Why a result is one: the reasons of the engine of names, or where the words stand."""

from __future__ import annotations

from yalu.model.vocabulary import EDGE_KINDS, NAME_PROPS
from yalu.screening.hit import Hit
from yalu.workbench.dossier.known import known
from yalu.workbench.dossier.words import masked, prop_words
from yalu.workbench.frame import Ask
from yalu.workbench.plain import plain
from yalu.workbench.text_search import parse

MOST = 3


def why(ask: Ask, party: str, q: str, hit: Hit | None) -> list[str]:
    """Some sentences; never none."""
    if hit is not None:
        matched = [f"name “{hit.matched}”, {hit.score:.0%} alike"] if hit.name_score else []
        told = [r for r in hit.reasons if not (matched and r.startswith("name '"))]
        return [*matched, *(r.removeprefix("name: ") for r in told)]
    return _words(ask, party, q) or ["all words occur in what is stated of it"]


def _words(ask: Ask, party: str, q: str) -> list[str]:
    wanted = [" ".join(term.words) for group in parse(q) for term in group if term.wanted]
    if any(plain(one).strip() in wanted for one in known(ask, party).ids):
        return ["its id"]
    found: dict[str, None] = {}
    held = known(ask, party)
    statements = held.now or held.over
    for s in sorted(statements, key=lambda s: (s.prop not in NAME_PROPS, s.prop)):
        if s.prop not in EDGE_KINDS and any(word in plain(s.value) for word in wanted):
            found.setdefault(f"{prop_words(s.prop)}: {masked(s)[:120]}")
    return list(found)[:MOST]
