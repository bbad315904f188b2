"""What every face of a package shows: sections of paragraphs, lists, tables and one drawing."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.publish.citations import Citation


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph with its source numbers; ``mark`` is a word in a frame, dashed where nothing is settled."""

    text: str
    cites: tuple[int, ...] = ()
    mark: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its source numbers."""

    cells: tuple[str, ...]
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every row has a cell for each column, and its sources stand in a last column of their own."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as SVG text; ``words`` say what it shows."""

    title: str
    svg: str
    words: Para


Block = Para | Head | Bullets | Grid | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the package."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A package as its readers see it, whatever the format."""

    title: str
    subtitle: str
    head: str
    day: str
    facts: tuple[tuple[str, str], ...]
    notice: str
    sections: tuple[Section, ...]
    sources: tuple[Citation, ...]
    disclaimers: tuple[str, ...]
