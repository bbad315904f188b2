"""Who is in the invented world: banks, customers, and parties of schemes with what becomes public of them."""

from __future__ import annotations

import random
from bisect import bisect
from dataclasses import dataclass, field
from itertools import accumulate

from yalu.payments.world.names import BORDER, OFFSHORE, TOWNS, Names
from yalu.payments.world.settings import Scheme, Settings

ALREADY = "2010-01-04"
"""From when the fictional register names a company that was founded before the period."""


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank; ``us`` is its correspondent for dollars, empty for one in the US."""

    bic: str
    name: str
    country: str
    us: str = ""


@dataclass(slots=True)
class Actor:
    """A customer. ``listed`` and ``owned`` are the days on which the list and its owner became public."""

    name: str
    country: str
    town: str
    street: str
    account: str
    bank: Bank
    kind: str = "company"
    id: str = ""
    """Its id on the fictional list; empty where that knows nothing of it."""
    listed: str = ""
    owner: Actor | None = None
    owned: str = ""


@dataclass(slots=True)
class Cast:
    """Everybody. ``fronts`` and the like are parties of schemes."""

    banks: list[Bank]
    correspondents: dict[str, Bank]
    customers: list[Actor]
    border: list[Actor]
    offshore: list[Actor]
    people: list[Actor]
    house: Actor
    fronts: list[Actor]
    root: Actor
    branches: list[Actor]
    layers: list[Actor]
    employers: list[Actor]
    recruiters: list[Actor]
    weights: list[float] = field(default_factory=list)

    @property
    def known(self) -> list[Actor]:
        """Parties that the fictional list or its register names."""
        groups = (self.fronts, self.branches, self.recruiters)
        return [self.house, self.root, *(one for group in groups for one in group if one.id)]

    def anyone(self, draw: random.Random) -> Actor:
        """A customer: few do most of the paying."""
        return self.customers[bisect(self.weights, draw.random() * self.weights[-1])]


class Casting:
    """Draws everybody from one seed."""

    def __init__(self, draw: random.Random, given: Settings) -> None:
        self._draw = draw
        self._given = given
        self._names = Names(draw)
        self._accounts = 100_000
        self._banks: dict[str, list[Bank]] = {}

    def cast(self, payments: int) -> Cast:
        """Everybody, for so many payments."""
        given, draw = self._given, self._draw
        us = [Bank(self._names.bic("US"), self._names.bank(), "US") for _ in range(given.banks["US"])]
        self._banks["US"] = us
        for country, count in given.banks.items():
            if country != "US":
                self._banks[country] = [
                    Bank(self._names.bic(country), self._names.bank(), country, draw.choice(us).bic)
                    for _ in range(count)
                ]
        count = max(given.fewest_customers, int(payments * given.customers_per_payment))
        countries = draw.choices([*given.customers], [*given.customers.values()], k=count)
        customers = [self.actor(c, person=draw.random() < given.households) for c in countries]
        border = [self.actor("CN", town=draw.choice(BORDER)) for _ in range(max(4, count // 20))]
        offshore = [self.actor(draw.choice(OFFSHORE)) for _ in range(max(4, count // 20))]
        house, fronts = self._house()
        root, branches = self._bank()
        p = given.parties
        return Cast(
            banks=[bank for banks in self._banks.values() for bank in banks],
            correspondents={bank.bic: bank for bank in us},
            customers=customers, border=border, offshore=offshore,
            people=[c for c in customers if c.kind == "person"],
            house=house, fronts=fronts, root=root, branches=branches,
            layers=[self._placed("ftb", ("CN", "HK", "SG", "AE", "MY")) for _ in range(p.layers)],
            employers=[self.actor(draw.choice(("RU", "CN", "MY"))) for _ in range(p.employers)],
            recruiters=self._recruiters(),
            weights=list(accumulate(1 / (rank + 10) for rank in range(count))),
        )  # fmt: skip

    def actor(self, country: str, *, person: bool = False, town: str = "") -> Actor:
        """A customer with an account; one offshore banks in Hong Kong."""
        draw = self._draw
        self._accounts += 1
        return Actor(
            self._names.person() if person else self._names.company(country),
            country, town or draw.choice(TOWNS[country]),
            f"{self._names.word()} Street {draw.randrange(1, 99)}",
            str(self._accounts), draw.choice(self._banks.get(country) or self._banks["HK"]),
            "person" if person else "company",
        )  # fmt: skip

    def _placed(self, scheme: Scheme, countries: tuple[str, ...]) -> Actor:
        """A party of a scheme: at the border as often as the scheme shows it, else elsewhere."""
        if self._draw.random() < self._given.shows[scheme].border:
            return self.actor("CN", town=self._draw.choice(BORDER))
        return self.actor(self._draw.choice(countries))

    def _house(self) -> tuple[Actor, list[Actor]]:
        """A trading house that is listed in the second half; fronts owned, listed with it, or unknown."""
        given, days = self._given, self._given.ties
        house = self.actor("CN", town=BORDER[0])
        house.id, house.listed = "house", given.listings.house.isoformat()
        fronts = []
        for n in range(given.parties.fronts):
            one = self._placed("dhid", ("CN", "HK", "SG"))
            if n % 3 < 2:
                one.id = f"front-{n}"
            if n % 3 == 0:
                one.owner = house
                one.owned = (days.fronts_early if n % 2 else days.fronts_late).isoformat()
            elif n % 3 == 1:
                one.listed = house.listed
            fronts.append(one)
        return house, fronts

    def _bank(self) -> tuple[Actor, list[Actor]]:
        """A trade bank long listed, and its covert branches: listed early, owned, listed after the period."""
        given = self._given
        root = self.actor("CN", town=BORDER[1])
        root.id, root.listed = "bank", given.listings.bank.isoformat()
        branches = []
        for n in range(given.parties.branches):
            one = self._placed("ftb", ("CN", "RU", "MY", "AE"))
            one.id = f"branch-{n}"
            if n % 3 == 0:
                one.listed = given.listings.branches_early.isoformat()
            elif n % 3 == 1:
                one.owner, one.owned = root, given.ties.branches.isoformat()
            else:
                one.listed = given.listings.branches_late.isoformat()
            branches.append(one)
        return root, branches

    def _recruiters(self) -> list[Actor]:
        made = [self._placed("labor", ("CN",)) for _ in range(self._given.parties.recruiters)]
        for n, one in enumerate(made):
            if n % 2 == 0:
                one.id, one.listed = f"recruiter-{n}", self._given.listings.recruiter.isoformat()
        return made
