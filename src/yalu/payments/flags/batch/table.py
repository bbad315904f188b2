"""The payments of a run as one table in DuckDB, a row a transfer, written as they come."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from types import TracebackType

import duckdb

from yalu.payments.chain.shared import key
from yalu.payments.flags import where
from yalu.payments.model import Agent, Message, Party, Payment

COLUMNS = {
    "id": "BIGINT",
    "file": "VARCHAR",
    "place": "VARCHAR",
    "type": "VARCHAR",
    "uetr": "VARCHAR",
    "reference": "VARCHAR",
    "day": "DATE",
    "moment": "TIMESTAMP",
    "amount": "DECIMAL(38,8)",
    "currency": "VARCHAR",
    "debtor": "VARCHAR",
    "debtor_name": "VARCHAR",
    "creditor": "VARCHAR",
    "creditor_name": "VARCHAR",
    "creditor_country": "VARCHAR",
    "creditor_address": "VARCHAR",
    "creditor_account": "VARCHAR",
    "rejected": "BOOLEAN",
}
"""``debtor`` and ``creditor`` are the name in plain letters, else the account: who pays and who is paid."""
REFUSED = frozenset(("RJCT", "CANC"))


class Ledger:
    """Takes payments as they come; ``engine`` then holds them as the table ``payment``."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="yalu-payments-")
        self._path = Path(self._folder.name) / "payment.csv"
        self._file = self._path.open("w", encoding="utf-8", errors="replace", newline="")
        self._writer = csv.writer(self._file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        self.count = 0
        self.undated = 0
        """Payments without a day, which no rule over days can see."""

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._folder.cleanup()

    def add(self, payment: Payment, message: Message) -> None:
        """Keep one payment."""
        self.count += 1
        self.undated += not payment.date
        amount = payment.amount or payment.instructed
        prefix = "underlying " if payment.cover else ""
        debtor, creditor = _side(payment, f"{prefix}debtor"), _side(payment, f"{prefix}creditor")
        refused = message.type == "pacs.004" or payment.status in REFUSED
        self._writer.writerow(
            (
                self.count, message.file, message.place, message.type, payment.uetr,
                payment.end_to_end or payment.instruction,
                payment.date, payment.time[:19].replace("T", " "),
                amount.value if amount else "", amount.currency if amount else "",
                _who(debtor), debtor.name if debtor else "",
                _who(creditor), creditor.name if creditor else "",
                where.country(payment, f"{prefix}creditor"),
                key(where.place(creditor)) if creditor else "",
                creditor.account if creditor else "", str(refused).lower(),
            )
        )  # fmt: skip

    def engine(self) -> duckdb.DuckDBPyConnection:
        """An engine with the table. What is no day, moment or amount that fits is null there."""
        self._file.flush()
        made = duckdb.connect(":memory:", config={"threads": 2})
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in COLUMNS)
        cast = ", ".join(f"try_cast(nullif({n}, '') AS {kind}) AS {n}" for n, kind in COLUMNS.items())
        made.execute(
            f"CREATE TABLE payment AS SELECT {cast} FROM read_csv('{self._path}', header=false, delim=',',"
            f" columns={{{columns}}}, quote='\"', escape='\"', max_line_size=20000000, parallel=false,"
            " auto_detect=false, new_line='\\n')"
        )
        return made


def _side(payment: Payment, role: str) -> Party | Agent | None:
    return payment.party(role) or payment.agent(role)


def _who(one: Party | Agent | None) -> str:
    if one is None:
        return ""
    plain = "".join(c for c in one.name.casefold() if c.isalnum())
    return plain or one.account or (one.bic if isinstance(one, Agent) else "")
