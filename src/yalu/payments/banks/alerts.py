"""The banks' own alerts: a table of theirs, a row an alert. They are quoted, never judged here."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from yalu.errors import UsageError

HEADINGS = "uetr or reference; bank (its BIC) where the file is of several; date, report if known"
_YES = frozenset(("yes", "y", "true", "1", "sar", "str", "reported", "filed"))


@dataclass(slots=True)
class Alert:
    """One alert: its day where the file says one, and whether a report went to the authorities."""

    day: str = ""
    reported: bool = False


@dataclass(slots=True)
class Alerts:
    """By bank (eight letters of its BIC, or its name as given), then by UETR or reference."""

    of: dict[str, dict[str, Alert]] = field(default_factory=dict)
    later: int = 0
    """Rows of a day after the one asked, which do not count."""
    unread: list[str] = field(default_factory=list)
    """Rows that name no payment or no bank, with their place."""

    def add(self, bank: str, key: str, alert: Alert) -> None:
        """Keep an alert; a report that any row tells of stands."""
        held = self.of.setdefault(bank, {}).setdefault(key, alert)
        held.reported |= alert.reported


def read_alerts(given: list[str], as_of: str) -> Alerts:
    """Read ``FILE``, ``BIC=FILE`` or a folder of ``BIC.csv``. Raises UsageError.

    A file that is given for a bank is all of that bank's alerts, also when it has no row.
    """
    found = Alerts()
    for one in given:
        bank, equals, path = one.partition("=")
        if not equals or _there(Path(one)):
            bank, path = "", one
        place = Path(path)
        if _there(place) and place.is_dir():
            files = sorted(place.glob("*.csv"))
            if not files:
                raise UsageError(
                    f"--alerts {path}: no .csv is in the folder", expected="a file BIC.csv a bank"
                )
            for file in files:
                _read(found, file, file.stem, as_of)
        elif _there(place):
            _read(found, place, bank, as_of)
        else:
            raise UsageError(
                f"--alerts {path[:200]}: there is no such file",
                expected="FILE, BIC=FILE, or a folder of BIC.csv",
                do="--alerts BANKUS30=alerts.csv",
            )
    return found


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long for any file
        return False


def bank_id(text: str) -> str:
    """A bank as exposure names it: a BIC by its first eight letters."""
    plain = " ".join(text.split())
    return plain[:8].upper() if len(plain) in (8, 11) and plain.isalnum() else plain


def _read(found: Alerts, path: Path, bank: str, as_of: str) -> None:
    try:
        _rows(found, path, bank, as_of)
    except (OSError, csv.Error) as error:
        raise UsageError(f"--alerts {path} cannot be read: {error}", expected="CSV: " + HEADINGS) from error


def _rows(found: Alerts, path: Path, bank: str, as_of: str) -> None:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.DictReader(file)
        headings = {name.strip().casefold(): name for name in rows.fieldnames or () if name}
        if not {"uetr", "reference"} & headings.keys() or not (bank or "bank" in headings):
            raise UsageError(
                f"--alerts {path}: its headings are {', '.join(headings)[:120] or 'none'}",
                expected=HEADINGS,
                do="Rename the columns; for a file of one bank: --alerts BIC=FILE.",
            )
        if bank:
            found.of.setdefault(bank_id(bank), {})
        for number, row in enumerate(rows, 2):
            said = {name: (row.get(heading) or "").strip() for name, heading in headings.items()}
            whose = bank_id(said.get("bank") or bank)
            keys = [said[name] for name in ("uetr", "reference") if said.get(name)]
            if not keys or not whose:
                found.unread.append(f"{path.name} row {number}")
            elif said.get("date") and _day(said["date"], path, number) > as_of:
                found.of.setdefault(whose, {})
                found.later += 1
            else:
                reported = said.get("report", "").casefold() in _YES or said.get("report", "")[:2] == "20"
                found.add(whose, keys[0], Alert(said.get("date", "")[:10], reported))


def _day(text: str, path: Path, number: int) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise UsageError(
            f"--alerts {path} row {number}: {text[:30]!r} is no day", expected="YYYY-MM-DD"
        ) from None
