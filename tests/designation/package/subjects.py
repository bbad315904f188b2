"""Parties in the form in which lists ask for them, made by hand. None of them exists."""

from __future__ import annotations

from typing import Any

from yalu.designation.package.subject import Number, Subject, Value

MARKS = {"UN": "DPRK", "EU": "PRK", "UK": "North Korea (Democratic People's Republic of Korea)"}


def value(text: str, lang: str = "", **detail: Any) -> Value:
    return Value(text, (), lang, detail)


def number(prop: str, text: str, **detail: Any) -> Number:
    return Number(text, (), "", detail, prop)


def person(**more: Any) -> Subject:
    facts: dict[str, tuple[Value, ...]] = {
        "birthDate": (
            value("1964-07-17"),
            value("1962", circa=True),
            value("1960", to="1965"),
            value("1964-08"),
        ),
        "birthPlace": (value("Wonsan, KP", country="KP"),),
        "nationality": (value("KP"),),
        "gender": (value("male"),),
        "position": (value("Representative"), value("Director")),
        "address": (value("12 Invented Street, Dandong, China", country="China"),),
    }
    fields: dict[str, Any] = {
        "kind": "Person",
        "name": value("RI, Won Ho"),
        "original": (value("리원호", "ko"), value("李元浩", "zh")),
        "aliases": (value("RI Won-ho"),),
        "weak": (value("Mr. Ri; Boss"),),
        "former": (value("KIM Won Ho"),),
        "facts": facts,
        "numbers": (
            number("passportNumber", "381310014", country="KP", expires="2017-09-26"),
            number("idNumber", "D489833(9)", type="National ID No."),
        ),
    }
    return Subject(**fields | more)


def company(**more: Any) -> Subject:
    fields: dict[str, Any] = {
        "kind": "Company",
        "name": value('Invented "Blue Lagoon" Trading Co., Ltd.'),
        "original": (value("蓝湖贸易有限公司", "zh"),),
        "aliases": (value("Blue Lagoon; Trading"),),
        "weak": (),
        "former": (),
        "facts": {"address": (value("Room 5, Dalian"),), "country": (value("CN"),)},
        "numbers": (
            number("swiftBic", "KDBK KP PY"),
            number("registrationNumber", "201318227N", country="Singapore"),
        ),
    }
    return Subject(**fields | more)


def ship(**more: Any) -> Subject:
    fields: dict[str, Any] = {
        "kind": "Vessel",
        "name": value("EBANO"),
        "original": (),
        "aliases": (),
        "weak": (),
        "former": (value("ANA I"),),
        "facts": {"flag": (value("PA"),), "type": (value("General Cargo"),), "callSign": (value("T2EU4"),)},
        "numbers": (
            number("mmsi", "572469210"),
            number("imoNumber", "7406784"),
            number("callSign", "T2EU4"),
        ),
    }
    return Subject(**fields | more)
