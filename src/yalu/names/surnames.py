"""Korean and Chinese surnames with all their spellings, from the regime's table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from yalu.names import han, pinyin
from yalu.names.text import korean_base, latin_base
from yalu.regimes.loading import regime_path
from yalu.regimes.names import ChineseSurname, KoreanSurname, Surnames
from yalu.regimes.reading import read_yaml

Ids = frozenset[int]
NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Spellings:
    """Which surnames a spelling may stand for: by Latin letters, Hangul, folded Han characters."""

    latin: dict[str, Ids]
    hangul: dict[str, Ids]
    han: dict[str, Ids]
    usual: dict[str, Ids]
    """Spellings of the standard systems alone (pinyin; Revised, McCune-Reischauer, DPRK)."""


@cache
def _tables() -> Surnames:
    return Surnames.model_validate(read_yaml(regime_path() / "surnames.yaml"))


def _collect(pairs: list[tuple[str, int]]) -> dict[str, Ids]:
    found: dict[str, set[int]] = {}
    for spelling, row in pairs:
        if spelling:
            found.setdefault(spelling, set()).add(row)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def korean() -> Spellings:
    """The Korean surnames; an id is the place in the table."""
    rows: list[KoreanSurname] = _tables().korean
    latin, usual = [], []
    for i, row in enumerate(rows):
        for spelling in {*row.all, row.rr, row.mr, row.dprk, row.yonhap, *row.personal}:
            latin += [(latin_base(spelling), i), (korean_base(spelling), i)]
        usual += [(latin_base(s), i) for s in (row.rr, row.mr, row.dprk)]
    return Spellings(
        _collect(latin),
        _collect([(h, i) for i, r in enumerate(rows) for h in (r.hangul, r.hangul_dprk)]),
        _collect([(han.fold(h), i) for i, r in enumerate(rows) for h in r.hanja]),
        _collect(usual),
    )


@cache
def chinese() -> Spellings:
    """The Chinese surnames; an id is the place in the table."""
    rows: list[ChineseSurname] = _tables().chinese
    latin, usual = [], []
    for i, row in enumerate(rows):
        spellings = {*row.all, row.pinyin, *row.pinyin_variants, row.wade_giles, *row.hk, *row.hokkien_sg}
        spellings |= {s for p in (row.pinyin, *row.pinyin_variants) for s in pinyin.wade_giles(latin_base(p))}
        chars = [c for c in (row.simplified, row.traditional) if len(c) == 1]
        spellings |= {s for c in chars for r in han.cantonese_readings(c) for s in pinyin.hong_kong(r)}
        latin += [(latin_base(s), i) for s in spellings]
        usual += [(latin_base(s), i) for s in (row.pinyin, *row.pinyin_variants)]
    return Spellings(
        _collect(latin),
        {},
        _collect(
            [
                (han.fold(h), i)
                for i, r in enumerate(rows)
                for h in (r.simplified, r.traditional, r.simplified_variant or "")
            ]
        ),
        _collect(usual),
    )


def korean_name(row: int) -> str:
    """A Korean surname in Hangul, as the DPRK writes it."""
    return _tables().korean[row].hangul_dprk


def chinese_name(row: int) -> str:
    """A Chinese surname in simplified characters."""
    return _tables().chinese[row].simplified
