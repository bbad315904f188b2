"""The package of each pair of a wave, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yalu.designation.package.make import NoPackage, make_package
from yalu.designation.package.model import Package
from yalu.designation.strike.wave_file import GivenPair, GivenWave
from yalu.evidence.view import View
from yalu.model.figures import counted
from yalu.regimes.brief import BriefPlan


@dataclass(frozen=True)
class Made:
    """A pair with its package, or with the reason why there is none."""

    pair: GivenPair
    package: Package | None = None
    refused: str = ""

    @property
    def differs(self) -> str:
        """What the package says otherwise than the wave; ``""`` where they agree."""
        if self.package is None:
            return ""
        met = {a.criterion for a in self.package.grounds}
        if self.pair.criterion not in met:
            return f"the wave names criterion {self.pair.criterion}, the package {', '.join(sorted(met))}"
        lost = set(self.pair.statements) - {s.id for s in self.package.statements()}
        return f"{counted(len(lost), 'statement')} of the wave not in the package" if lost else ""


def make_all(
    view: View, plan: BriefPlan, wave: GivenWave, tell: Callable[[str], None] = lambda _: None
) -> list[Made]:
    """The packages in the order of the wave; a pair without one stands in it with the reason."""
    found = []
    for number, pair in enumerate(wave.pairs, start=1):
        tell(f"package {number} of {len(wave.pairs)}: {pair.party} for {pair.authority}")
        try:
            found.append(Made(pair, make_package(view, plan, pair.party, pair.authority)))
        except NoPackage as error:
            found.append(Made(pair, refused=error.what))
    return found
