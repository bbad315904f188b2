"""The faces of a bulletin for port states: PDF for print, CSV and JSON for systems, signed together."""
