"""HTML: what a reader would see, in one page; scripts are dropped, nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from yalu.documents import limits
from yalu.documents.formats import refuse
from yalu.documents.page import CUT, EMPTY, Note, Page

READER = "html 1"

_HIDDEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,10000}\]\s*)?>", re.IGNORECASE)
"""Taken out with the entities that it may declare: the parser would show their end as text."""


def read(content: bytes) -> Iterator[Page | Note]:
    """The text as one page. Raises ContractError."""
    if len(content) > limits.UNPACKED:
        raise refuse(f"the page has {len(content):,} bytes", expected=f"at most {limits.UNPACKED:,}")
    content = _DOCTYPE.sub(b"", content, count=1)
    try:
        root = html.document_fromstring(content, parser=_parser(content))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise refuse(f"the page cannot be read: {error}") from error
    if root.find(".//script") is not None:
        yield Note(
            "script", "the page holds scripts; they were not run, and what they would write is not read"
        )
    title = root.find(".//title")
    if title is not None and (words := " ".join("".join(map(str, title.itertext())).split())):
        yield Note("title", words[:300])
    text = re.sub(r"[ \t\xa0]+", " ", "".join(_texts(root)))
    text = re.sub(r" ?\n[ \n]*", "\n", text).strip()
    mark = EMPTY if not text else CUT if len(text) > limits.PAGE_LETTERS else ""
    yield Page(1, text[: limits.PAGE_LETTERS], mark)


def _parser(content: bytes) -> html.HTMLParser:
    """The parser for the encoding that the page declares; UTF-8 where its bytes are that."""
    encoding = None
    try:
        content.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        pass
    return html.HTMLParser(
        encoding=encoding, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _texts(root: html.HtmlElement) -> Iterator[str]:
    """The visible text in order, without recursion: a page may nest a thousand deep."""
    hidden: list[object] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _HIDDEN or element.get("hidden") is not None:
                hidden.append(element)
            if not hidden:
                yield "\n" if tag in _BLOCKS else ""
                yield " ".join((element.text or "").splitlines())
        else:
            if hidden and hidden[-1] is element:
                hidden.pop()
            if not hidden:
                yield "\n" if tag in _BLOCKS else ""
                yield " ".join((element.tail or "").splitlines())
