"""Invented seas for tests, measurements and exercises. Nothing in them is real, and all of it says so."""
