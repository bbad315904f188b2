"""What a page module declares: pages with their twins, and actions, the forms that change something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from yalu.workbench.frame.ask import Ask
from yalu.workbench.frame.page import Page
from yalu.workbench.limits import MAX_BODY

Text = Annotated[str, Field(max_length=500)]
"""What a user types into a field of one line."""
Id = Annotated[str, Field(min_length=1, max_length=500)]
"""An id of a party, a statement, a job."""


class Params(BaseModel):
    """What a page may be asked besides the day: each field with its constraints, or a test fails.

    Fields of the path and of the query have the same names here; a list field is a parameter that may be
    repeated. What is not declared is ignored.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)


P = TypeVar("P", bound=Params)
Export = tuple[str, Callable[[Ask, Any], bytes]]
"""A media type, and what makes the file of a page's model; it is sent to be saved, not opened here."""


class Gone(Exception):
    """Raised by a page for what is not there on the day asked: an answer 404 that says so, and what to do."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.what, self.do = what, do


class Moved(Exception):
    """Raised by a page that has another address: a redirect (308) leads there, of a twin to its twin."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class PageRoute(Generic[P]):
    """A page: its address, what makes its model, its template.

    ``nav`` is its name in the head (``""``: not there), ``order`` its place, ``key`` the letter after ``g``.
    ``params`` are fields of the path and the query. Twins are made of the same model: ``.json``, ``.csv``.
    ``scripts`` are bundles in ``static/js``, ``styles`` files in ``static/css``, by name without ending.
    ``exports`` are more twins by ending, such as ``.svg``: what the page's model is as a file of that kind.
    """

    path: str
    make: Callable[[Ask, P], Page]
    params: type[P]
    template: str = "page.html.j2"
    nav: str = ""
    order: int = 100
    key: str = ""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    exports: Mapping[str, Export] = field(default_factory=dict)


@dataclass(frozen=True)
class Upload:
    """One file of a form. Its name is the sender's: never a path."""

    name: str
    content: bytes


@dataclass(frozen=True)
class ActionRequest(Generic[P]):
    """What an action is given: the request as a page has it, the checked form, the files, and who asks."""

    ask: Ask
    form: P
    files: Mapping[str, Upload]
    who: str


@dataclass(frozen=True)
class Done:
    """Where an action leads: the address of a page here; the answer is a redirect (303) to it."""

    href: str


@dataclass(frozen=True)
class Action(Generic[P]):
    """A form's target. It is called with a valid token only; ``max_body`` is raised for uploads alone.

    ``do`` raises UsageError for what cannot be done; the reader sees it as a page with the way back.
    """

    path: str
    do: Callable[[ActionRequest[P]], Done]
    form: type[P]
    max_body: int = MAX_BODY
    files: tuple[str, ...] = field(default_factory=tuple)


Routes = tuple[PageRoute[Any] | Action[Any], ...]
