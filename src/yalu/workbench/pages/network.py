"""Network: the shortest evidenced paths of the day, and what a reader opens from there."""

from __future__ import annotations

from yalu.evidence.scope import Scope
from yalu.model.words import DISCLAIMERS
from yalu.network.explore import Picture, Seeing
from yalu.network.explore.picture import MOST
from yalu.workbench.frame import Action, Ask, Notice, PageRoute
from yalu.workbench.network import exporting, findings, keeping, listing
from yalu.workbench.network.asked import NetworkParams, chosen
from yalu.workbench.network.model import NetworkPage, clock, drawn
from yalu.workbench.pages.common import Cited
from yalu.workbench.saved import Saved


def network(ask: Ask, params: NetworkParams) -> NetworkPage:
    """The page."""
    seeing = ask.kept("seeing", lambda: Seeing(Scope(ask.view, ask.plan)))
    selection, notices = chosen(ask, seeing, params)
    picture = ask.kept(("picture", selection), lambda: seeing.picture(selection))
    cited = Cited(ask.view)
    saved = Saved(ask.workspace)
    sections = (
        *listing.sections(ask, seeing, picture, selection, cited),
        *findings.sections(ask, seeing, params.find),
    )
    return NetworkPage(
        title="Network",
        lead=_lead(ask, seeing, picture, params),
        notices=(*notices, *_notices(picture)),
        sections=sections,
        sources=cited.lines,
        graph=drawn(ask, picture, selection),
        clock=clock(ask, selection),
        choices=listing.choices(seeing, selection),
        kept=keeping.kept(saved, picture),
        about=" ".join(DISCLAIMERS),
        tab=params.tab,
    )


def _lead(ask: Ask, seeing: Seeing, picture: Picture, params: NetworkParams) -> str:
    size = f"{len(picture.nodes):,} parties and {len(picture.lines):,} ties are shown."
    if params.party:
        return f"A party and who a source ties to it. {size}"
    if getattr(params, "from") and not picture.paths:
        return (
            f"No path by evidenced ties was known on {ask.as_of}. Ask a later day, or the mode likely. {size}"
        )
    if not picture.paths and not picture.nodes:
        return f"No path was known on {ask.as_of}. Ask a later day, or begin with a party."
    if picture.paths:
        what = f"{picture.paths:,} shortest evidenced {'path' if picture.paths == 1 else 'paths'}"
        rule = "" if getattr(params, "from") else " from the regime’s principals to banks outside it"
        return f"{what}{rule}. A path is no proof that anything went along it. {size}"
    return size


def _notices(picture: Picture) -> list[Notice]:
    found = []
    if picture.unverified:
        found.append(
            Notice(
                text="A shorter path, or the only one, rests on unverified ties (dashed): it decides nothing."
            )
        )
    if picture.cut:
        found.append(
            Notice(text=f"{picture.cut:,} more parties were chosen; a picture holds {MOST}.", kind="stale")
        )
    return found


ROUTES = (
    PageRoute(
        "/network",
        network,
        NetworkParams,
        "network.html.j2",
        nav="Network",
        order=20,
        key="n",
        scripts=("network",),
        styles=("network",),
        exports=exporting.EXPORTS,
    ),
    Action("/network/keep", keeping.keep, keeping.Keep),
    Action("/network/note", keeping.note, keeping.Note),
    Action("/network/remove", keeping.remove, keeping.Remove),
    Action("/network/back", keeping.back, keeping.Remove),
)
