"""The columns of a cargo manifest."""

from __future__ import annotations

from yalu.fleet.files.columns import Layout

PARTIES = ("shipper", "consignee", "notify", "carrier")
"""Columns that name a party to the cargo."""

MANIFEST = Layout(
    "manifest",
    {
        "hs": "hs|hs code|hscode|commodity code|tariff code|tariff|customs code|taric|cn code",
        "description": "description|goods|description of goods|goods description|cargo|commodity|품명"
        "|货物名称|品名",
        "origin": "origin|country of origin|origin country|made in",
        "load_port": "port of loading|loading port|load port|pol|loaded at|place of loading|from",
        "discharge_port": "port of discharge|discharge port|pod|discharged at|place of delivery|destination"
        "|to",
        "load_state": "country of loading|loading country|country of export|export country",
        "discharge_state": "country of discharge|discharge country|country of import|import country"
        "|country of destination",
        "weight": "weight|gross weight|net weight|quantity|weight tonnes|weight kg",
        "unit": "unit|weight unit|uom|unit of measure",
        "shipper": "shipper|exporter|consignor|seller",
        "consignee": "consignee|importer|buyer|receiver",
        "notify": "notify|notify party",
        "carrier": "carrier|freight forwarder|forwarder",
        "vessel": "vessel|vessel name|ship|ship name",
        "imo": "imo|imo number|vessel imo",
        "flag": "flag|vessel flag",
        "dwt": "dwt|deadweight|deadweight tonnage",
        "draught": "draught|draft|arrival draught|arrival draft",
        "full_draught": "full draught|max draught|maximum draught|summer draught|max draft|summer draft",
    },
    frozenset({"hs", "description"}),
)
