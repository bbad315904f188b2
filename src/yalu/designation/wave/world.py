"""A world of evasion drawn from a seed, of which the truth is known: to measure waves on, not to plan by.

Programs of the regime act through representatives, these through cells abroad. A cell has a facilitator, who
stands behind nominees; nominees hold front companies; some fronts have an account at a bank of their country
that a source could name, some a registrar who serves others too. Hidden hubs tie facilitators of several
cells and appear in few ties. The settings are a guess at the shape of published cases; no figure was fitted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from yalu.network.breaking.arrays import Network

PRINCIPAL, REPRESENTATIVE, FACILITATOR, HUB = "principal", "representative", "facilitator", "hidden hub"
NOMINEE, FRONT, BANK, REGISTRAR = "nominee", "front", "bank", "registrar"


@dataclass(frozen=True)
class Settings:
    """Chances and mean numbers; ``evidence`` is how often what is public suffices to list such a party."""

    program_of: int = 150
    """One program for so many parties, 3 at least."""
    representatives: tuple[int, int] = (2, 4)
    countries: int = 8
    bank_of: int = 40
    registrar_of: int = 100
    behind_nominee: float = 0.5
    """How often a facilitator has no tie to the representative but through a nominee."""
    nominees: float = 2.0
    fronts: float = 3.0
    """Of a nominee, besides the first; geometric, so that a few hold many."""
    shared_nominee: float = 0.15
    account: float = 0.3
    registered: float = 0.15
    trade_within: float = 0.2
    trade_across: float = 0.05
    hub_every: int = 5
    hub_ties: tuple[int, int] = (2, 4)
    evidence: dict[str, float] = field(
        default_factory=lambda: {
            REPRESENTATIVE: 0.7,
            FACILITATOR: 0.6,
            HUB: 0.4,
            NOMINEE: 0.5,
            FRONT: 0.6,
            BANK: 0.15,
        }
    )


@dataclass(frozen=True, eq=False)
class World:
    """The true network, what each party is, and who could be listed on public evidence."""

    network: Network
    role: tuple[str, ...]
    eligible: tuple[str, ...]

    def of_role(self, role: str) -> list[str]:
        """The parties of a role."""
        return [party for party, one in zip(self.network.ids, self.role, strict=True) if one == role]

    def seen(self, hidden: float, seed: int) -> Network:
        """The network with a share of its ties hidden by chance."""
        net = self.network
        owner = np.repeat(np.arange(len(net)), net.degrees)
        once = owner < net.ends
        one, other = owner[once], net.ends[once]
        kept = np.random.default_rng((seed, 25)).random(len(one)) >= hidden
        return Network.of(net.ids, one[kept], other[kept])

    def regrown(self, struck: list[str], chance: float, seed: int) -> Network:
        """The network without the struck; each neighbor of one makes, by chance, a tie to another of them."""
        net, rng = self.network, np.random.default_rng((seed, 12))
        number = {party: i for i, party in enumerate(net.ids)}
        gone = np.zeros(len(net), np.bool_)
        gone[[number[party] for party in struck]] = True
        owner = np.repeat(np.arange(len(net)), net.degrees)
        stays = ~gone[owner] & ~gone[net.ends]
        one, other = list(owner[stays]), list(net.ends[stays])
        for party in struck:
            i = number[party]
            near = net.ends[net.start[i] : net.start[i + 1]]
            near = near[~gone[near]]
            for a in near[rng.random(len(near)) < chance].tolist():
                one.append(a)
                other.append(int(near[rng.integers(len(near))]))
        return Network.of(net.ids, one, other).within(~gone)


def world(parties: int, seed: int, settings: Settings | None = None) -> World:
    """Draw a world of so many parties; the same seed gives the same world."""
    return _Drawing(parties, seed, settings or Settings()).world()


class _Drawing:
    def __init__(self, parties: int, seed: int, settings: Settings) -> None:
        self.most, self.settings = parties, settings
        self.rng = np.random.default_rng((seed, parties))
        self.role: list[str] = []
        self.ties: list[tuple[int, int]] = []
        self.facilitators: list[int] = []
        self.nominees: list[int] = []
        self.fronts: list[int] = []

    def world(self) -> World:
        s, rng = self.settings, self.rng
        representatives = []
        for _ in range(max(3, self.most // s.program_of)):
            body = self._new(PRINCIPAL)
            representatives += [
                self._new(REPRESENTATIVE, body) for _ in range(self._between(*s.representatives))
            ]
        banks, registrars = (
            [
                [self._new(role) for _ in range(max(1, self.most // each // s.countries))]
                for _ in range(s.countries)
            ]
            for role, each in ((BANK, s.bank_of), (REGISTRAR, s.registrar_of))
        )
        cells = 0
        while len(self.role) < self.most:
            country = int(rng.integers(s.countries))
            self._cell(self._any(representatives), banks[country], registrars[country])
            cells += 1
            if cells % s.hub_every == 0 and len(self.role) < self.most:
                hub = self._new(HUB)
                many = min(self._between(*s.hub_ties), len(self.facilitators))
                for one in rng.choice(self.facilitators, many, replace=False).tolist():
                    self.ties.append((hub, one))
        ids = [f"w{i:05d}" for i in range(len(self.role))]
        one, other = zip(*self.ties, strict=True)
        could = [ids[i] for i, r in enumerate(self.role) if rng.random() < s.evidence.get(r, 0.0)]
        return World(Network.of(ids, one, other), tuple(self.role), tuple(could))

    def _cell(self, representative: int, banks: list[int], registrars: list[int]) -> None:
        s, rng = self.settings, self.rng
        facilitator = self._new(FACILITATOR)
        mine = [self._new(NOMINEE, facilitator) for _ in range(1 + int(rng.poisson(s.nominees)))]
        if self.nominees and rng.random() < s.shared_nominee:
            self.ties.append((facilitator, self._any(self.nominees)))
        self.ties.append((representative, mine[0] if rng.random() < s.behind_nominee else facilitator))
        fronts: list[int] = []
        for nominee in mine:
            for _ in range(int(rng.geometric(1 / (1 + s.fronts)))):
                front = self._new(FRONT, nominee)
                for chance, others in (
                    (s.account, banks),
                    (s.registered, registrars),
                    (s.trade_within, fronts),
                    (s.trade_across, self.fronts),
                ):
                    if others and rng.random() < chance:
                        self.ties.append((front, self._any(others)))
                fronts.append(front)
        self.fronts += fronts
        self.nominees += mine
        self.facilitators.append(facilitator)

    def _new(self, role: str, tied_to: int | None = None) -> int:
        self.role.append(role)
        if tied_to is not None:
            self.ties.append((len(self.role) - 1, tied_to))
        return len(self.role) - 1

    def _between(self, low: int, high: int) -> int:
        return int(self.rng.integers(low, high + 1))

    def _any(self, some: list[int]) -> int:
        return some[int(self.rng.integers(len(some)))]
