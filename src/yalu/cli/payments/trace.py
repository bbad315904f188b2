"""``yalu payments trace``: where money went, or came from, by several methods side by side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import AsOf, Json, On, Quiet, tell, when_asked
from yalu.cli.payments.screen import Columns, What, messages, plain
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.payments.trace import Book, Trace

ENDINGS = (".html", ".svg", ".csv", ".json")
EVERY = 100_000

From = Annotated[
    str, typer.Option("--from", metavar="PARTY|ACCOUNT", help="A holder's name, or an account's number.")
]
Back = Annotated[bool, typer.Option("--back", help="Where its money came from, not where it went.")]
Method = Annotated[
    str, typer.Option("--method", metavar="NAMES", help="all, or some of fifo, haircut, poison, lib.")
]
Opening = Annotated[
    Path | None,
    typer.Option(
        "--opening",
        metavar="FILE",
        help="Opening balances: account,currency,amount. Default: not known, zero.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="A page (.html), drawing (.svg), payments (.csv) or .json."),
]
Limit = Annotated[int, typer.Option("--limit", min=1, help="Rows of each table that are printed.")]


def run(
    what: What,
    start: From,
    back: Back = False,
    method: Method = "all",
    columns: Columns = "",
    opening: Opening = None,
    out: Out = None,
    limit: Limit = 20,
    as_of: AsOf = "",
    on: On = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Follow the money of a party or account through payments: forward, or back to where it came from.

    Four methods stand side by side, since the method changes the answer: fifo (first in, first out), haircut
    (each payment takes its share of the whole balance), poison (all that was touched: a reach, no sum), lib
    (lowest intermediate balance: clean money goes first). By account, hop and bank, with the messages.

    Sums are exact; currencies are never added. Where an account pays more than it is known to have, clean
    money is added, and told. Payments after --as-of, or after --on, do not count.

    Examples: yalu payments trace 2016/ --from "Example Trading" · yalu payments trace transfers.csv --from
    900001 --back --method fifo,haircut --out trace.html
    """
    from yalu.cli.payments.trace_text import show
    from yalu.graph.compiled import compile_in
    from yalu.payments.trace import trace
    from yalu.payments.trace.as_json import as_dict
    from yalu.payments.trace.opening import read_opening

    chosen = methods(method)
    _check(out)
    cap = min(when_asked(day, Mode.STRICT).as_of for day in (as_of, on or as_of))
    book = _read(what, columns, cap, quiet=quiet)
    begin = read_opening(opening, book.accounts) if opening else {}
    found = trace(book, start, back=back, methods=chosen, opening=begin, compiler=compile_in(None))
    answer = as_dict(found, cap, opening_given=opening is not None)
    if out is not None:
        _write(out, found, answer)
        tell(f"trace: {out}", quiet=quiet)
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    else:
        show(found, answer, limit)


def methods(said: str) -> tuple[str, ...]:
    """The methods that ``--method`` names. Raises UsageError for one that does not exist."""
    from yalu.errors import UsageError
    from yalu.payments.trace import METHODS

    names = [name.strip().casefold() for name in said.split(",")]
    if names == ["all"]:
        return METHODS
    if not set(names) <= set(METHODS):
        raise UsageError(f"--method {said[:60]}: no such method", expected="all, or of " + ", ".join(METHODS))
    return tuple(name for name in METHODS if name in names)


def _check(out: Path | None) -> None:
    from yalu.errors import UsageError

    if out is not None and out.suffix.casefold() not in ENDINGS:
        raise UsageError(f"--out {out.name}: no such kind of file", expected=", ".join(ENDINGS))


def _read(what: str, columns: str, cap: str, *, quiet: bool) -> Any:
    from yalu.errors import UsageError
    from yalu.payments import Reject
    from yalu.payments.trace import Book

    book: Book = Book(cap)
    rejects = 0
    for number, one in enumerate(messages(what, columns), 1):
        if isinstance(one, Reject):
            rejects += 1
            tell(plain(one.told))
        else:
            book.take(one)
        if number % EVERY == 0 and not quiet and sys.stderr.isatty():
            tell(f"{number:,} messages")
    closed = book.closed()
    if not closed.moved:
        why = "; ".join(f"{n.count:,} {n.text}" for n in closed.findings)
        raise UsageError(
            f"{what} holds no payment that can be followed until {cap}" + (f": {why}" if why else ""),
            expected="transfers with a day, an amount, a payer and a payee",
            do=f"See what was not read above ({rejects:,}); yalu payments screen shows each message.",
        )
    return closed


def _write(out: Path, found: Trace, answer: dict[str, Any]) -> None:
    import orjson

    from yalu.evidence.writing import write_whole
    from yalu.publish import trace_page

    kind = out.suffix.casefold()
    if kind == ".json":
        text = orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode() + "\n"
    elif kind == ".csv":
        text = "\ufeff" + trace_page.table(found, answer)
    elif kind == ".html":
        text = trace_page.page(found, answer)
    else:
        text = trace_page.largest(found)
    write_whole(out.absolute(), text.encode("utf-8", "replace"))
