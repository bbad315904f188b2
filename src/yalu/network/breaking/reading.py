"""Reads a network, costs and lists of parties from files of the user, line by line."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

from yalu.errors import ContractError, UsageError
from yalu.network.breaking.arrays import Network

LONGEST = 40
"""How many digits a cost may have."""


def read_network(file: str) -> Network:
    """Two ids a line with a tab between; undirected; loops and repeats dropped. ``-`` is standard input.

    A party that is named only as tied to itself counts, with no tie. Raises UsageError where the file cannot
    be read, ContractError with the line where one is something else.
    """
    number: dict[str, int] = {}
    flat: list[int] = []
    for at, line in _lines(file):
        one, tab, other = line.partition("\t")
        one, other = one.strip(), other.strip()
        if not tab or not one or not other or "\t" in other:
            raise ContractError(
                file,
                f"not two ids: {_short(line)}",
                where=f"line {at}",
                expected="two ids with one tab between them, and no heading",
                do="Correct the line and run the command again.",
            )
        flat.append(number.setdefault(one, len(number)))
        flat.append(number.setdefault(other, len(number)))
    return Network.of(list(number), flat[0::2], flat[1::2])


def read_costs(file: str, network: Network) -> dict[str, Fraction]:
    """An id and its cost a line with a tab between; whoever is not named costs 1."""
    known = set(network.ids)
    found: dict[str, Fraction] = {}
    for at, line in _lines(file):
        party, _, text = (part.strip() for part in line.partition("\t"))
        cost = _positive(text)
        if not party or cost is None:
            raise ContractError(
                file,
                f"not an id and a cost: {_short(line)}",
                where=f"line {at}",
                expected="an id, a tab, and a decimal number above zero, such as 2.5",
                do="Correct the line and run the command again.",
            )
        _must_be_known(party, known, file, at)
        if found.setdefault(party, cost) != cost:
            raise ContractError(
                file,
                f"a second cost for {_short(party)}",
                where=f"line {at}",
                expected="one cost for each party",
                do="Delete one of the two lines.",
            )
    return found


def read_parties(file: str, network: Network) -> list[str]:
    """One id a line."""
    known = set(network.ids)
    found = []
    for at, line in _lines(file):
        _must_be_known(line.strip(), known, file, at)
        found.append(line.strip())
    return found


def _must_be_known(party: str, known: set[str], file: str, at: int) -> None:
    if party not in known:
        raise ContractError(
            file,
            f"{_short(party)} is in no tie of the network",
            where=f"line {at}",
            expected="an id that the file of ties names",
            do="Correct the id, or delete the line.",
        )


def _positive(text: str) -> Fraction | None:
    plain = text.replace(".", "", 1)
    if not plain.isdecimal() or not plain.isascii() or len(plain) > LONGEST:
        return None
    cost = Fraction(text)
    return cost if cost > 0 else None


def _lines(file: str) -> list[tuple[int, str]]:
    """The lines that hold something, with their numbers."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror}.", expected="a file that you may read"
        ) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = raw.count(b"\n", 0, error.start) + 1
        raise ContractError(
            file,
            f"not UTF-8: {error.reason}",
            where=f"line {at}",
            expected="text in UTF-8",
            do="Save the file in UTF-8 and run the command again.",
        ) from None
    lines = text.replace("\r\n", "\n").split("\n")
    return [(at, line) for at, line in enumerate(lines, 1) if line.strip()]


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
