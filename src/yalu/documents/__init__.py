"""Documents in: read a report page by page, find who it names, and cite its passages."""
