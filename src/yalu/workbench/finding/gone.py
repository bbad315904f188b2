"""Parties of whom nothing stands on the day and that a list held before: found by words of their names."""

from __future__ import annotations

from yalu.model.clock import known_sql
from yalu.model.vocabulary import NAME_PROPS
from yalu.workbench.frame import Ask
from yalu.workbench.plain import plain
from yalu.workbench.text_search import parse


def gone(ask: Ask, q: str) -> list[str]:
    """The first ids of the parties whose ended names hold all of the words."""
    wanted = [" ".join(term.words) for group in parse(q) for term in group if term.wanted]
    if not wanted:
        return []
    names: list[tuple[str, str]] = ask.kept("ended names", lambda: _names(ask))
    found = [party for party, name in names if all(f" {word}" in f" {name}" for word in wanted)]
    return list(dict.fromkeys(ask.view.ids(party)[0] for party in found))


def _names(ask: Ask) -> list[tuple[str, str]]:
    props = ", ".join(f"'{prop}'" for prop in NAME_PROPS)
    public = known_sql(ask.as_of, ask.mode)
    rows = ask.evidence.rows(f"{public} AND NOT {ask.view.shown} AND prop IN ({props})")
    ended = [s for s in rows if s.clocks.over(ask.as_of, ask.when.on)]
    return [(s.party, plain(s.value)) for s in ended]
