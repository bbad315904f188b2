"""Files that a port brings, CSV or XLSX: which column holds what, and results that no spreadsheet runs."""
