"""Inspection sheets as pages and folders."""
