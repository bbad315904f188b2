"""Designation packages as PDF, DOCX and JSON, several in one archive."""
