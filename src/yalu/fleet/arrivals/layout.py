"""The columns of a port's list of expected ships."""

from __future__ import annotations

from yalu.fleet.files.columns import Layout

PARTIES = ("owner", "manager", "operator", "charterer", "agent")
"""Columns that name a party that goes with the ship."""

ARRIVALS = Layout(
    "list of arrivals",
    {
        "name": "name|vessel name|vessel|ship|ship name|name of ship|船名|선명",
        "former_names": "former name|former names|previous name|previous names|ex name|ex names|aka|alias"
        "|aliases",
        "imo": "imo|imo number|imo no|imo nr",
        "mmsi": "mmsi|mmsi number|mmsi no",
        "call_sign": "call sign|callsign|radio call sign",
        "flag": "flag|flag state|nationality|flag country",
        "owner": "owner|registered owner|ship owner|shipowner|beneficial owner",
        "manager": "manager|ship manager|ism manager|ism company|company",
        "operator": "operator|commercial operator",
        "charterer": "charterer",
        "agent": "agent|port agent|ship agent",
        "last_port": "last port|last port of call|previous port|from|port of departure",
        "next_port": "next port|next port of call|destination|to",
        "cargo": "cargo|goods|cargo description|description of cargo|commodity",
        "hs": "hs|hs code|hs codes|tariff code|commodity code",
        "origin": "origin|country of origin|origin of cargo",
        "type": "type|ship type|vessel type|type of ship",
        "built": "built|year built|build year|year of build|date of build|keel laid",
    },
    frozenset({"name", "imo", "mmsi", "call_sign"}),
)
