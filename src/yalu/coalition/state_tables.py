"""The tables of the states: reporting duties and counts, reports by name, cases, law."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.coalition.duties import RESPONSES, rows
from yalu.evidence.view import Item, View, items
from yalu.model.countries import state
from yalu.model.section import Row, Table
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement


def duties(view: View) -> list[Table]:
    """The duties to report, with their day, and how far a text was read."""
    found = [i for i in items(view, "ReportingDuty") if i.one("resolution") and i.one("deadline")]
    return _table(
        "reporting-duties",
        "Duties to report to the UN",
        {"Resolution": "resolution", "Paragraph": "para", "Due after": "due", "Deadline": "deadline"},
        sorted(found, key=lambda i: i.text("deadline")),
        note="Read in full: whether a stored text backs the row; where none does, it is unverified.",
        last=("Read in full", _read),
    )


def counts(view: View) -> list[Table]:
    """How many states had reported, by resolution and day."""
    found = rows(view, "ReportCount", "resolution", "states", "as_of")
    return _table(
        "report-counts",
        "States that had reported, by resolution",
        {"Resolution": "resolution", "By": "as_of", "States": "states", "Note": "note"},
        sorted(found, key=lambda i: (i.text("resolution"), i.text("as_of"))),
        note="A count names no state.",
        numeric=frozenset({2}),
    )


def statuses(view: View) -> list[Table]:
    """What is public of reports by name."""
    return _table(
        "report-status",
        "Reports of single states",
        {"State": "state", "Resolution": "resolution", "Report": "status", "Day": "date", "Note": "note"},
        rows(view, "ReportStatus", "state", "status"),
    )


def cases(view: View) -> list[Table]:
    """The public cases, by state, with what the state did and what is suggested."""
    return _table(
        "state-cases",
        "Cases about how states carry out the resolutions",
        {
            "State": "state",
            "Since": "from_year",
            "Matter": "issue",
            "Resolution": "obligation",
            "What the state did or said": "state_action",
            "Suggested": "memo_response",
        },
        sorted(rows(view, "StateCase", "state", "issue"), key=lambda i: (state(i.text("state")), i.id)),
        note="A case is what a source says; it is no finding of breach, and the response is a suggestion.",
    )


def law(view: View) -> list[Table]:
    """National law that was seen."""
    found = rows(view, "NationalLaw", "state", "resolution", "date")
    return _table(
        "national-law",
        "National law that carries out resolutions, as far as seen",
        {"State": "state", "Resolution": "resolution", "Law": "measure", "Day": "date", "Note": "note"},
        sorted(found, key=lambda i: i.text("date")),
    )


def _table(
    id_: str,
    title: str,
    columns: dict[str, str],
    found: Sequence[Item],
    note: str = "",
    numeric: frozenset[int] = frozenset(),
    last: tuple[str, SlotFunction] | None = None,
) -> list[Table]:
    """A table of rows of the casebook: a column a field, and one more that is computed."""
    if not found:
        return []
    cells = (*map(_cell, columns.values()), *([last[1]] if last else []))
    return [
        Table(
            id=id_,
            title=title,
            columns=(*columns, *([last[0]] if last else [])),
            rows=tuple(Row(cells, tuple(item.all(*columns.values()))) for item in found),
            note=note,
            numeric=numeric,
        )
    ]


def _cell(prop: str) -> SlotFunction:
    def made(seen: Sequence[Statement]) -> str:
        value = next((s.value for s in seen if s.prop == prop), "")
        if prop == "state":
            return state(value)
        return RESPONSES.get(value, value) if value != "-" else ""

    return made


def _read(seen: Sequence[Statement]) -> str:
    if any(s.basis == "own_knowledge" for s in seen):
        return "no: unverified"
    doubts = sorted({field for s in seen for field in s.unverified.split(";") if field})
    return f"not {', '.join(doubts)}" if doubts else "yes"
