"""ISO 20022 messages: any version, any envelope, whatever prefix stands for the namespace."""

from yalu.payments.iso20022.reading import read_stream, read_tree

__all__ = ["read_stream", "read_tree"]
