"""Parties, listings and ties as followthemoney writes them, for clients that speak its language."""
