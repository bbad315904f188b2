"""Views and notes that a reader keeps, on the ledger's database."""

from yalu.workbench.saved.store import Kept, Saved

__all__ = ["Kept", "Saved"]
