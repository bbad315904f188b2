"""Ordinary trade, wages and households, day after day."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.payments.world.actors import Actor
from yalu.payments.world.drawing import Drawing, day_of
from yalu.payments.world.settings import Settings
from yalu.payments.world.transfer import Transfer


def background(drawing: Drawing, given: Settings, count: int) -> Iterator[Transfer]:
    """So many ordinary payments in order of their days."""
    shows, draw, cast = given.shows["ordinary"], drawing.draw, drawing.cast
    for n in range(count):
        wages = draw.random() < shows.wages
        debtor, creditor = _pair(drawing)
        if wages and creditor.kind == "company" and draw.random() < 0.5 and cast.people:
            creditor = draw.choice(cast.people)
        elif not wages and draw.random() < shows.offshore:
            creditor = draw.choice(cast.offshore)
        if draw.random() < shows.border:
            debtor = draw.choice(cast.border)
        while creditor is debtor:
            creditor = cast.anyone(draw)
        yield drawing.transfer(day_of(given, n / count), debtor, creditor, shows, wages=wages)


def _pair(drawing: Drawing) -> tuple[Actor, Actor]:
    return drawing.cast.anyone(drawing.draw), drawing.cast.anyone(drawing.draw)
