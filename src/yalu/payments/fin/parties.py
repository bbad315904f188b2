"""Parties and institutions of FIN fields, by the letter of their option."""

from __future__ import annotations

import re

from yalu.payments.model import Agent, Party
from yalu.screening import countries

_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
_NUMBERED = re.compile(r"([1-8])/(.*)")
_CODED = re.compile(r"([A-Z]{4})/([A-Z]{2})/(.+)")
NUMBERS = {"CCPT": "passport", "NIDN": "national-id", "TXID": "tax"}


def party(option: str, text: str, role: str) -> Party:
    """Fields 50 and 59: no letter and K are name and address, A is a BIC, F numbers its lines."""
    lines = text.split("\n")
    account = ""
    if lines and lines[0].startswith("/"):
        account = lines.pop(0)[1:].strip()
    found = Party(role, account=account)
    if option == "A":
        bic = lines[0].strip() if lines else ""
        found.name = "" if _BIC.fullmatch(bic) else bic
        if not found.name and bic:
            found.identifiers, found.schema = (("bic", bic),), "Organization"
    elif option == "F" and any(_NUMBERED.match(line) for line in lines):
        _structured(lines, found)
    else:
        lines = [line.strip() for line in lines if line.strip()]
        if lines:
            found.name = lines[0]
            found.address = tuple(lines[1:])
            found.country = _country(lines[-1]) if len(lines) > 1 else ""
            if option not in ("F",) and _BIC.fullmatch(found.name) and len(lines) == 1:
                found.identifiers = (("bic", found.name),)
    return found


def _structured(lines: list[str], found: Party) -> None:
    names: list[str] = []
    address: list[str] = []
    numbers: list[tuple[str, str]] = []
    if coded := _CODED.fullmatch(lines[0].strip()):
        if kind := NUMBERS.get(coded[1]):
            numbers.append((kind, coded[3].rpartition("/")[2]))
        lines = lines[1:]
    for line in lines:
        match = _NUMBERED.match(line.strip())
        if match is None:
            continue
        which, said = match[1], match[2].strip()
        if which == "1":
            names.append(said)
        elif which == "2":
            address.append(said)
        elif which == "3":
            code, _, town = said.partition("/")
            if code.isalpha() and len(code) == 2:
                found.country, found.town = code, town
            else:
                address.append(said)
        elif which == "4" and said[:8].isdigit():
            found.birth_date, found.schema = f"{said[:4]}-{said[4:6]}-{said[6:8]}", "Person"
        elif which == "7":
            numbers.append(("national-id", said.partition("/")[2] or said))
        elif which == "8":
            address.append(said)
    found.name, found.address = " ".join(names), tuple(address)
    found.identifiers = tuple(pair for pair in numbers if pair[1])


def agent(option: str, text: str, role: str) -> Agent:
    """Fields 51 to 58: A is a BIC, B a place, C a clearing number, D name and address."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = Agent(role)
    while lines and lines[0].startswith("/"):
        first = lines.pop(0)
        if first.startswith("//"):
            found.member = first[2:]
        else:
            found.account = re.sub(r"^/([CD]/)?", "", first)
    if not lines:
        return found
    if option == "A" and _BIC.fullmatch(lines[0]):
        found.bic = lines[0]
        lines = lines[1:]
        if lines:
            found.name = " ".join(lines)
    elif option == "B":
        found.address = tuple(lines)
        found.town = lines[0]
    else:
        found.name, found.address = lines[0], tuple(lines[1:])
        found.country = _country(lines[-1]) if len(lines) > 1 else ""
        if _BIC.fullmatch(lines[0]):
            found.bic = lines[0]
    return found


def _country(line: str) -> str:
    """The ISO code of a country that is a line's end: ``DANDONG, CHINA``, ``GERMANY``; else empty."""
    for text in (line, re.split(r"[,/]", line)[-1], line.rpartition(" ")[2]):
        plain = text.strip(" .,-")
        if len(plain) > 3 and countries.known(code := countries.code(plain)):
            return code
    return ""
