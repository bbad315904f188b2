"""``yalu payments banks``: what each bank carried of the messages that another job screened."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from yalu.jobs.folder import given_file, out
from yalu.jobs.kind import Kind, Params
from yalu.jobs.kinds.screen_payments import source
from yalu.model.clock import Mode


class BanksParams(Params):
    """``run`` is the job whose ``file`` or ``held`` it is; ``alerts`` a file in this job's own folder."""

    run: str = Field(pattern=r"^j[0-9a-f]{16}$")
    file: str = Field("", max_length=200)
    held: str = Field("", max_length=255, pattern=r"^[^/\\\x00]*$")
    columns: str = Field("", max_length=1000)
    period: str = Field("", pattern=r"^((\d{4}-\d{2}-\d{2})?/(\d{4}-\d{2}-\d{2})?)?$")
    alerts: str = Field("", max_length=200)
    bank: str = Field("", pattern=r"^[A-Za-z0-9]{0,20}$")
    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def _command(params: BanksParams, folder: Path) -> list[str]:
    path = source(folder.parent / params.run, params.file, params.held)
    words = ["payments", "banks", str(path), "--out", str(out(folder)), "--mode", params.mode.value]
    if params.alerts:
        own = str(given_file(folder, params.alerts))
        words += ["--alerts", f"{params.bank}={own}" if params.bank else own]
    for option, value in (
        ("--columns", params.columns),
        ("--period", params.period),
        ("--as-of", params.as_of),
        ("--snapshot", params.snapshot),
    ):
        words += [option, value] if value else []
    return words


def _title(params: BanksParams) -> str:
    return f"What banks carried in {params.file or params.held}"


KIND = Kind("payments-banks", _title, BanksParams, _command)
