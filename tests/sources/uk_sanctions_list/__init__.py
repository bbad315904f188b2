"""The UK Sanctions List, UK-Sanctions-List.csv."""
