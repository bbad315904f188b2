"""Which sources there are, and what each one's ``source.yml`` promises."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from yalu.errors import UsageError, YaluError
from yalu.model.vocabulary import AUTHORITIES
from yalu.sources.sighting import Parsed

FOLDER = Path(__file__).parent


class Part(BaseModel):
    """One file of a copy. A part that a copy lacks is unknown there, not empty."""

    model_config = ConfigDict(extra="forbid")

    name: str
    files: list[str] = Field(description="file names by which a folder's file is recognized")
    address: str = Field(default="", description="where the publisher offers it")
    required: bool = True


class Contract(BaseModel):
    """What a document of this source must fulfil before any of it is taken."""

    model_config = ConfigDict(extra="forbid")

    min_records: int = Field(description="fewer are unusual, and reported; none at all is refused")
    max_records: int = Field(description="more are refused")
    max_bytes: int = 200_000_000
    max_shrink: float = Field(default=0.35, description="largest loss against the neighboring copy")


class Source(BaseModel):
    """One ``source.yml``."""

    model_config = ConfigDict(extra="forbid")

    id: str
    title: str
    publisher: str
    authority: str = Field(default="", description="whose list it is: UN, US, EU ...; empty for facts")
    list_name: str = ""
    licence: str
    homepage: str = ""
    about: str = ""
    history: Literal["copies", "replace"] = Field(
        description="copies: every copy is evidence of its day; replace: a new edition supersedes"
    )
    packaged: bool = Field(default=False, description="comes with Yalu and needs no network")
    parser_version: int = 1
    stale_after_days: int = 30
    tried_on_real_file: bool = False
    by_hand: str = Field(
        default="", description="what a person takes from its address, where that leads to a page and no file"
    )
    edition_of: str = Field(default="", description="the source that is the usual edition of the same list")
    closed: str = Field(default="", description="the day since which its publisher makes no new copy")
    parts: list[Part]
    contract: Contract

    @property
    def folder(self) -> Path:
        """Where the source's files lie."""
        return FOLDER / self.id

    def parse(self, documents: Mapping[str, bytes]) -> dict[str, Parsed]:
        """Parse the documents of one copy, by part.

        A source whose parts cannot be read apart (a casebook whose rows cite a register) defines
        ``parse_copy``; every other one defines ``parse(content, part)``.
        """
        module = import_module(f"yalu.sources.{self.id}.parse")
        if hasattr(module, "parse_copy"):
            together: dict[str, Parsed] = module.parse_copy(documents)
            return together
        return {part: module.parse(content, part) for part, content in documents.items()}

    def packaged_documents(self) -> dict[str, tuple[str, bytes]]:
        """The documents that come with Yalu: part to file name and content."""
        module = import_module(f"yalu.sources.{self.id}.parse")
        documents: dict[str, tuple[str, bytes]] = module.packaged()
        return documents

    def part(self, name: str) -> Part:
        """The part of that name."""
        return next(p for p in self.parts if p.name == name)


def read_source(path: Path) -> Source:
    """Read one ``source.yml``; a mistake in it names the file and the field."""
    try:
        return Source.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
    except (ValidationError, yaml.YAMLError) as error:
        raise YaluError(f"{path}: {error}", expected="the fields of yalu.sources.registry.Source") from error


@cache
def sources() -> dict[str, Source]:
    """All sources by id, in alphabetical order."""
    found = (read_source(p) for p in sorted(FOLDER.glob("*/source.yml")))
    return {s.id: s for s in found}


def source(source_id: str) -> Source:
    """The source of that id, or an error that names those there are."""
    try:
        return sources()[source_id]
    except KeyError:
        known = ", ".join(sources())
        raise UsageError(f"There is no source {source_id!r}.", expected=f"one of: {known}") from None


def without_source() -> dict[str, str]:
    """The authorities whose list no source reads, each with what a reader should know about it."""
    read = {s.authority for s in sources().values()}
    note = "no file of its listings is known that Yalu could read: they come from the casebook"
    return {authority: note for authority in AUTHORITIES if authority not in read}
