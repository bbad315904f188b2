"""Passages of documents: what a person accepted, kept as a journal of JSON lines."""
