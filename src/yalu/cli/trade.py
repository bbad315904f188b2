"""``yalu trade``: how few firms carry a trade, from a licensed table of shipments."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import Json, Quiet, tell
from yalu.errors import ContractError

if TYPE_CHECKING:
    from yalu.network.trade.measures import Year
    from yalu.network.trade.reading import Shipments

File = Annotated[
    str, typer.Argument(metavar="FILE", help="CSV or XLSX, a shipment a row; - is standard input.")
]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,...",
        help="Which column is exporter, importer, hs, value, date, currency. Default: by their headings.",
        show_default=False,
    ),
]
SkipBad = Annotated[bool, typer.Option("--skip-bad", help="Leave rows with faults out instead of refusing.")]

SIDES = ("exporter", "importer")
SHOWN = 20
NOT_PUBLIC = (
    "No such table of the regime's trade is public: customs records by shipment are sold under license. Yalu"
    " brings none, and keeps nothing of yours."
)


def run(
    file: File,
    columns: Columns = "",
    skip_bad: SkipBad = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Measure a table of shipments: firms a year, shares of the top 10 and 100, and who stays on top.

    One row a shipment, with exporter, importer, HS code, value and date. Also the effective number of
    traders, exp of the entropy of their shares. No such data is public: you bring a table that you are
    licensed to use.

    Examples: yalu trade shipments.csv · yalu trade customs.xlsx --columns exporter=Shipper,value=USD --json
    """
    from yalu.network.trade.measures import years
    from yalu.network.trade.reading import read_shipments
    from yalu.screening.customers import open_file, table

    name = "standard input" if file == "-" else Path(file).name
    content = open_file(file, sys.stdin.buffer.read() if file == "-" else None)
    found = read_shipments(table(name, content), columns)
    for fault in found.faults[:SHOWN]:
        tell(f"{name}: {fault}")
    if len(found.faults) > SHOWN:
        tell(f"{name}: {len(found.faults) - SHOWN:,} more faults")
    bad = len({fault.row for fault in found.faults})
    if bad and not skip_bad:
        raise ContractError(
            name,
            f"{bad:,} rows cannot be counted.",
            expected="two names, an HS code, a value and a date in every row",
            do="Correct them, or leave them out with --skip-bad.",
        )
    measured = {side: years(found.rows, side) for side in SIDES}
    if json:
        _print_json(name, found, measured, bad)
    else:
        _print(found, measured)
    if bad:
        tell(f"{bad:,} rows with faults were left out of every figure")
    if not found.rows:
        tell(f"{name} holds no shipment that can be counted.", quiet=quiet)


def _print(found: Shipments, measured: dict[str, list[Year]]) -> None:
    for side, by_year in measured.items():
        unit = f" ({found.currency})" if found.currency else ""
        print(f"\n{side}s")
        print(
            f"  year   firms  shipments  {'value' + unit:>20}  top 10  top 100  effective  stayed in top 10"
        )
        for y in by_year:
            stayed = "–" if y.stayed is None else f"{y.stayed} of {len(y.leaders)}"
            print(
                f"  {y.year}  {y.firms:>6,}  {y.shipments:>9,}  {y.value:>20,.0f}  {y.top10:>6.1%}"
                f"  {y.top100:>7.1%}  {y.effective:>9.1f}  {stayed}"
            )
    print(f"\n{NOT_PUBLIC}\nNames that differ by more than case and spaces count as different firms.")


def _print_json(name: str, found: Shipments, measured: dict[str, list[Year]], bad: int) -> None:
    import orjson

    answer = {
        "version": 1,
        "file": name,
        "shipments": len(found.rows),
        "left_out": bad,
        "faults": [{"row": f.row, "field": f.field, "what": f.what} for f in found.faults],
        "currency": found.currency,
        **{f"{side}s": [y.as_json(found.names) for y in by_year] for side, by_year in measured.items()},
        "note": NOT_PUBLIC,
    }
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
