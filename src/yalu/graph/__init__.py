"""The network at a date, as arrays: parties are numbers, ties are rows, statements stay at hand."""

from yalu.graph.build import build, of_arrays
from yalu.graph.compiled import Compiler, compile_in
from yalu.graph.evidence import of_scope, of_view
from yalu.graph.file import read_pairs
from yalu.graph.graph import NO_GRADE, Graph, Undirected

__all__ = [
    "NO_GRADE",
    "Compiler",
    "Graph",
    "Undirected",
    "build",
    "compile_in",
    "of_arrays",
    "of_scope",
    "of_view",
    "read_pairs",
]
