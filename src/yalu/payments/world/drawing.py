"""Draws single payments: sums, texts and routes, by the same rules for ordinary trade and for schemes."""

from __future__ import annotations

import math
import random
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from yalu.payments.world.actors import Actor, Bank, Cast
from yalu.payments.world.names import misspelled
from yalu.payments.world.settings import Settings, Shows
from yalu.payments.world.transfer import Transfer

GOODS = ("SEAFOOD", "TEXTILES", "IRON ORE", "GARMENTS", "ZINC", "COAL")
THINGS = ("SPARE PARTS", "SERVICES", "MACHINERY", "PAPER", "TIMBER", "CABLES", "TILES")
CENT = Decimal("0.01")
CURRENCIES = {
    "CN": "CNY",
    "HK": "HKD",
    "SG": "SGD",
    "DE": "EUR",
    "GB": "GBP",
    "RU": "RUB",
    "AE": "AED",
    "MY": "MYR",
}


class Drawing:
    """One stream of chance over one cast."""

    def __init__(self, draw: random.Random, given: Settings, cast: Cast) -> None:
        self.draw = draw
        self.cast = cast
        self._given = given

    def amount(self) -> Decimal:
        """A sum: the same distribution for whatever is paid, so that sums give nothing away."""
        a, draw = self._given.amounts, self.draw
        value = max(5.0, math.exp(draw.gauss(math.log(a.median), a.spread)))
        if draw.random() < a.round:
            return Decimal(max(1000, round(value / 1000) * 1000)).quantize(CENT)
        return Decimal(f"{value:.2f}")

    def transfer(
        self,
        day: date,
        debtor: Actor,
        creditor: Actor,
        shows: Shows,
        *,
        scheme: str = "",
        amount: Decimal | None = None,
        dollars: bool = False,
        wages: bool = False,
    ) -> Transfer:
        """A payment between two parties that shows what such payments show."""
        draw, given = self.draw, self._given
        currency = (
            "USD" if dollars or draw.random() < given.dollars else CURRENCIES.get(debtor.country, "USD")
        )
        between = self._between(debtor.bank, creditor.bank, currency)
        hidden = bool(between) and draw.random() < shows.hidden
        cover = "hidden" if hidden else "cover" if between and draw.random() < given.covers else ""
        text, purpose = self._text(shows, wages=wages)
        return Transfer(
            uetr=str(UUID(int=draw.getrandbits(128), version=4)), day=day.isoformat(),
            time=f"{draw.randrange(8, 18):02d}:{draw.randrange(60):02d}:{draw.randrange(60):02d}",
            debtor=debtor, creditor=creditor,
            payer="" if draw.random() < shows.unnamed else self._written(debtor),
            payee=self._written(creditor),
            amount=self.amount() if amount is None else amount, currency=currency, text=text, purpose=purpose,
            behalf=self.cast.anyone(draw).name if text and draw.random() < shows.behalf else "",
            between=between, cover=cover, fin=draw.random() < given.fin,
            passed_on=bool(between) and not cover and draw.random() < given.passed_on, scheme=scheme,
        )  # fmt: skip

    def _written(self, one: Actor) -> str:
        if one.id and self.draw.random() < self._given.misspelled:
            return misspelled(one.name, self.draw)
        return one.name

    def _between(self, first: Bank, last: Bank, currency: str) -> tuple[Bank, ...]:
        """Dollars between two banks pass the US correspondents of both."""
        if first == last or currency != "USD":
            return ()
        ends = dict.fromkeys((first.us, last.us))
        return tuple(
            self.cast.correspondents[bic] for bic in ends if bic and bic not in (first.bic, last.bic)
        )

    def _text(self, shows: Shows, *, wages: bool) -> tuple[str, str]:
        draw = self.draw
        if wages:
            if draw.random() < shows.many:
                return f"WAGES OF {draw.randrange(10, 120)} WORKERS", "SALA"
            return draw.choice(("SALARY", f"WAGES OF {draw.randrange(1, 6)} WORKERS")), "SALA"
        if draw.random() < shows.vague:
            return "", ""
        what = GOODS if draw.random() < shows.goods else THINGS
        return f"INVOICE {draw.randrange(10_000, 99_999)} FOR {draw.choice(what)}", ""


def day_of(given: Settings, share: float) -> date:
    """The day after a share of the period."""
    days = (given.period.last - given.period.first).days + 1
    return given.period.first + timedelta(min(days - 1, int(share * days)))
