"""The picture as files that other programs read; each says its snapshot, day, sources and notice."""

from __future__ import annotations

import csv
import io

from yalu.evidence.scope import Scope
from yalu.network.explore import Picture, Seeing
from yalu.publish.annex import safe
from yalu.publish.graph_xml import ABOUT, EDGE, about, gexf, graphml, of_line
from yalu.publish.picture_svg import picture_svg
from yalu.publish.stamp import Stamp
from yalu.workbench.frame import Ask
from yalu.workbench.frame.route import Export
from yalu.workbench.network.asked import NetworkParams, chosen
from yalu.workbench.network.model import NetworkPage


def stamp(ask: Ask, page: NetworkPage) -> Stamp:
    """What the file says of itself."""
    sources = tuple(" ".join(p for p in (s.text, s.date, s.href) if p) for s in page.sources)
    return Stamp("Yalu, network", ask.snapshot, ask.as_of, ask.mode.value, ask.permanent(), sources)


def _picture(ask: Ask) -> Picture:
    """The picture that the page was made of: it is kept."""
    names = NetworkParams.model_fields
    lists = {n for n, f in names.items() if "list" in str(f.annotation)}
    given = {n: v if n in lists else v[-1] for n, v in ask.query.items() if n in names}
    seeing = ask.kept("seeing", lambda: Seeing(Scope(ask.view, ask.plan)))
    selection, _ = chosen(ask, seeing, NetworkParams.model_validate(given))
    return ask.kept(("picture", selection), lambda: seeing.picture(selection))


def _svg(ask: Ask, page: NetworkPage) -> bytes:
    return picture_svg(_picture(ask), stamp(ask, page))


def _graphml(ask: Ask, page: NetworkPage) -> bytes:
    return graphml(_picture(ask), stamp(ask, page))


def _gexf(ask: Ask, page: NetworkPage) -> bytes:
    return gexf(_picture(ask), stamp(ask, page))


def _csv(ask: Ask, page: NetworkPage) -> bytes:
    """Ties, each with its proof and with what the file says of itself, so that no row loses it."""
    picture, said = _picture(ask), about(stamp(ask, page))
    names = {n.id: n for n in picture.nodes}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    ends = ("from", "from id", "from standing", "to", "to id", "to standing")
    writer.writerow([*ends, *EDGE, *(a for a in ABOUT if a != "sources")])
    for line in picture.lines:
        cells = []
        for end in line.ends:
            node = names[end]
            cells += [node.name, node.id, "listed" if node.listed else "named in a source"]
        rest = [v for k, v in said.items() if k != "sources"]
        writer.writerow([safe(c) for c in (*cells, *of_line(line).values(), *rest)])
    return ("\ufeff" + text.getvalue()).encode()


EXPORTS: dict[str, Export] = {
    ".svg": ("image/svg+xml", _svg),
    ".graphml": ("application/graphml+xml", _graphml),
    ".gexf": ("application/gexf+xml", _gexf),
    "-ties.csv": ("text/csv; charset=utf-8", _csv),
}
