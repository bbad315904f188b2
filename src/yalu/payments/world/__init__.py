"""An invented world of payments with planted schemes and the truth apart, from one seed."""

from yalu.payments.world.settings import Settings, settings
from yalu.payments.world.writing import World, write

__all__ = ["Settings", "World", "settings", "write"]
