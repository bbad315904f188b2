"""Puts the marks of earlier runs beside the hits of a new one."""

from __future__ import annotations

from typing import Any

from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.ledger.mark import Mark, fingerprints
from yalu.ledger.marks import Marks
from yalu.screening import Query, Screener


class Marked:
    """The marks of a workspace against the hits of one run. Reads the ledger once."""

    def __init__(self, workspace: Workspace, marks: Marks | None) -> None:
        self._workspace = workspace
        self._marks = marks
        self._evidence: Evidence | None = None
        self._prints: dict[tuple[str, ...], str] = {}

    @classmethod
    def read(cls, workspace: Workspace, ledger: str = "") -> Marked:
        """The marks in the ledger of the workspace. Raises YaluError where it cannot be read."""
        marks = Marks.find(workspace.root, ledger)
        return cls(workspace, None if marks.empty else marks)

    def line(self, screener: Screener, query: Query, line: dict[str, Any]) -> dict[str, Any]:
        """A line of results whose hits say their mark: ``mark`` its fields, ``marked`` its words."""
        if self._marks is None:
            return line
        hits = []
        for hit in line["hits"]:
            found = self._marks.of(query, hit["ids"])
            told = self._told(screener.snapshot, tuple(hit["ids"]), found) if found else {}
            hits.append(hit | told)
        return line | {"hits": hits}

    def _told(self, snapshot: str, ids: tuple[str, ...], mark: Mark) -> dict[str, Any]:
        if self._evidence is None:
            self._evidence = Evidence.open(self._workspace, snapshot)
        if ids not in self._prints:
            self._prints[ids] = fingerprints(self._evidence, [ids])[ids[0]]
        print_ = self._prints[ids]
        return {"mark": mark.as_json(print_), "marked": mark.words(print_)}
