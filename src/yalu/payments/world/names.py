"""Made-up names and numbers. A BIC whose eighth letter is 0 is for tests, never on the live network."""

from __future__ import annotations

import random
from collections.abc import Callable

_STARTS = [*"bdfghklmnprstvz", "ch", "sh", "kh", "tr", "br"]
_VOWELS = [*"aeiou", "ai", "eo"]
_ENDS = ["", "n", "r", "l", "s", "th"]
TRADES = ("Trading", "Industrial", "Electronics", "Import Export", "Holding", "Logistics", "Textile", "Foods")
FORMS = {
    "CN": "Co Ltd", "HK": "Limited", "SG": "Pte Ltd", "DE": "GmbH", "GB": "Limited", "RU": "OOO",
    "AE": "FZE", "MY": "Sdn Bhd", "US": "Inc", "VG": "Limited", "SC": "Limited", "MH": "Inc",
}  # fmt: skip
TOWNS = {
    "CN": ("Ningbo", "Shanghai", "Xiamen", "Wuhan"), "HK": ("Kowloon", "Wan Chai"), "SG": ("Singapore",),
    "DE": ("Bremen", "Kassel"), "GB": ("Leeds", "Hull"), "RU": ("Perm", "Tver"), "AE": ("Sharjah",),
    "MY": ("Ipoh", "Klang"), "US": ("New York",), "VG": ("Tortola",), "SC": ("Victoria",), "MH": ("Majuro",),
}  # fmt: skip
COUNTRIES = {
    "CN": "CHINA", "HK": "HONG KONG", "SG": "SINGAPORE", "DE": "GERMANY", "GB": "UNITED KINGDOM",
    "RU": "RUSSIA", "AE": "UNITED ARAB EMIRATES", "MY": "MALAYSIA", "US": "UNITED STATES",
    "VG": "BRITISH VIRGIN ISLANDS", "SC": "SEYCHELLES", "MH": "MARSHALL ISLANDS",
}  # fmt: skip
BORDER = ("Dandong", "Shenyang", "Dalian")
OFFSHORE = ("HK", "VG", "SC", "MH")


class Names:
    """Draws names that never come twice."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._taken: set[str] = set()

    def word(self, syllables: tuple[int, ...] = (2, 3)) -> str:
        """A made-up word."""
        d = self._draw
        made = "".join(d.choice(_STARTS) + d.choice(_VOWELS) for _ in range(d.choice(syllables)))
        return (made + d.choice(_ENDS)).title()

    def company(self, country: str) -> str:
        """A company's, at most 35 letters as a line of FIN holds."""
        form = FORMS[country]
        return self._new(lambda: f"{self.word((3,))} {self.word()} {self._draw.choice(TRADES)} {form}")

    def person(self) -> str:
        """A person's."""
        return self._new(lambda: f"{self.word()} {self.word((3,))}")

    def bank(self) -> str:
        """A bank's."""
        return self._new(
            lambda: f"{self.word((3,))} {self._draw.choice(('Bank', 'Commercial Bank', 'Savings Bank'))}"
        )

    def bic(self, country: str) -> str:
        """A BIC of a test: ``X``, three letters, the country, a digit and 0."""
        return self._new(lambda: f"X{self._letters()}{country}{self._draw.randrange(2, 10)}0")

    def _letters(self) -> str:
        return "".join(self._draw.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(3))

    def _new(self, made: Callable[[], str]) -> str:
        while True:
            name = made()
            if name not in self._taken and len(name) <= 35:
                self._taken.add(name)
                return name


def misspelled(name: str, draw: random.Random) -> str:
    """A letter within the first word doubled or left out."""
    at = draw.randrange(2, len(name.split()[0]) - 1)
    return name[:at] + name[at + 1 :] if draw.random() < 0.5 else name[:at] + name[at] + name[at:]
