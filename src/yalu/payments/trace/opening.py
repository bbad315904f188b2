"""Opening balances from a table: ``account,currency,amount``, in major units."""

from __future__ import annotations

import csv
from pathlib import Path

from yalu.errors import UsageError
from yalu.payments.money import decimal, places
from yalu.payments.trace.book import Account
from yalu.payments.trace.following import find


def read_opening(path: Path, accounts: list[Account]) -> dict[tuple[int, str], int]:
    """Minor units by account and currency. Raises UsageError, with the row, for what cannot be taken."""
    found: dict[tuple[int, str], int] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {"account", "currency", "amount"} <= set(rows.fieldnames or ()):
                raise UsageError(
                    f"--opening {path.name}: columns are missing", expected="account,currency,amount"
                )
            for number, row in enumerate(rows, 2):
                value, currency = decimal(row["amount"] or ""), (row["currency"] or "").strip()
                minor = None if value is None else value * 10 ** places(currency)
                if minor is None or minor < 0 or minor != int(minor):
                    raise UsageError(
                        f"--opening {path.name}, row {number}: {row['amount']!r} is no balance",
                        expected=f"a sum of {currency or 'money'}, zero or above",
                    )
                held = find(accounts, row["account"] or "")
                if len(held) > 1 or (held[0], currency) in found:
                    raise UsageError(
                        f"--opening {path.name}, row {number}: {row['account']!r} is several"
                        " accounts, or twice here",
                        expected="each account number once a currency",
                    )
                found[held[0], currency] = int(minor)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"--opening {path}: it cannot be read: {error}") from error
    return found
