"""The frame of the workbench: one abstraction of a page, and what every page has and obeys."""

from yalu.workbench.frame.ask import Ask
from yalu.workbench.frame.page import Cell, Column, Notice, Page, Section, SourceLine, Table
from yalu.workbench.frame.route import Action, ActionRequest, Done, Gone, PageRoute, Params

__all__ = [
    "Action",
    "ActionRequest",
    "Ask",
    "Cell",
    "Column",
    "Done",
    "Gone",
    "Notice",
    "Page",
    "PageRoute",
    "Params",
    "Section",
    "SourceLine",
    "Table",
]
