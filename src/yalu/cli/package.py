"""``yalu package``: a dossier on a party for an authority, with an entry for its list."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    LedgerOption,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    regime_plan,
    tell,
    view_at,
)
from yalu.errors import UsageError, YaluError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.designation.package.model import Package
    from yalu.evidence.view import View

BY = ("US", "UN", "EU", "UK", "JP", "KR", "AU")
"""The authorities for which grounds are held."""

Parties = Annotated[
    list[str],
    typer.Argument(metavar="PARTY...", help="Parties: a name, an id such as ofac-9345, or a number."),
]
Authority = Annotated[
    str, typer.Option("--authority", metavar="CODE", help=f"Who would list them: {', '.join(BY)}.")
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="A folder for each package is made here. Default: yalu-packages, unless --zip is given.",
        show_default=False,
    ),
]
Zip = Annotated[
    Path | None,
    typer.Option("--zip", metavar="FILE", help="All packages in one archive.", show_default=False),
]


def run(
    parties: Parties,
    authority: Authority,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    out: Out = None,
    zip_: Zip = None,
    snapshot: SnapshotOption = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make a designation package on each party: PDF, DOCX, JSON, and an entry in the layout of each list.

    Names in all scripts, evidence criterion by criterion with grade and passage, the network within two
    steps, what speaks against, what is not known, humanitarian and safety flags, the way off the list. The
    entries are in the layouts of OFAC, the UN, the EU and the UK; what nobody states stays empty. A party
    that the authority lists already, or on which nothing verified meets a criterion, has no package: the
    command then ends with 1 and writes nothing. The same evidence and day give the same bytes.

    Examples: yalu package jp-bank-of-dandong --authority US · yalu package "Choe Kwang Hyok" "AN Jong Hyuk"
    --authority US --as-of 2018-06-01 --zip packages.zip
    """
    from yalu.publish.package.write import archive, package_files, write_archive, write_folders

    code = _code(authority)
    if zip_ is not None and zip_.suffix.lower() != ".zip":
        raise UsageError(f"{zip_.name} does not end in .zip.", expected="a file such as packages.zip")
    _, evidence = open_evidence(workspace, snapshot, quiet=quiet, ledger=ledger)
    view = view_at(evidence.without_users(), as_of, on, mode)
    ids = list(dict.fromkeys(_party(view, one) for one in parties))
    packages = _packages(view, ids, code, quiet=quiet)
    made = []
    for package in packages:
        tell(f"writing {package.stem}", quiet=quiet or not sys.stderr.isatty())
        made.append((package, package_files(package, view.evidence.citations)))
    place = out or (None if zip_ else Path("yalu-packages"))
    try:
        if zip_:
            write_archive(archive(made), zip_)
        folders = write_folders(made, place) if place else []
    except OSError as error:
        raise YaluError(
            f"The package cannot be written to {error.filename or zip_ or place}: {error.strerror}.",
            expected="a place that you may write to",
            do="Name one with --out DIR or --zip FILE.",
        ) from error
    if json:
        _print_json(view, code, made, folders, zip_)
    else:
        _print(packages, folders, zip_)


def _code(text: str) -> str:
    code = text.strip().upper()
    if code not in BY:
        raise UsageError(f"--authority {text[:20]!r} is no authority here.", expected=", ".join(BY))
    return code


def _party(view: View, query: str) -> str:
    """The id of the one party that the words mean."""
    from yalu.evidence import dossier

    matches = dossier.find(view, query)
    exact = [m for m in matches if m.exact] or matches
    if len(exact) == 1:
        return exact[0].ids[0]
    day = view.when.as_of
    if not exact:
        raise YaluError(
            f"No party is known as {query!r} on {day} ({view.when.mode}).",
            expected="a name, an id or a number of the evidence",
            do=f'Look for it: yalu entity "{query}" --as-of {day}',
        )
    shown = ", ".join(f"{m.ids[0]} ({m.name})" for m in exact[:8])
    more = f" and {len(exact) - 8} more" if len(exact) > 8 else ""
    raise YaluError(
        f"{len(exact)} parties fit {query!r} on {day}: {shown}{more}.",
        expected="one party",
        do="Give its id.",
    )


def _packages(view: View, ids: list[str], authority: str, *, quiet: bool) -> list[Package]:
    """The packages of all parties. Raises NoPackage that names each party that has none."""
    from yalu.designation.package.make import NoPackage, make_package

    plan = regime_plan()
    found, refused = [], []
    for number, party in enumerate(ids, start=1):
        tell(f"package {number} of {len(ids)}: {party}", quiet=quiet or not sys.stderr.isatty())
        try:
            found.append(make_package(view, plan, party, authority))
        except NoPackage as error:
            refused.append(error)
    if len(refused) == 1:
        raise refused[0]
    if refused:
        raise NoPackage(
            "\n".join(error.what for error in refused),
            expected=refused[0].expected,
            do="Leave these out; nothing was written.",
        )
    return found


def _print(packages: list[Package], folders: list[Path], zip_: Path | None) -> None:
    for package in packages:
        best = package.grounds[0]
        ground = ", ".join(filter(None, (best.instrument, best.provision)))
        missing = f"; still missing: {' '.join(best.missing)}" if best.missing else ""
        print(f"{package.name} ({package.party}): {best.verdict}, {ground}{missing}")
        for entry in package.entries:
            if package.differences.get(entry.layout):
                tell(f"{package.party}: the entry for {entry.layout} reads back otherwise than written")
    for path in (*folders, *([zip_] if zip_ else [])):
        print(path)


def _print_json(
    view: View,
    authority: str,
    made: list[tuple[Package, dict[str, bytes]]],
    folders: list[Path],
    zip_: Path | None,
) -> None:
    import hashlib

    import orjson

    answer = {
        "version": 1,
        "authority": authority,
        "as_of": view.when.as_of,
        "on": view.when.on,
        "mode": view.when.mode,
        "snapshot": view.evidence.snapshot.id,
        "folders": [str(f) for f in folders],
        "zip": str(zip_ or ""),
        "packages": [
            {
                "id": p.party,
                "name": p.name,
                "verdict": p.verdict.value,
                "criterion": p.grounds[0].criterion,
                "missing": list(p.grounds[0].missing),
                "folder": p.stem,
                "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
                "differences": p.differences,
            }
            for p, files in made
        ],
    }
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
