"""Words for the name engine: company forms, places, and surnames with their spellings."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from yalu.regimes.rows import Country, Row, SectionFile


class NameForm(Row):
    """A word in company names: strip a legal form, weigh a generic or common proper word down."""

    statement_kind: ClassVar[str] = "NameForm"

    class_: Literal["legal_form", "generic_word", "common_proper_word"] = Field(alias="class")
    jurisdiction: Country
    language: str
    original: list[str]
    romanized: list[str]
    english: list[str]


class PlaceName(Row):
    """A place whose name stands in company names and addresses."""

    statement_kind: ClassVar[str] = "PlaceName"

    class_: str = Field(alias="class")
    country: Country
    name: str
    hanja_hanzi: str
    hangul: str
    romanized: list[str]


class LegalForms(SectionFile):
    """The file ``legal_forms.yaml``."""

    forms: list[NameForm] = []
    places: list[PlaceName] = []


class KoreanSurname(Row):
    """A Korean surname; ``all`` is what matching uses. A surname alone is never a match."""

    statement_kind: ClassVar[str] = "Surname"

    rank: int
    hangul: str
    hangul_dprk: str
    hanja: list[str]
    rr: str
    mr: str
    dprk: str
    yonhap: str
    personal: list[str]
    all: list[str]


class ChineseSurname(Row):
    """A Chinese surname with its spellings in several places."""

    statement_kind: ClassVar[str] = "Surname"

    rank: int
    simplified: str
    simplified_variant: str | None = None
    traditional: str
    pinyin: str
    pinyin_variants: list[str] = []
    wade_giles: str
    jyutping: str
    hk: list[str]
    hokkien_sg: list[str]
    all: list[str]


class Surnames(SectionFile):
    """The file ``surnames.yaml``."""

    korean: list[KoreanSurname] = []
    chinese: list[ChineseSurname] = []
