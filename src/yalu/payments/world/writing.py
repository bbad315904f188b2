"""Writes an invented world as files: messages, tables, the fictional list, alerts, and the truth apart."""

from __future__ import annotations

import csv
import heapq
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import orjson

from yalu.evidence.writing import make_folder, unwritten, write_whole
from yalu.payments.world import messages
from yalu.payments.world.actors import Cast, Casting
from yalu.payments.world.background import background
from yalu.payments.world.drawing import Drawing
from yalu.payments.world.listing import entities, party
from yalu.payments.world.readme import README
from yalu.payments.world.schemes import Schemes
from yalu.payments.world.settings import Settings, settings
from yalu.payments.world.transfer import Transfer
from yalu.payments.world.truth import CLASSES, Seen, Truth

LIST = "fictional-list.ftm.json"
COLUMNS = (
    "date", "time", "amount", "currency", "debtor", "debtor_account", "debtor_country", "debtor_address",
    "debtor_bank", "creditor", "creditor_account", "creditor_country", "creditor_address", "creditor_bank",
    "intermediary_bank", "uetr", "reference", "remittance", "purpose",
)  # fmt: skip
Step = Callable[[int], None]


class World:
    """A world of a seed: its cast at once, its payments as a stream in order of days."""

    def __init__(self, seed: int, payments: int, given: Settings | None = None) -> None:
        self.seed = seed
        self.count = payments
        self.given = given or settings()
        self.cast: Cast = Casting(random.Random(f"{seed} cast"), self.given).cast(payments)
        schemes = Schemes(Drawing(random.Random(f"{seed} schemes"), self.given, self.cast), self.given)
        self.planted = schemes.planted(round(payments * self.given.planted))

    def transfers(self) -> Iterator[Transfer]:
        """All payments in order of their days; the same each time."""
        drawing = Drawing(random.Random(f"{self.seed} background"), self.given, self.cast)
        rest = background(drawing, self.given, self.count - len(self.planted))
        return heapq.merge(rest, self.planted, key=lambda one: one.day)

    def truth(self) -> Truth:
        """A truth that has counted nothing yet."""
        return Truth(random.Random(f"{self.seed} banks"), self.given, self.cast.banks)

    def half(self, day: str) -> str:
        """``first`` or ``second``."""
        return "second" if day >= self.given.period.second_half.isoformat() else "first"

    def listing(self) -> bytes:
        """The fictional list."""
        return b"".join(entities(self.cast, self.given.last_public.isoformat()))


def write(world: World, out: Path, *, parquet: bool = True, step: Step = lambda _: None) -> Truth:
    """Write everything under ``out``. Raises StorageError where it cannot be written."""
    try:
        return _write(world, out.absolute(), parquet=parquet, step=step)
    except OSError as error:
        raise unwritten(out, error) from error


def _write(world: World, out: Path, *, parquet: bool, step: Step) -> Truth:
    truth = world.truth()
    for folder in ("messages", "alerts", "truth"):
        make_folder(out / folder)
    write_whole(out / LIST, world.listing())
    write_whole(out / "README.md", README.format(seed=world.seed, payments=world.count).encode())
    given = world.given.model_dump(mode="json") | {"seed": world.seed, "payments": world.count}
    write_whole(out / "settings.json", orjson.dumps(given, option=orjson.OPT_INDENT_2) + b"\n")
    with _Files(out, truth) as files:
        for number, one in enumerate(world.transfers(), 1):
            seen = truth.take(one)
            files.write(one, seen, world.half(one.day))
            step(number)
    write_whole(out / "truth" / "banks.json", banks_json(truth))
    if parquet:
        _parquet(out)
    return truth


def banks_json(truth: Truth) -> bytes:
    """The figures of each bank."""
    rows = [
        {
            "bank": held.bank.bic, "name": held.bank.name, "processed": held.processed,
            "amounts": {code: str(value) for code, value in sorted(held.amounts.items())},
            "unnamed": held.unnamed, "refused": held.refused,
            **{what.replace(" ", "_"): held.classes[what] for what in CLASSES},
            "alerted": None if bic in truth.silent else held.alerted,
            "missed": None if bic in truth.silent else held.missed,
        }
        for bic, held in truth.of.items()
    ]  # fmt: skip
    return orjson.dumps({"version": 1, "banks": rows}, option=orjson.OPT_INDENT_2) + b"\n"


class _Files:
    """The files that grow payment by payment; those of messages change with the month."""

    def __init__(self, out: Path, truth: Truth) -> None:
        self._out = out
        self._stack = ExitStack()
        self._month = ""
        self._iso: IO[str] | None = None
        self._fin: IO[str] | None = None
        self._table = self._csv(out / "payments.csv", COLUMNS)
        self._planted = self._csv(
            out / "truth" / "planted.csv",
            ("uetr", "day", "half", "scheme", "debtor", "creditor", "amount", "currency"),
        )
        self._cases = self._csv(
            out / "truth" / "cases.csv", ("bank", "uetr", "day", "says", "alerted", "refused")
        )
        self._alerts = {
            bic: self._csv(out / "alerts" / f"{bic}.csv", ("uetr", "date", "report"))
            for bic in truth.of
            if bic not in truth.silent
        }

    def __enter__(self) -> _Files:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._stack.close()

    def _csv(self, path: Path, headings: tuple[str, ...]) -> Any:
        writer = csv.writer(self._stack.enter_context(path.open("w", encoding="utf-8", newline="")))
        writer.writerow(headings)
        return writer

    def _turn(self, month: str) -> None:
        self._end()
        self._month = month
        self._iso = (self._out / "messages" / f"{month}.xml").open("w", encoding="utf-8")
        self._iso.write('<?xml version="1.0" encoding="UTF-8"?>\n<Messages>\n')
        self._fin = (self._out / "messages" / f"{month}.fin").open("w", encoding="ascii")

    def _end(self) -> None:
        if self._iso is not None and self._fin is not None:
            self._iso.write("</Messages>\n")
            self._iso.close()
            self._fin.close()

    def write(self, one: Transfer, seen: list[Seen], half: str) -> None:
        """A payment in every file that tells of it."""
        if one.day[:7] != self._month:
            self._turn(one.day[:7])
        assert self._iso is not None
        assert self._fin is not None
        if one.fin:
            self._fin.writelines(messages.fin(one))
        else:
            self._iso.writelines(messages.iso(one))
        self._table.writerow(row(one))
        if one.scheme:
            ends = (party(one.debtor), party(one.creditor))
            self._planted.writerow((one.uetr, one.day, half, one.scheme, *ends, one.amount, one.currency))
        for bank in seen:
            if bank.refused:
                self._iso.write(messages.refusal(one, bank.bank))
            if bank.says:
                alerted = "" if bank.bank.bic not in self._alerts else bank.alerted
                self._cases.writerow((bank.bank.bic, one.uetr, one.day, bank.says, alerted, bank.refused))
            if bank.alerted and bank.bank.bic in self._alerts:
                reported = "yes" if bank.reported else ""
                self._alerts[bank.bank.bic].writerow((one.uetr, one.day, reported))


def row(one: Transfer) -> tuple[object, ...]:
    """The payment as a row of a table; of several correspondents a row holds the first."""
    d, c = one.debtor, one.creditor
    return (
        one.day, f"{one.day}T{one.time}", one.amount, one.currency,
        one.payer, d.account, d.country, f"{d.street}, {d.town}", d.bank.bic,
        one.payee, c.account, c.country, f"{c.street}, {c.town}", c.bank.bic,
        one.between[0].bic if one.between else "", one.uetr, one.uetr[:13],
        messages.text(one) if one.text else "", one.purpose,
    )  # fmt: skip


def _parquet(out: Path) -> None:
    import duckdb

    with duckdb.connect() as engine:
        engine.execute(
            "COPY (SELECT * FROM read_csv(?, header=true, all_varchar=true)) TO "
            f"'{str(out / 'payments.parquet').replace(chr(39), chr(39) * 2)}' (FORMAT parquet)",
            [str(out / "payments.csv")],
        )
