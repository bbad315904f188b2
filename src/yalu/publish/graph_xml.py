"""A picture of the network as GraphML (graphml.graphdrawing.org) and as GEXF 1.3 (gexf.net)."""

from __future__ import annotations

from typing import Any

from lxml import etree

from yalu.network.explore.picture import Line, Node, Picture
from yalu.publish.stamp import Stamp, plain

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
NODE = ("name", "kind", "standing", "lists", "x", "y")
EDGE = ("type", "role", "grade", "unverified", "held", "known", "source", "locator", "statement")
ABOUT = ("snapshot", "as_of", "mode", "address", "sources", "notice")
NUMBERS = frozenset({"x", "y"})


def graphml(picture: Picture, stamp: Stamp) -> bytes:
    """The picture as GraphML; what the file says of itself is data of the graph."""
    root = _root(GRAPHML, "graphml", {None: GRAPHML}, {})
    for domain, names in (("graph", ABOUT), ("node", NODE), ("edge", EDGE)):
        for name in names:
            kind = "double" if name in NUMBERS else "boolean" if name == "unverified" else "string"
            said = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind}
            etree.SubElement(root, f"{{{GRAPHML}}}key", said)
    graph = etree.SubElement(root, f"{{{GRAPHML}}}graph", {"id": "network", "edgedefault": "directed"})
    _data(graph, "graph", about(stamp))
    for node in picture.nodes:
        _data(etree.SubElement(graph, f"{{{GRAPHML}}}node", {"id": plain(node.id)}), "node", of_node(node))
    for line in picture.lines:
        said = {"id": line.tie.statement.id, "source": plain(line.tie.near), "target": plain(line.tie.far)}
        _data(etree.SubElement(graph, f"{{{GRAPHML}}}edge", said), "edge", of_line(line))
    return _written(root)


def gexf(picture: Picture, stamp: Stamp) -> bytes:
    """The picture as GEXF, each party at its place."""
    root = _root(GEXF, "gexf", {None: GEXF, "viz": VIZ}, {"version": "1.3"})
    meta = etree.SubElement(root, f"{{{GEXF}}}meta", {"lastmodifieddate": stamp.as_of})
    for name, text in (("creator", "Yalu"), ("description", stamp.text()), ("keywords", stamp.snapshot)):
        etree.SubElement(meta, f"{{{GEXF}}}{name}").text = plain(text)
    graph = etree.SubElement(root, f"{{{GEXF}}}graph", {"defaultedgetype": "directed", "mode": "static"})
    for kind, names in (("node", NODE[1:4]), ("edge", EDGE)):
        found = etree.SubElement(graph, f"{{{GEXF}}}attributes", {"class": kind})
        for name in names:
            kind_of = "boolean" if name == "unverified" else "string"
            etree.SubElement(found, f"{{{GEXF}}}attribute", {"id": name, "title": name, "type": kind_of})
    nodes = etree.SubElement(graph, f"{{{GEXF}}}nodes")
    for node in picture.nodes:
        one = etree.SubElement(nodes, f"{{{GEXF}}}node", {"id": plain(node.id), "label": plain(node.name)})
        _values(one, {k: v for k, v in of_node(node).items() if k in NODE[1:4]})
        x, y = node.place
        etree.SubElement(one, f"{{{VIZ}}}position", {"x": str(x), "y": str(-y), "z": "0"})
    edges = etree.SubElement(graph, f"{{{GEXF}}}edges")
    for line in picture.lines:
        said = {"id": line.tie.statement.id, "source": plain(line.tie.near), "target": plain(line.tie.far)}
        one = etree.SubElement(edges, f"{{{GEXF}}}edge", said | {"label": plain(line.tie.role)})
        _values(one, of_line(line))
    return _written(root)


def about(stamp: Stamp) -> dict[str, str]:
    """What the file says of itself, by name."""
    said = (stamp.snapshot, stamp.as_of, stamp.mode, stamp.address, "; ".join(stamp.sources), stamp.notice)
    return dict(zip(ABOUT, said, strict=True))


def of_node(node: Node) -> dict[str, str]:
    """A party's values by name."""
    standing = "listed" if node.listed else "named in a source"
    kind = "Bank" if node.bank else node.kind
    said = (node.name, kind, standing, " ".join(node.lists), str(node.place[0]), str(node.place[1]))
    return dict(zip(NODE, said, strict=True))


def of_line(line: Line) -> dict[str, str]:
    """A tie's values by name."""
    s, tie = line.tie.statement, line.tie
    unverified = "true" if tie.unverified else "false"
    said = (s.prop, tie.role, s.grade, unverified, tie.since, s.known_hi, s.source, s.locator, s.id)
    return dict(zip(EDGE, said, strict=True))


def _data(parent: etree._Element, domain: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        etree.SubElement(parent, f"{{{GRAPHML}}}data", {"key": f"{domain}-{name}"}).text = plain(value)


def _values(parent: etree._Element, values: dict[str, str]) -> None:
    found = etree.SubElement(parent, f"{{{GEXF}}}attvalues")
    for name, value in values.items():
        etree.SubElement(found, f"{{{GEXF}}}attvalue", {"for": name, "value": plain(value)})


def _root(space: str, tag: str, names: dict[Any, str], said: dict[str, str]) -> etree._Element:
    return etree.Element(f"{{{space}}}{tag}", said, nsmap=names)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
