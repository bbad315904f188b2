"""The parts of a package, each with the statements on which it rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yalu.designation.assessment import Assessment, Verdict
from yalu.designation.package.entries.entry import Entry
from yalu.designation.package.subject import Subject
from yalu.evidence.view import When
from yalu.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence. ``works`` are ids of works behind it where no statement carries them: a rule's own text."""

    text: str
    statements: tuple[Statement, ...] = ()
    works: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its language, its script, and what kind of name it is."""

    value: str
    lang: str
    kind: str
    known: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An identifying fact: what it is, its value, remarks of its source, since when it was public."""

    what: str
    value: str
    note: str
    known: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A listing by another authority."""

    authority: str
    since: str
    ground: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class End:
    """One end of a tie: its id, its name, its kind, the lists that hold it on the day."""

    id: str
    name: str
    kind: str
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie within two steps of the party, read from ``begin`` to ``end`` as its source has it."""

    begin: End
    role: str
    end: End
    step: int
    accusation: bool
    share: str
    held: str
    known: str
    statement: Statement


@dataclass(frozen=True)
class Network:
    """All ties within two steps, and those that are drawn."""

    ties: tuple[Tied, ...]
    drawn: tuple[Tied, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A stake of the party in another, or of another in it."""

    owner: End
    owned: End
    share: str
    held: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """What to look at before anything is done: why it is raised, and the question to answer."""

    topic: str
    text: str
    check: str
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A way off the list of the authority."""

    instrument: str
    since: str
    body: str
    who: str
    how: str
    court: str
    term: str
    unverified: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Package:
    """A package on one party for one authority, as known on a day."""

    ids: tuple[str, ...]
    name: str
    kind: str
    authority: str
    when: When
    snapshot: str
    subject: Subject
    names: tuple[Named, ...]
    known: tuple[Known, ...]
    listed: tuple[Listed, ...]
    assessments: tuple[Assessment, ...]
    network: Network
    holdings: tuple[Holding, ...]
    reached: tuple[Line, ...]
    """Whom a listing would reach by the authority's rule on ownership; empty where no such rule is held."""
    entries: tuple[Entry, ...]
    differences: dict[str, list[str]]
    """What was read back from each entry otherwise than written."""
    contrary: tuple[Line, ...]
    unknown: tuple[Line, ...]
    leads: tuple[Line, ...]
    flags: tuple[Flag, ...]
    routes: tuple[Route, ...]

    @property
    def party(self) -> str:
        """The first id of the party."""
        return self.ids[0]

    @property
    def verdict(self) -> Verdict:
        """How far the best met criterion is met."""
        return self.assessments[0].verdict

    @property
    def grounds(self) -> list[Assessment]:
        """The criteria that the evidence meets, in whole or in part."""
        return [a for a in self.assessments if a.verdict is not Verdict.NONE]

    @property
    def stem(self) -> str:
        """The name of its folder: authority and party, in letters that every file system takes."""
        plain = "".join(c if c.isascii() and (c.isalnum() or c in "-.") else "-" for c in self.party)
        return f"{self.authority.lower()}-{plain}"

    def statements(self) -> Iterator[Statement]:
        """Every statement of the package; some more than once."""
        for rows in (
            *(self.names, self.known, self.listed, self.holdings),
            *(self.reached, self.contrary, self.unknown, self.leads, self.flags, self.routes),
        ):
            for row in rows:
                yield from row.statements
        for tie in self.network.ties:
            yield tie.statement
        for one in self.assessments:
            for found in (*one.met, *one.contrary, *one.leads):
                yield found.statement
                yield from found.rests_on
