"""Which words of two names of companies or ships meet: merged, parted, in another script, misspelled."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.names import han, kana_latin
from yalu.names.config import config
from yalu.names.generic import bones_fit
from yalu.names.result import Part
from yalu.names.spans import Span, Words
from yalu.names.spelling import SHORT_FIT, spelling_fit, two_korean, two_pinyin
from yalu.names.tokens import Token
from yalu.names.vocabulary import OFFICE

_OFFICE = frozenset((OFFICE,))
_RANKS = frozenset(("ministry", "committee", "council"))
"""Bodies that stand side by side in one state: its Ministry of Defense is not its Defense Commission."""


@dataclass(slots=True)
class Matching:
    """Words that met, by their places, and what is left on each side."""

    a: tuple[Token, ...]
    b: tuple[Token, ...]
    left: list[int]
    right: list[int]
    met: list[tuple[range, range, str, float]]
    mass: float = 0.0
    total: float = 0.0
    proper: float = 0.0

    def meet_one(self, i: int, j: int, how: str, fit: float) -> None:
        """Record that two words met."""
        x, y = self.a[i], self.b[j]
        wa, wb = x.weight, y.weight
        if fit < 1 and (x.kind != "proper") != (y.kind != "proper"):
            wa = wb = min(wa, wb)
        self.met.append((range(i, i + 1), range(j, j + 1), how, fit))
        self.mass += fit * (wa + wb)
        self.total += wa + wb
        if x.kind in ("proper", "common", "number"):
            self.proper += max(wa, wb) * fit
        self.left.remove(i)
        self.right.remove(j)

    def meet(self, i: range, j: range, how: str, fit: float) -> None:
        """Record that two stretches of words met."""
        wa, wb = sum(self.a[k].weight for k in i), sum(self.b[k].weight for k in j)
        ours, theirs = (any(t[k].kind != "proper" for k in r) for t, r in ((self.a, i), (self.b, j)))
        if fit < 1 and ours != theirs:
            wa = wb = min(wa, wb)
        self.met.append((i, j, how, fit))
        self.mass += fit * (wa + wb)
        self.total += wa + wb
        if any(self.a[k].kind in ("proper", "common", "number") for k in i):
            self.proper += max(wa, wb) * fit
        self.left = [k for k in self.left if k not in i]
        self.right = [k for k in self.right if k not in j]

    def parts(self) -> list[Part]:
        """What met, as it was written; words that weigh nothing are left out."""
        found = []
        for i, j, how, fit in self.met:
            if min(sum(self.a[k].weight for k in i), sum(self.b[k].weight for k in j)) <= 0:
                continue
            kinds = {self.a[k].kind for k in i}
            if kinds <= {"generic", "topic"}:
                how += ", generic word"
            elif kinds < {"place", "country"}:
                how += f", {kinds.pop()}"
            written = [" ".join(t[k].written for k in r) for t, r in ((self.a, i), (self.b, j))]
            found.append(Part(written[0], written[1], how, fit))
        return found


def match(a: Words, b: Words, early: bool = True) -> Matching:
    """Match words: the same first, then the same meaning, merged, other scripts, and typing errors last.

    ``early`` leaves out the steps that cannot find anything, which the sets of both names tell; the answer is
    the same without.
    """
    m = Matching(a.tokens, b.tokens, list(range(len(a.tokens))), list(range(len(b.tokens))), [])
    _same(m)
    if not early or not (a.merged.isdisjoint(b.meanings) and b.merged.isdisjoint(a.meanings)):
        _spans(m, a.spans, b.spans, by_meaning=True)
    if not early or not a.meanings.isdisjoint(b.meanings):
        _meanings(m)
    if m.left and m.right and not (early and a.folds.isdisjoint(b.folds)):
        _folded(m)
    merged = not early or not (a.merged.isdisjoint(b.single) and b.merged.isdisjoint(a.single))
    if m.left and m.right and merged:
        _spans(m, a.spans, b.spans)
    if m.left and m.right and (a.chars or b.chars or not early):
        _characters(m, a.spans, b.spans)
    if m.left and m.right:
        _misspelled(m)
        _offices(m)
    return m


def _same(m: Matching) -> None:
    places: dict[str, list[int]] = {}
    for j in m.right:
        places.setdefault(m.b[j].text, []).append(j)
    for i in list(m.left):
        found = places.get(m.a[i].text)
        if found:
            j = found.pop(0)
            m.meet_one(i, j, "same word", 1.0 if m.a[i].chars == m.b[j].chars else 0.98)


def _meanings(m: Matching) -> None:
    for i in list(m.left):
        meanings = m.a[i].meanings
        if meanings:
            for j in m.right:
                shared = meanings & m.b[j].meanings
                if shared and shared != _OFFICE:
                    m.meet_one(i, j, "same meaning", 0.97)
                    break


def _offices(m: Matching) -> None:
    """A ministry here and a bureau there: the last that generic words may meet by."""
    for i in list(m.left):
        if OFFICE in m.a[i].meanings:
            for j in m.right:
                if OFFICE in m.b[j].meanings and len(_RANKS & (m.a[i].meanings | m.b[j].meanings)) < 2:
                    m.meet_one(i, j, "both a kind of office", 0.65)
                    break


def _folded(m: Matching) -> None:
    for i in list(m.left):
        x = m.a[i]
        if x.kind not in ("proper", "place") and not x.folds:
            continue
        for j in m.right:
            y = m.b[j]
            if y.kind not in ("proper", "place") and not y.folds:
                continue
            if len(x.folded) >= 3 and x.folded == y.folded and not two_pinyin(x.text, y.text):
                m.meet_one(i, j, "romanization", 0.95)
                break
            if (x.folds & (y.folds or {y.folded})) or x.folded in y.folds:
                m.meet_one(i, j, "Korean reading", 0.94)
                break


def _spans(
    m: Matching, a_spans: tuple[Span, ...], b_spans: tuple[Span, ...], by_meaning: bool = False
) -> None:
    for spans, single, turned in ((a_spans, m.b, False), (b_spans, m.a, True)):
        for k in list(m.left if turned else m.right):
            for span in spans:
                here = m.right if turned else m.left
                if not all(p in here for p in range(span.start, span.end)):
                    continue
                if by_meaning and span.text not in single[k].meanings:
                    continue
                fit, how = _span_fit(span, single[k])
                if fit:
                    i, j = range(span.start, span.end), range(k, k + 1)
                    m.meet(*((j, i) if turned else (i, j)), how, fit)
                    break


def _span_fit(span: Span, token: Token) -> tuple[float, str]:
    """How well adjacent words fit one word of the other name."""
    if token.kind in ("stop", "legal", "number"):
        return 0.0, ""
    if span.text == token.text:
        return 0.98, "same letters, other spaces"
    if span.text in token.meanings:
        return 0.95, "same meaning"
    if len(span.folded) >= 5 and (span.folded == token.folded or span.folded in token.folds):
        if span.folded not in token.folds and two_pinyin(span.text, token.text):
            return 0.0, ""
        return 0.94, "romanization"
    return 0.0, ""


def _characters(m: Matching, a_spans: tuple[Span, ...], b_spans: tuple[Span, ...]) -> None:
    for turned in (False, True):
        ours, theirs, spans = (m.b, m.a, a_spans) if turned else (m.a, m.b, b_spans)
        for i in list(m.right if turned else m.left):
            token = ours[i]
            if not token.chars:
                continue
            here = m.left if turned else m.right
            single = [Span(j, j + 1, theirs[j].text, "") for j in here]
            for span in (*spans, *single):
                places = range(span.start, span.end)
                if token.pattern and all(p in here for p in places) and token.pattern.fullmatch(span.text):
                    how = "pinyin" if span.text == token.text else "Chinese reading"
                    m.meet(*((places, range(i, i + 1)) if turned else (range(i, i + 1), places)), how, 0.96)
                    break
            else:
                _glossed(m, i, token, theirs, turned)


def _glossed(m: Matching, i: int, token: Token, theirs: tuple[Token, ...], turned: bool) -> None:
    """A name in characters met by English words for what each character means: 富地, Rich Earth."""
    here = m.left if turned else m.right
    if len(token.chars) < 2:
        return
    for j in here:
        places = range(j, j + len(token.chars))
        if not all(p in here for p in places):
            continue
        if all(theirs[p].text in han.glosses(c) for p, c in zip(places, token.chars, strict=True)):
            ours = range(i, i + 1)
            m.meet(
                *((places, ours) if turned else (ours, places)), "translation", config().organization.gloss
            )
            return


MISSPELLED = "one or two letters off"
_NEVER_MISSPELLED = ("stop", "number")


def _says_korea(m: Matching) -> bool:
    """Whether either name says that it is Korean; words of many languages can be read as Korean syllables."""
    return any("korea" in t.meanings for t in (*m.a, *m.b))


def _misspelled(m: Matching) -> None:
    found = []
    right = [(j, y) for j in m.right if (y := m.b[j]).kind not in _NEVER_MISSPELLED]
    for i in m.left:
        x = m.a[i]
        if x.kind in _NEVER_MISSPELLED:
            continue
        for j, y in right:
            if x.kind != "proper" and y.kind != "proper":
                continue
            if (x.kana and not y.kana) or (y.kana and not x.kana):
                fit = kana_latin.fit(x.kana or y.kana, y.text if x.kana else x.text)
            elif bool(x.bones) != bool(y.bones):
                fit = bones_fit("~" + (x.bones or x.text), "~" + (y.bones or y.text))[0]
            else:
                fit = spelling_fit(x.text, y.text, x.folded, y.folded) if not (x.chars and y.chars) else 0.0
            if fit and (x.meanings or y.meanings):
                if two_korean(x.text, y.text, by_onset=False):
                    continue
            elif fit and _says_korea(m) and two_korean(x.text, y.text, by_onset=True):
                continue
            if fit > SHORT_FIT or (fit and m.proper >= 1):
                found.append((fit, i, j))
    for fit, i, j in sorted(found, reverse=True):
        if i in m.left and j in m.right:
            m.meet_one(i, j, "katakana" if m.a[i].kana or m.b[j].kana else MISSPELLED, fit)
