"""Reads entities with FollowTheMoney itself; run by an interpreter that has it: ``reads.py < entities``.

Prints a line for each value that it does not take, and at the end how many entities it read.
"""

from __future__ import annotations

import json
import sys

from followthemoney import model  # type: ignore[import-not-found,unused-ignore]

NEWER = {"deadweightTonnage"}
"""Properties that versions before 4 lack."""
AS_WRITTEN = {"phone", "url"}
"""Types whose values are kept as the list writes them."""

count = 0
for line in sys.stdin:
    entity = json.loads(line)
    proxy = model.get_proxy(entity)
    count += 1
    if not proxy.caption:
        print(f"{entity['id']}: no caption")
    for name, values in entity["properties"].items():
        prop = proxy.schema.get(name)
        if prop is None:
            if name not in NEWER:
                print(f"{entity['id']}: {entity['schema']} has no {name}")
        elif prop.type.name not in AS_WRITTEN:
            for value in values:
                if not prop.type.clean(value, proxy=proxy):
                    print(f"{entity['id']}: {name} is {value!r}")
print(f"read {count}")
