"""``yalu sync``: take in a copy of a list."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import Json, Quiet, WorkspaceOption, tell
from yalu.errors import ContractError, SourceMissing, StorageError, UsageError, YaluError
from yalu.model.dates import OPEN, period

if TYPE_CHECKING:
    from yalu.evidence.intake import Documents, Step, Taken
    from yalu.evidence.workspace import Workspace
    from yalu.model.dates import Interval
    from yalu.sources.registry import Source

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Which sources; default: all that are offered as a file. ftm and own: files that you bring.",
    ),
]
From = Annotated[
    list[Path] | None,
    typer.Option(
        "--from",
        metavar="PATH",
        help="Read a file, or a folder of the source's files, instead of fetching. May be repeated.",
        show_default=False,
    ),
]
Dated = Annotated[
    str,
    typer.Option(
        "--dated",
        metavar="DATE",
        help="The day of the copy, or D1/D2 where only a period is known. A date in the document wins.",
        show_default=False,
    ),
]
Name = Annotated[
    str,
    typer.Option(
        "--name",
        metavar="NAME",
        help="What to call a source that you bring (ftm, own); later: yalu sync NAME --from FILE.",
        show_default=False,
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,...",
        help="Which column of your own list means what; remembered. Fields: name (needed), alias, id, kind,"
        " birth_date, birth_place, nationality, country, address, passport, id_number, registration, imo,"
        " email, phone, position, note, reason, since.",
        show_default=False,
    ),
]
AcceptShrink = Annotated[
    bool, typer.Option("--accept-shrink", help="Take a copy even though the list lost many records.")
]


def run(
    names: Names = None,
    from_: From = None,
    dated: Dated = "",
    name: Name = "",
    columns: Columns = None,
    accept_shrink: AcceptShrink = False,
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Take in a list, from its official address or from files, and publish a new snapshot.

    Without a name: every list that its publisher offers as a file, one edition of each. Of every other it
    says where to get it, and by which command to load it.

    All or nothing: a document that breaks its contract is refused, and the last good snapshot stays in
    force. Copies may be loaded in any order; the history is the same.

    You can bring sources of your own: ftm, a file of FollowTheMoney as OpenSanctions, Aleph and OpenAleph
    export it (entities or statements, plain or gzipped), and own, a watch list in CSV or Excel. Parties on
    them are named in a source, or on your own list; only an authority's list makes a party listed.

    Examples: yalu sync · yalu sync un_sc · yalu sync ofac_sdn --from lists/2022-01-31 --dated 2022-01-31 ·
    yalu sync ftm --name dprk-reports --from entities.ftm.json.gz ·
    yalu sync own --name my-clients --from clients.xlsx --columns "name=Full name,id=Number" ·
    yalu sync my-clients --from clients.xlsx
    """
    from yalu.cli.user_sources import wanted_sources
    from yalu.evidence import packaged
    from yalu.evidence.workspace import Workspace
    from yalu.sources.registry import sources
    from yalu.sources.user import UserSource

    if from_ and len(names or []) != 1:
        raise UsageError(
            "--from needs the one source whose files they are.", do="yalu sync SOURCE --from PATH"
        )
    if dated and not from_:
        raise UsageError("--dated tells the day of files.", do="Name them with --from PATH.")
    place = Workspace.find(workspace)
    wanted = wanted_sources(place, names or [], name, columns or [])
    date = OPEN
    if dated:
        try:
            date = period(dated)
        except ValueError as error:
            raise UsageError(f"--dated: {error}", expected="2022-01-31 or 2022-01-01/2022-01-31") from None

        if date.hi > _tomorrow():
            raise UsageError(
                f"--dated {dated} lies in the future.", expected="a day on which the copy was current"
            )
    own = [one.id for one in wanted if one.packaged]
    if own:
        raise UsageError(
            f"{own[0]} comes with Yalu and is taken in by itself.",
            expected="a list: " + ", ".join(s.id for s in sources().values() if not s.packaged),
        )

    if not from_ and names:
        for one in wanted:
            if isinstance(one, UserSource):
                raise UsageError(
                    f"{one.id} is a source that you bring; nobody publishes it.",
                    do=f"yalu sync {one.id} --from FILE",
                )
    packaged.ensure(place, step=lambda message: tell(message, quiet=quiet))
    if not names:
        wanted = _without(place, wanted, json=json)
    worst: YaluError | None = None
    for one in wanted:
        try:
            _sync(place, one, from_ or [], date, accept_shrink=accept_shrink, quiet=quiet, json=json)
        except (ContractError, SourceMissing) as error:
            worst = error if worst is None or error.exit_code > worst.exit_code else worst
            tell(f"yalu: {error}")
            if json:
                _print_json({"source": one.id, "outcome": _outcome(error), "error": str(error)})
    _tell_unresolved(place)
    if worst is not None:
        sys.exit(worst.exit_code)


def _tell_unresolved(place: Workspace) -> None:
    """Say what of the snapshot now in force is not resolved; what cannot be read is said elsewhere."""
    from yalu.cli.resolved import tell_unresolved
    from yalu.evidence.snapshot import open_snapshot

    with suppress(YaluError):
        tell_unresolved(place, open_snapshot(place), tell)


def _without(place: Workspace, wanted: list[Source], *, json: bool) -> list[Source]:
    """The sources to fetch where none is named; says of each other one where to get it."""
    from yalu.cli.left_out import left_out

    found = left_out(place, wanted)
    for source_id, why in found.items():
        if json:
            _print_json({"source": source_id, "outcome": "skipped", "why": why})
        else:
            print(f"{source_id}: {why}")
    return [one for one in wanted if one.id not in found]


def _tomorrow() -> str:
    """The latest day that it can be anywhere; a clock behind the casebook's own day is wrong."""
    from datetime import UTC, datetime, timedelta

    import yaml

    import yalu.regimes

    abouts = Path(yalu.regimes.__file__).parent.glob("*/regime.yml")
    compiled = (str(yaml.load(p.read_bytes(), Loader=yaml.CSafeLoader)["compiled"]) for p in abouts)
    return max((datetime.now(UTC) + timedelta(days=1)).date().isoformat(), *compiled)


def _sync(
    place: Workspace,
    one: Source,
    paths: list[Path],
    date: Interval,
    *,
    accept_shrink: bool,
    quiet: bool,
    json: bool,
) -> None:
    from yalu.evidence import download, intake, log
    from yalu.evidence.files import read_files

    def step(message: str) -> None:
        tell(message, quiet=quiet)

    try:
        if paths:
            given = _brought(one, read_files(one, paths, date), step)
        else:
            fetched = download.fetch_source(place, one, step=step)
            if fetched is None:
                with _undoing_nothing(one.id):
                    log.note(place, one.id, "unchanged")
                _say_unchanged(one, json)
                return
            given = fetched.documents
        taken = intake.take(place, one, given, accept_shrink=accept_shrink, step=step)
        if not paths and fetched is not None:
            with _undoing_nothing(one.id):
                download.remember(place, one, fetched)
    except (ContractError, SourceMissing, StorageError) as error:
        with suppress(StorageError):
            log.note(place, one.id, _outcome(error), message=str(error))
        raise
    with _undoing_nothing(one.id):
        copy = taken.copy.date.text()
        log.note(place, one.id, "done", copy=copy, records=taken.records, snapshot=taken.snapshot)
    _report(one, taken, json)


def _brought(one: Source, given: Documents, step: Step) -> Documents:
    """What a user brings, with what goes with it; an own list without a day is of today."""
    from yalu.cli.options import today
    from yalu.evidence.intake import Documents
    from yalu.model.dates import Interval
    from yalu.sources.user import UserSource

    if not isinstance(one, UserSource) or one.kind != "own":
        return given
    if not given.date:
        step(f"{one.id}: taken as your list of today; give another day with --dated")
    more = one.with_columns()
    return Documents(
        {**given.contents, **more},
        {**given.names, **{part: f"{part} as named" for part in more}},
        given.date or Interval(today(), today()),
    )


def _outcome(error: YaluError) -> str:
    return "refused" if isinstance(error, ContractError) else "failed"


@contextmanager
def _undoing_nothing(source_id: str) -> Iterator[None]:
    """What is noted once a copy is in force: where that cannot be written, a warning is enough."""
    try:
        yield
    except StorageError as error:
        tell(f"yalu: {source_id} is in force all the same: {error}")


def _report(one: Source, taken: Taken, json: bool) -> None:
    if json:
        _print_json(
            {
                "source": one.id,
                "outcome": "done",
                "new": taken.new,
                "copy": taken.copy.date.text(),
                "records": taken.records,
                "quarantined": taken.quarantined,
                "problems": [{"code": p.code, "where": p.where, "what": p.what} for p in taken.problems],
                "snapshot": taken.snapshot,
            }
        )
        return
    held = "" if taken.new else " (held already; nothing changed)"
    print(
        f"{one.id}: {taken.records:,} rows read, copy of {taken.copy.date.text()}{held},"
        f" snapshot {taken.snapshot}"
    )
    if taken.quarantined:
        print(
            f"{one.id}: {taken.quarantined} rows in quarantine: shown, not used"
            f" (yalu sources --problems {one.id})"
        )
    by_code = Counter(p.code for p in taken.problems)
    for code, count in by_code.most_common():
        first = next(p for p in taken.problems if p.code == code)
        more = f" (and {count - 1} more: yalu sources --problems {one.id})" if count > 1 else ""
        print(f"  {code}: {first.where}: {first.what}{more}")


def _say_unchanged(one: Source, json: bool) -> None:
    if json:
        _print_json({"source": one.id, "outcome": "unchanged"})
    else:
        print(f"{one.id}: unchanged since the last fetch")


def _print_json(line: dict[str, object]) -> None:
    import orjson

    sys.stdout.write(orjson.dumps({"version": 1, **line}).decode() + "\n")
