"""The kinds of jobs: each a module in ``yalu.jobs.kinds`` that says which command it runs.

A job runs ``python -m yalu`` in a process of its own, so what it does is what the command line does, it can
be ended at any time, and a crash in it harms nobody.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from yalu.errors import UsageError


class Params(BaseModel):
    """What a kind of job is asked with; strict, since it becomes words of a command."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Progress(NamedTuple):
    """How far a job is; ``total`` 0 where that is not known."""

    done: int
    total: int
    message: str


P = TypeVar("P", bound=Params)
Told = Callable[[str], Progress]


def plainly(line: str) -> Progress:
    """A line of progress without figures."""
    return Progress(0, 0, line)


@dataclass(frozen=True)
class Kind(Generic[P]):
    """One kind: its ``command`` gives the words after ``yalu`` for the parameters and the job's folder.

    ``progress`` reads a line that the command wrote on standard error. ``good`` are the exit codes of a job
    that is done. What the command leaves in the folder's ``out`` are its results.
    """

    name: str
    title: Callable[[P], str]
    params: type[P]
    command: Callable[[P, Path], list[str]]
    progress: Told = plainly
    good: frozenset[int] = field(default_factory=lambda: frozenset({0}))

    def check(self, given: dict[str, Any]) -> P:
        """The parameters, checked. Raises UsageError."""
        try:
            return self.params.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise UsageError(
                f"A job of kind {self.name} cannot be made: {where}: {first['msg']}."[:300],
                expected=", ".join(self.params.model_fields) or "no parameters",
            ) from None

    def titled(self, given: dict[str, Any]) -> str:
        """What a reader calls the job; its name where the parameters are of an older version."""
        try:
            return self.title(self.check(given))
        except UsageError:
            return self.name


@cache
def kinds() -> dict[str, Kind[Any]]:
    """Every kind by name: the ``KIND`` of each module in ``yalu.jobs.kinds``."""
    package = importlib.import_module("yalu.jobs.kinds")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    found: list[Kind[Any]] = [importlib.import_module(f"yalu.jobs.kinds.{name}").KIND for name in names]
    return {kind.name: kind for kind in found}


def kind_of(name: str) -> Kind[Any]:
    """The kind of that name. Raises UsageError."""
    try:
        return kinds()[name]
    except KeyError:
        raise UsageError(f"There is no kind of job {name[:40]!r}.", expected=", ".join(kinds())) from None
