"""Planted schemes after three public patterns, with invented parties. Sums are those of ordinary payments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yalu.payments.world.actors import Actor
from yalu.payments.world.drawing import Drawing, day_of
from yalu.payments.world.settings import Settings
from yalu.payments.world.transfer import Transfer

HOPS = (2, 3, 4)
GAP = 3
"""Days at most between two hops."""


class Schemes:
    """Plants so many payments over the period."""

    def __init__(self, drawing: Drawing, given: Settings) -> None:
        self._drawing = drawing
        self._given = given

    def planted(self, count: int) -> list[Transfer]:
        """About so many payments, in order of their days."""
        makers = {"dhid": self.fronts, "ftb": self.branches, "labor": self.wages}
        found: list[Transfer] = []
        for name, share in self._given.schemes.items():
            wanted = round(count * share)
            made: list[Transfer] = []
            while len(made) < wanted:
                made += makers[name]()
            found += made[:wanted]
        return sorted(found, key=lambda one: (one.day, one.time, one.uetr))

    def fronts(self) -> Iterator[Transfer]:
        """As in the Dandong Hongxiang matter: fronts pay suppliers in dollars through US correspondents."""
        draw, cast, shows = self._drawing.draw, self._drawing.cast, self._given.shows["dhid"]
        debtor = cast.house if draw.random() < 0.1 else draw.choice(cast.fronts)
        creditor = draw.choice(cast.offshore) if draw.random() < shows.offshore else cast.anyone(draw)
        if draw.random() < 0.3:
            creditor = draw.choice(cast.fronts)
        if creditor is not debtor:
            yield self._drawing.transfer(self._day(), debtor, creditor, shows, scheme="dhid", dollars=True)

    def branches(self) -> Iterator[Transfer]:
        """As in the Foreign Trade Bank matter: a covert branch takes money in, and layers pass it on."""
        draw, cast, shows = self._drawing.draw, self._drawing.cast, self._given.shows["ftb"]
        end = draw.choice(cast.offshore) if draw.random() < shows.offshore else cast.anyone(draw)
        hops = draw.choice(HOPS)
        chain: list[Actor] = [
            cast.anyone(draw),
            draw.choice(cast.branches),
            *draw.sample(cast.layers, hops - 1),
            end,
        ]
        amounts = sorted((self._drawing.amount() for _ in chain[1:]), reverse=True)
        day = self._day()
        for debtor, creditor, amount in zip(chain, chain[1:], amounts, strict=False):
            yield self._drawing.transfer(
                min(day, self._given.period.last),
                debtor,
                creditor,
                shows,
                scheme="ftb",
                amount=amount,
                dollars=True,
            )
            day += timedelta(draw.randint(0, GAP))

    def wages(self) -> Iterator[Transfer]:
        """As in the labor advisories: many workers' wages go to one account, which passes them on."""
        draw, cast, shows = self._drawing.draw, self._drawing.cast, self._given.shows["labor"]
        recruiter, day = draw.choice(cast.recruiters), self._day()
        yield self._drawing.transfer(
            day,
            draw.choice(cast.employers),
            recruiter,
            shows,
            scheme="labor",
            wages=draw.random() < shows.wages,
        )
        if draw.random() < 0.4:
            to = draw.choice(cast.offshore if draw.random() < shows.offshore else cast.layers)
            later = min(day + timedelta(draw.randint(1, GAP)), self._given.period.last)
            yield self._drawing.transfer(later, recruiter, to, shows, scheme="labor")

    def _day(self) -> date:
        return day_of(self._given, self._drawing.draw.random())
