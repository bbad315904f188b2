"""SWIFT FIN messages: blocks 1 to 5, fields, and what MT103, 202, 940 and 950 say."""

from yalu.payments.fin.reading import TYPED, read_one, read_text
from yalu.payments.fin.split import Fin, split

__all__ = ["TYPED", "Fin", "read_one", "read_text", "split"]
