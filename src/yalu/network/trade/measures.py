"""How few firms carry a trade, and whether they are the same from year to year (C4ADS 2016, 2017)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yalu.network.trade.reading import Shipment

TOP, WIDE = 10, 100


@dataclass(frozen=True)
class Year:
    """One side of one year. Shares are of the value; ``stayed`` is how many of the top ten of the year
    before are in this one's, None where the year before is not in the table."""

    year: int
    firms: int
    shipments: int
    value: Decimal
    top10: float
    top100: float
    effective: float
    stayed: int | None
    leaders: tuple[str, ...]

    def as_json(self, names: Mapping[str, str]) -> dict[str, Any]:
        """The year with the names of its top ten."""
        return {
            "year": self.year,
            "firms": self.firms,
            "shipments": self.shipments,
            "value": str(self.value),
            "top10_share": round(self.top10, 4),
            "top100_share": round(self.top100, 4),
            "effective_number": round(self.effective, 2),
            "top10_from_year_before": self.stayed,
            "top10": [names[firm] for firm in self.leaders],
        }


def years(shipments: Iterable[Shipment], side: str) -> list[Year]:
    """The measures of each year, for the ``exporter`` or the ``importer`` side."""
    values: dict[int, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    count: dict[int, int] = defaultdict(int)
    for s in shipments:
        values[s.year][getattr(s, side)] += s.value
        count[s.year] += 1
    found: list[Year] = []
    for year, by_firm in sorted(values.items()):
        ranked = sorted(by_firm, key=lambda firm: (-by_firm[firm], firm))
        total = sum(by_firm.values(), Decimal(0))
        leaders = tuple(ranked[:TOP])
        before = found[-1] if found and found[-1].year == year - 1 else None
        found.append(
            Year(
                year=year,
                firms=len(by_firm),
                shipments=count[year],
                value=total,
                top10=_share(by_firm, ranked[:TOP], total),
                top100=_share(by_firm, ranked[:WIDE], total),
                effective=effective_number(float(v) for v in by_firm.values()),
                stayed=len(set(leaders) & set(before.leaders)) if before else None,
                leaders=leaders,
            )
        )
    return found


def effective_number(values: Iterable[float]) -> float:
    """exp of the entropy of shares: as many equal firms would be as spread; 0 where there is no value."""
    held = [v for v in values if v > 0]
    total = math.fsum(held)
    return math.exp(-math.fsum(v / total * math.log(v / total) for v in held)) if held else 0.0


def _share(by_firm: Mapping[str, Decimal], firms: Iterable[str], total: Decimal) -> float:
    return float(sum((by_firm[f] for f in firms), Decimal(0)) / total) if total else 0.0
