"""``yalu resolve``: find which records of all lists are one party."""

from __future__ import annotations

from pathlib import Path

from yalu.jobs.kind import Kind, Params


class ResolveParams(Params):
    """``afresh`` compares every pair again."""

    afresh: bool = False


def _command(params: ResolveParams, folder: Path) -> list[str]:
    return ["resolve", *(["--afresh"] if params.afresh else [])]


def _title(params: ResolveParams) -> str:
    return "Resolve records" + (", every pair again" if params.afresh else "")


KIND = Kind("resolve", _title, ResolveParams, _command)
