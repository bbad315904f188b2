"""Waves: which parties to act upon on one day, by which authority, so that least of the network is left."""
