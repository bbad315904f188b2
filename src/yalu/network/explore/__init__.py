"""What a reader of the network sees: a selection of parties and ties, its places, its files."""

from yalu.network.explore.picture import Line, Node, Picture, Selection
from yalu.network.explore.seeing import Seeing

__all__ = ["Line", "Node", "Picture", "Seeing", "Selection"]
