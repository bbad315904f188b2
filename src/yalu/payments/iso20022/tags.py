"""Names of elements without their namespace, and which message a root element begins."""

from __future__ import annotations

import re
from typing import Any

ROOTS = {
    "FIToFICstmrCdtTrf": "pacs.008",
    "FICdtTrf": "pacs.009",
    "FinInstnCdtTrf": "pacs.009",
    "FIToFIPmtStsRpt": "pacs.002",
    "PmtRtr": "pacs.004",
    "CstmrCdtTrfInitn": "pain.001",
    "BkToCstmrAcctRpt": "camt.052",
    "BkToCstmrStmt": "camt.053",
    "BkToCstmrDbtCdtNtfctn": "camt.054",
}
"""The element within ``Document`` that begins each message, and its type."""
TYPES = frozenset(ROOTS.values())
DEFINITION = re.compile(r"([a-z]{4}\.\d{3})(?:\.\d{3}\.\d{2})?")
_MOST = 4096
_LOCAL: dict[str, str] = {}


def local(element: Any) -> str:
    """The element's name without its namespace; ``""`` for a comment or a processing instruction."""
    tag = element.tag
    found = _LOCAL.get(tag)
    if found is None:
        if not isinstance(tag, str):
            return ""
        if len(_LOCAL) > _MOST:  # a hostile file may invent names without end
            _LOCAL.clear()
        found = _LOCAL[tag] = tag.rpartition("}")[2]
    return found


def definition(element: Any) -> str:
    """The message's full name in an element's namespace: ``pacs.008.001.08``; ``""`` where it says none."""
    namespace = element.tag.rpartition("}")[0]
    found = DEFINITION.search(namespace)
    return found.group() if found else ""


def type_of(name: str) -> str:
    """The type that a root element's name begins; old versions call it ``pacs.008.001.01``."""
    if name in ROOTS:
        return ROOTS[name]
    found = DEFINITION.fullmatch(name)
    return found.group(1) if found and found.group(1) in TYPES else ""
