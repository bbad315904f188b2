"""Brief: the brief of the day with its evidence, those written here, and the form that writes one."""

from __future__ import annotations

from yalu.errors import YaluError
from yalu.publish.brief import make_brief
from yalu.regimes import load_regime
from yalu.workbench.briefs.behind import behind
from yalu.workbench.briefs.made import Maker
from yalu.workbench.briefs.parts import Whole
from yalu.workbench.briefs.versions import Version, versions
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Notice,
    Page,
    PageRoute,
    Params,
    Table,
)
from yalu.workbench.frame.page import Model, row

REFRESH = 3


class BriefParams(Params):
    """Nothing: day, mode and snapshot are those of the page."""


class File(Model):
    """One face of a version, to be saved."""

    name: str
    href: str


class Written(Model):
    """A version: a brief that a job wrote, or that it will write."""

    id: str
    as_of: str
    mode: str
    snapshot: str
    written: str
    state: str
    sha256: str
    files: tuple[File, ...]


class BriefPage(Page):
    """``whole`` is None while it is made; ``versions`` are of every day, the newest first."""

    whole: Whole | None
    making: bool
    versions: tuple[Written, ...]

    def tables(self) -> dict[str, Table]:
        """The claims check first, then the versions, then the tables and figures of the sections."""
        found = {"versions": _versions_table(self.versions)}
        if self.whole is None:
            return found
        shown = [t.table for p in self.whole.parts for t in p.tables]
        data = [f.data for p in self.whole.parts for f in p.figures]
        claims = self.whole.claims
        return {claims.id: claims, **found, **{t.id: t for t in (*shown, *data)}}


def brief(ask: Ask, params: BriefParams) -> BriefPage:
    """The page: at once, with the brief as soon as it is made."""

    def make() -> Whole:
        return Maker(make_brief(ask.evidence, load_regime(), ask.when), ask.view).whole()

    found = behind(ask, "brief", make)
    failed = found if isinstance(found, YaluError) else None
    whole = found if isinstance(found, Whole) else None
    notices = [Notice(text=f"The brief cannot be made: {failed.what}", kind="error")] if failed else []
    if whole and whole.uncited:
        text = (
            f"{whole.uncited} sentences hold a figure or name that no statement backs; they are not proven."
        )
        notices.append(Notice(text=text, kind="error"))
    return BriefPage(
        title=f"Brief of {ask.as_of}",
        lead=""
        if whole
        else "A dated, cited brief: each sentence is computed from statements public on the day.",
        notices=tuple(notices),
        whole=whole,
        making=found is None,
        versions=tuple(_written(v) for v in versions(ask)),
        sources=whole.sources if whole else (),
        refresh=REFRESH if found is None else 0,
    )


def write(request: ActionRequest[BriefParams]) -> Done:
    """Queue the brief of the page's day."""
    ask = request.ask
    params = {"as_of": ask.as_of, "mode": ask.mode.value, "snapshot": ask.snapshot}
    job = ask.jobs.submit("brief", params, who=request.who)
    return Done(f"/jobs/{job.id}")


def _written(one: Version) -> Written:
    job = one.job
    return Written(
        id=job.id,
        as_of=one.as_of,
        mode=job.params["mode"],
        snapshot=job.params.get("snapshot", ""),
        written=job.ended[:16].replace("T", " "),
        state=job.state.value,
        sha256=one.sha256,
        files=tuple(
            File(name=name.rpartition(".")[2].upper(), href=f"/jobs/{job.id}/files/{name}")
            for name in one.files
        ),
    )


def _versions_table(found: tuple[Written, ...]) -> Table:
    names = ("as_of", "mode", "snapshot", "written", "state", "sha256")
    return Table(
        id="versions",
        columns=(Column(key="id", label="Brief"), *(Column(key=name, label=name) for name in names)),
        rows=tuple(
            row(Cell(text=v.id, href=f"/jobs/{v.id}"), *(getattr(v, name) for name in names)) for v in found
        ),
    )


ROUTES = (
    PageRoute(
        "/brief",
        brief,
        BriefParams,
        "brief.html.j2",
        nav="Brief",
        order=70,
        key="b",
        styles=("charts", "brief"),
    ),
    Action("/brief/write", write, BriefParams),
)
