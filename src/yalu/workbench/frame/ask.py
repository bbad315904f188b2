"""What a page is asked: the snapshot and the day that it obeys, and the links that keep both."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import ParamSpec, TypeVar
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from yalu.evidence.view import Evidence, View, When
from yalu.evidence.workspace import Workspace
from yalu.jobs import Jobs
from yalu.model.clock import Mode
from yalu.regimes import load_plan
from yalu.regimes.brief import BriefPlan
from yalu.workbench.frame.reader import Reader
from yalu.workbench.held import Held
from yalu.workbench.lens import Lens
from yalu.workbench.turns import Turns

T = TypeVar("T")
P = ParamSpec("P")
DAYS = ("as_of", "mode", "snapshot")
"""The parameters that every page obeys and every link keeps."""


@dataclass(frozen=True)
class Ask:
    """One request for a page. All that it reads comes from one snapshot.

    ``today`` is the day of the server, ``in_force`` the id of the snapshot in force when it was asked.
    """

    workspace: Workspace
    reader: Reader
    when: When
    today: str
    in_force: str
    held: Held
    turns: Turns
    jobs: Jobs
    path: str = "/"
    query: Mapping[str, list[str]] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    csrf: str = ""

    @property
    def as_of(self) -> str:
        """The day by which something was known."""
        return self.when.as_of

    @property
    def mode(self) -> Mode:
        """How inexact days are read."""
        return self.when.mode

    @property
    def snapshot(self) -> str:
        """The id of the snapshot that is read."""
        return self.reader.snapshot

    @property
    def evidence(self) -> Evidence:
        """The opened snapshot; any thread may ask it."""
        return self.reader.evidence

    @property
    def view(self) -> View:
        """The evidence as the day shows it."""
        return self.reader.view(self.when)

    @property
    def plan(self) -> BriefPlan:
        """Which records of the lists belong to the regime."""
        return _plan()

    def kept(self, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` computes of this snapshot, day and mode: once, then it is kept."""
        return self.reader.kept((name, self.when), make)

    def ready(self, name: Hashable) -> bool:
        """Whether :meth:`kept` would answer at once."""
        return self.reader.ready((name, self.when))

    @cached_property
    def lens(self) -> Lens:
        """Screening and full-text search of this day, for :meth:`searching` and :meth:`screening`."""
        if self.held.snapshot.id == self.snapshot:
            return self.turns.wait_read(self.held.lens, self.when)
        older = self.reader.kept("held", lambda: Held(self.workspace, self.snapshot, self.today))
        return self.turns.wait_read(older.lens, self.when)

    def searching(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it in the thread that alone uses text searches."""
        return self.turns.wait_read(work, *args, **kwargs)

    def screening(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it in the thread that alone uses screeners."""
        return self.turns.wait_screen(work, *args, **kwargs)

    @property
    def standing(self) -> dict[str, str]:
        """The parameters of day, mode and snapshot that links carry: those that are not the usual ones."""
        said = {"as_of": self.as_of if self.as_of != self.today else ""}
        said["mode"] = self.mode.value if self.mode is not Mode.STRICT else ""
        said["snapshot"] = self.snapshot if self.snapshot != self.in_force else ""
        return {name: value for name, value in said.items() if value}

    def link(self, href: str, **more: object) -> str:
        """An address of the workbench with the day, mode and snapshot of this page; others stay."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path.startswith("/"):
            return href
        given = [(k, str(v)) for k, v in more.items() if v not in (None, "")]
        named = {name for name, _ in parse_qsl(parts.query)}
        pairs = [*((k, v) for k, v in self.standing.items() if k not in named), *given]
        query = "&".join(q for q in (parts.query, urlencode(pairs)) if q)
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return f"{parts.path}{'?' if query else ''}{query}{fragment}"

    def same(self, ending: str = "", **changes: str) -> str:
        """This page's address, or its twin's, with some parameters changed; ``""`` leaves one out."""
        pairs = [(k, v) for k, vs in self.query.items() for v in vs if k not in DAYS and k not in changes]
        named = self.standing | {k: v for k, v in changes.items() if v}
        named = {k: v for k, v in named.items() if changes.get(k, v)}
        query = urlencode([*pairs, *named.items()])
        path = (f"/home{ending}" if self.path == "/" else self.path + ending) if ending else self.path
        return f"{path}{'?' if query else ''}{query}"

    def permanent(self) -> str:
        """This page's address with its day, mode and snapshot spelled out: it shows the same later."""
        return self.same(as_of=self.as_of, mode=self.mode.value, snapshot=self.snapshot)

    def says(self) -> dict[str, str]:
        """What every answer says of itself."""
        when = self.when
        return {"snapshot": self.snapshot, "as_of": when.as_of, "on": when.on, "mode": when.mode.value}


@cache
def _plan() -> BriefPlan:
    return load_plan()


def party(party_id: str) -> str:
    """The address of a party."""
    return f"/party/{quote(party_id, safe='')}"


def evidence(statement_id: str) -> str:
    """The address of a statement's evidence."""
    return f"/evidence/{quote(statement_id, safe='')}"
